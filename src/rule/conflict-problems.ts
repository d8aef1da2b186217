import * as z from 'zod'
import type { Conflict, ConflictKind, Side } from '../corpus/conflicts/conflict.ts'
import type { Corpus } from '../corpus/corpus.ts'
import { duplicateOptions } from './duplicate-options.ts'
import type { CorpusProblem } from './rule.ts'

/** The options of rules about claims that cannot both be right. */
export const conflictOptions = z.strictObject({
  confidence: z
    .number()
    .min(0)
    .max(1)
    .default(0.6)
    .describe('how sure it must be that both claims are about the same thing'),
})

const bounds = duplicateOptions.parse({})

/** The conflicts of a kind as problems, each at the claim that the corpus speaks against. */
export function* conflictProblems(
  corpus: Corpus,
  kind: ConflictKind,
  { confidence }: z.output<typeof conflictOptions>,
): Generator<CorpusProblem> {
  for (const conflict of corpus.conflicts(bounds))
    if (conflict.kind === kind && conflict.confidence >= confidence) yield problemOf(conflict)
}

/** What stands here, and what was expected. */
function unlike(kind: ConflictKind, left: Side, right: Side): string {
  if (kind !== 'list') return `\`${left.value}\`, expected \`${right.value}\``
  if (left.only === undefined) return `list without \`${right.only}\`, expected it`
  if (right.only === undefined) return `\`${left.only}\` in a list, expected a list without it`
  return `\`${left.only}\` in a list, expected \`${right.only}\``
}

function problemOf({ kind, left, right, subject, confidence, votes }: Conflict): CorpusProblem {
  const [here, there] = [left.reading, right.reading]
  const [day, other] = [here, there].map(({ article }) => article.review?.verified)
  const evidence = [
    ...(votes && votes.left < votes.right ? [`in ${votes.right} articles against ${votes.left}`] : []),
    ...(other !== undefined && (day ?? '') < other ? [`verified ${other}`] : []),
  ]
  return {
    path: here.article.path,
    at: here.at,
    message: `Unexpected ${unlike(kind, left, right)} as in \`${there.article.path}\`${evidence.length > 0 ? ` (${evidence.join(', ')})` : ''}: both are about \`${subject}\`, agree on one, or say in both what each holds for`,
    related: [{ path: there.article.path, at: there.at, message: 'the other claim', quote: there.quote }],
    data: {
      subject,
      left: { quote: here.quote, value: left.value },
      right: { quote: there.quote, value: right.value },
      scope: here.context,
      confidence,
    },
    // Of the other claim its value alone: whichever article it stands in, and in which words, it is the same conflict.
    key: `${here.quote}\n${left.value}\n${right.value}`,
  }
}
