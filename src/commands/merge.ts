import { UserError } from '../errors.ts'
import { settingsDigest } from '../node/digest.ts'
import { pastFrom } from '../node/history.ts'
import { mergeParts, parsePart } from '../node/part.ts'
import { readIfThere } from '../node/read-files.ts'
import { baselineOf } from './baseline.ts'
import { conclude, readOutput, type OutputOptions } from './conclude.ts'
import { readSource } from './details-of.ts'
import { settle, type Machine, type SettleOptions } from './gather.ts'

export type MergeOptions = Omit<SettleOptions, 'today'> & OutputOptions

/**
 * `deskcheck merge FILE…`: runs the rules about the corpus over the parts that `lint --shard` wrote, and ends as one run
 * over all articles would have ended. @returns the exit code
 */
export async function merge(files: string[], options: MergeOptions, machine: Machine): Promise<number> {
  const { cwd } = machine
  const output = readOutput(options)
  const parts = files.map((file) => {
    const text = readIfThere(file, cwd)
    if (text !== undefined) return { ...parsePart(text, file), file }
    throw new UserError(`Cannot merge \`${file}\``, {
      because: 'there is no such file',
      hint: 'Name the files that `deskcheck lint --shard I/N --output FILE` wrote.',
    })
  })
  const today = parts[0]?.today
  const { settings, baselinePath, watch, loaded } = await settle({ ...options, ...(today ? { today } : {}) }, cwd)
  const { everything, checked, unreadable, history } = mergeParts(parts, settingsDigest(settings))
  const baseline = baselineOf(baselinePath, options.updateBaseline ?? false, cwd)
  const run = {
    cwd,
    settings,
    source: readSource(options.source, loaded.config.source),
    everything,
    silent: false,
    watch,
  }
  return conclude({ checked, unreadable, history: pastFrom(history) }, output, baseline, run, machine)
}
