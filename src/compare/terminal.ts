import pc from 'picocolors'
import { printable } from '../printable.ts'
import { inParts, type ClaimSide, type Comparison, type Piece, type SectionPair, type Side } from './compare.ts'

/** Words in a row that both have are shortened past so many. */
const mostInRow = 24

/** A comparison for a terminal: without colours, what only one has stands between `[-…-]` and `{+…+}`. */
export function renderForTerminal(
  { here, there, sections, conflicts, disagreements }: Comparison,
  { color = false }: { color?: boolean } = {},
): string {
  const colors = pc.createColors(color)
  const mark: Record<Piece['in'], (text: string) => string> = {
    both: (text) => colors.dim(shortened(text)),
    here: (text) => (color ? colors.red(text) : `[-${text}-]`),
    there: (text) => (color ? colors.green(text) : `{+${text}+}`),
  }
  const head = (sign: string, { path, title, words, shared }: Side) =>
    `${sign} ${printable(path)}: ${printable(title)} (${words} words, ${words - shared} of its own)`
  const lines = [colors.red(head('A', here)), colors.green(head('B', there)), '']
  for (const section of sections) {
    lines.push(colors.bold(labelOf(section)))
    const text = section.pieces.map((piece) => mark[piece.in](printable(piece.text))).join(' ')
    lines.push(`  ${text === '' ? colors.dim('(no text)') : text}`, '')
  }
  if (conflicts.length > 0) {
    const told = (sign: string, { path, line, column, quote, value }: ClaimSide, where: 'here' | 'there') => {
      const text = inParts(quote, value).map((part) =>
        part.isValue ? mark[where](printable(part.text)) : printable(part.text),
      )
      return `    ${sign}: ${printable(path)}:${line}:${column} ${text.join('')}`
    }
    lines.push(colors.bold('They cannot both be right:'))
    for (const one of conflicts) {
      lines.push(
        `  ${printable(one.subject)}: ${mark.here(printable(one.here.value))} against ${mark.there(printable(one.there.value))}  ${colors.dim(one.rule)}`,
        told('A', one.here, 'here'),
        told('B', one.there, 'there'),
      )
    }
    lines.push('  Agree on one, or say in both what each holds for', '')
  }
  if (disagreements.length > 0) {
    lines.push(colors.bold(conflicts.length > 0 ? 'They differ, too, in sentences that are alike:' : 'They disagree:'))
    for (const one of disagreements) {
      lines.push(
        `  ${mark.here(printable(one.here.value) || '(nothing)')} against ${mark.there(printable(one.there.value) || '(nothing)')}`,
        colors.dim(`    A: ${printable(one.here.quote)}`),
        colors.dim(`    B: ${printable(one.there.quote)}`),
      )
    }
  } else if (conflicts.length === 0)
    lines.push('No number, date, address or negation in which sentences of the two differ.')
  return `${lines.join('\n')}\n`
}

function labelOf({ here, there }: SectionPair): string {
  const name = (label: string) => (label === '' ? '(before the first section)' : printable(label))
  if (here === undefined) return `${name(there!)} (only in B)`
  if (there === undefined) return `${name(here)} (only in A)`
  return here === there ? name(here) : `${name(here)} | ${name(there)}`
}

function shortened(text: string): string {
  const words = text.split(' ')
  if (words.length <= mostInRow) return text
  const half = mostInRow / 2
  return `${words.slice(0, half).join(' ')} … (${words.length - mostInRow} words) … ${words.slice(-half).join(' ')}`
}
