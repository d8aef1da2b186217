import * as z from 'zod'

/**
 * The option of a rule that would otherwise say the same too often: whoever runs a rule shows no more of its problems in
 * one article than that, see {@link capped}.
 */
export function atMost(problems: number): z.ZodDefault<z.ZodNumber> {
  return z
    .number()
    .int()
    .positive()
    .default(problems)
    .describe('how many are shown in one article; the last one says how many more there are')
}

/** What may be one of too many. */
interface One {
  message: string
  data?: Record<string, unknown> | undefined
}

/**
 * The first problems of a rule in one article, as many as its option `atMost` allows; the last one says how many more there
 * are. All of them where the rule has no such option.
 *
 * @param problems in the order of the text
 */
export function capped<Problem extends One>(problems: Problem[], options: unknown): Problem[] {
  const most = mostOf(options)
  const last = problems[most - 1]
  const more = problems.length - most
  if (!last || more < 1) return problems
  const message = `${last.message} (and ${more} more in this article)`
  return [...problems.slice(0, most - 1), { ...last, message, data: { ...last.data, more } }]
}

function mostOf(options: unknown): number {
  const isCapped = typeof options === 'object' && options !== null && 'atMost' in options
  return isCapped && typeof options.atMost === 'number' ? options.atMost : Infinity
}
