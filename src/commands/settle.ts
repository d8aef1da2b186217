import path from 'node:path'
import type { ClaimSide } from '../compare/compare.ts'
import { noHistory } from '../corpus/history.ts'
import { wholeSight } from '../corpus/sight.ts'
import { parseSettled } from '../config/parse-settled.ts'
import { UserError } from '../errors.ts'
import { load } from '../load.ts'
import { slashed } from '../node/find-files.ts'
import { readIfThere } from '../node/read-files.ts'
import { writeFiles } from '../node/write-files.ts'
import { reportOf } from '../pipeline.ts'
import { printable } from '../printable.ts'
import type { Finding } from '../report/report.ts'
import { shellWord } from '../reporters/shell-word.ts'
import { claimsOf } from '../report/claims-of.ts'
import { failOnUnreadable, gather, type GatherOptions, type Machine } from './gather.ts'

export interface SettleFactOptions extends GatherOptions {
  keep?: string
  scope?: string
  by?: string
}

/** Where facts are kept if the config names no other place. */
const usualFile = 'settled.yaml'

/** A finding about two claims, of which one can be right. */
interface OpenConflict {
  finding: Finding
  subject: string
  sides: [ClaimSide, ClaimSide]
}

/**
 * `deskcheck settle`: lists the conflicts that are open; with the place of one, records which side is right.
 *
 * @throws UserError where nothing, or more than one conflict, is at the place, or it is not said which side is right
 */
export async function settleFact(
  place: string | undefined,
  options: SettleFactOptions,
  machine: Machine,
): Promise<number> {
  const { cwd, out } = machine
  const gathered = await gather([], options, machine)
  const files = await gathered.check(gathered.paths)
  if (files.checked.length === 0) failOnUnreadable(files)
  const report = reportOf(files.checked, gathered.settings, gathered.watch?.time, files.memory, {
    ...wholeSight,
    history: files.history ?? noHistory,
  })
  gathered.remember()
  const open = report.findings.flatMap((finding) => openConflict(finding) ?? [])
  if (place === undefined) {
    out(listed(open))
    return 0
  }
  const { subject, sides, finding } = conflictAt(place, open, cwd)
  const [kept, gone] = sidesBy(options.keep, sides, place)
  const { folder, settledFile } = gathered.loaded
  const file = slashed(path.relative(cwd, settledFile ?? path.join(folder, usualFile)))
  const before = readIfThere(file, cwd) ?? ''
  const again = parseSettled(before, file).find((fact) => fact.subject === subject && fact.scope === options.scope)
  if (again) {
    throw new UserError(`Cannot settle \`${subject}\``, {
      because: `\`${file}\` says already that it is \`${again.value}\``,
      hint: 'Change it there, or name another `--scope`.',
    })
  }
  // Of lists, ways and answers, only the whole sentence says what is meant.
  const isMeasured = /^conflicts\/(?:number|date|contact)$/.test(finding.rule)
  const fact = {
    subject,
    value: isMeasured ? kept.value : kept.quote,
    not: isMeasured ? [gone.value] : [gone.quote],
    ...(options.scope === undefined ? {} : { scope: options.scope }),
    since: gathered.settings.today,
    ...(options.by === undefined ? {} : { by: options.by }),
  }
  const { stringify } = load<typeof import('yaml')>('yaml')
  const start = before === '' || before.endsWith('\n') ? before : `${before}\n`
  const text = `${start}${stringify([fact], { lineWidth: 0 })}`
  // What is written can be read again.
  parseSettled(text, file)
  writeFiles([{ path: file, text }], cwd)
  const named = settledFile === undefined ? ` Name it in the config: \`settled: '${usualFile}'\`.` : ''
  out(`Settled in \`${file}\`: ${printable(subject)} is ${printable(fact.value)}.${named}\n`)
  return 0
}

function openConflict(finding: Finding): OpenConflict | undefined {
  if (/^conflicts\/(?:count|settled)$/.test(finding.rule)) return undefined
  const claims = claimsOf(finding)
  return claims && { finding, ...claims }
}

const placeOf = ({ path: file, line }: ClaimSide) => `${file}:${line}`

function listed(open: readonly OpenConflict[]): string {
  if (open.length === 0) return 'No conflict is open.\n'
  const lines = open.flatMap(({ finding, subject, sides }) => [
    `${placeOf(sides[0])}  ${finding.rule}  ${printable(subject)}`,
    ...sides.map((side, index) => `  ${index + 1}  ${printable(side.value)}  (${placeOf(side)})`),
    '',
  ])
  const [first] = open
  return `${lines.join('\n')}\nRecord which side is right, for example: deskcheck settle ${shellWord(placeOf(first!.sides[0]))} --keep 2\n`
}

/** The conflict at a place such as `content/a.md:7`, as `deskcheck settle` lists them. */
function conflictAt(place: string, open: readonly OpenConflict[], cwd: string): OpenConflict {
  const [, file = place, line] = /^(.*?)(?::(\d+))?(?::\d+)?$/.exec(place) ?? []
  const wanted = slashed(path.relative(cwd, path.resolve(cwd, file)))
  const found = open.filter(({ finding }) => finding.path === wanted && (!line || finding.start.line === Number(line)))
  if (found.length === 1) return found[0]!
  throw new UserError(`Cannot settle \`${place}\``, {
    because: found.length === 0 ? 'no conflict is open there' : `${found.length} conflicts are open there`,
    hint:
      found.length === 0
        ? '`deskcheck settle` lists those that are open.'
        : `Name one of ${[...new Set(found.map(({ sides }) => `\`${placeOf(sides[0])}\``))].join(', ')}, or correct one first.`,
  })
}

/** The side that is right, and the other one. @param keep 1 or 2, or what the side says */
function sidesBy(
  keep: string | undefined,
  [one, other]: [ClaimSide, ClaimSide],
  place: string,
): [ClaimSide, ClaimSide] {
  if (keep === '1' || keep === one.value) return [one, other]
  if (keep === '2' || keep === other.value) return [other, one]
  throw new UserError(`Cannot settle \`${place}\``, {
    because: keep === undefined ? 'nobody has said which side is right' : `no side says \`${keep}\``,
    hint: `Add \`--keep 1\` for \`${one.value}\`, or \`--keep 2\` for \`${other.value}\`.`,
  })
}
