import type { Document, Node } from 'yaml'
import type { z } from 'zod'
import { UserError } from '../errors.ts'
import { load } from '../load.ts'

/** A list that people keep in a YAML file. */
export interface ListKind<Entry> {
  /** What it is a list of, for messages: `terms`. */
  of: string
  schema: z.ZodType<Entry[]>
  /** What one entry is, and which keys it has. */
  entry: string
  keys: readonly string[]
  /** How to write it. */
  hint: string
}

/**
 * Reads a list that people keep in a YAML file.
 *
 * @param name of the file, for messages
 * @throws UserError with the line of what is wrong
 */
export function parseList<Entry>(
  text: string,
  name: string,
  { of, schema, entry, keys, hint }: ListKind<Entry>,
): Entry[] {
  const { LineCounter, parseDocument } = load<typeof import('yaml')>('yaml')
  const lines = new LineCounter()
  // To a writer, `2024`, `yes` and `null` are words like any other.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: 'failsafe' })
  const refuse = (offset: number | undefined, because: string) =>
    new UserError(`Cannot use the ${of} in \`${name}\``, {
      because: `${offset === undefined ? '' : `line ${lines.linePos(offset).line}: `}${because}`,
      hint,
    })
  const [error] = document.errors
  if (error) throw refuse(error.pos[0], error.message.replace(/\s+/g, ' ').replace(/[.:]$/, ''))
  // Nothing but comments: no entry yet.
  if (document.contents === null) return []
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 100 }))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  throw refuse(offsetOf(issue, document), messageFor(issue, entry, keys))
}

function messageFor(issue: z.core.$ZodIssue, entry: string, keys: readonly string[]): string {
  if (issue.code === 'unrecognized_keys') {
    const named = keys.map((key) => `\`${key}\``)
    return `\`${issue.keys[0]}\` is no part of ${entry}, which has ${named.slice(0, -1).join(', ')} and ${named.at(-1)}`
  }
  const key = issue.path.findLast((part) => typeof part === 'string')
  return key === undefined ? issue.message : `\`${key}\`: ${issue.message}`
}

/** Where the nearest node stands that an issue is about. */
function offsetOf(issue: z.core.$ZodIssue, document: Document): number | undefined {
  for (let length = issue.path.length; length >= 0; length--) {
    const path = issue.path.slice(0, length)
    const node = (length === 0 ? document.contents : document.getIn(path, true)) as Node | null | undefined
    if (node?.range) return node.range[0]
  }
  return undefined
}
