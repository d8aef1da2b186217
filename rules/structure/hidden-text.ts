import type { Nodes } from 'mdast'
import * as z from 'zod'
import { defineArticleRule, load } from '../../src/rule/rule.ts'

const tagNames = () => new Set(load<typeof import('html-tag-names')>('html-tag-names').htmlTagNames)
/** Made when the first doubtful name turns up. */
let known: ReadonlySet<string> | undefined

/** None of the tags that stand everywhere. */
const opening = /<(?!(?:br|[abpi]|li|[uo]l|t[dhr])>)([A-Za-z][A-Za-z0-9]*)(?:[ ._-][A-Za-z0-9]+){0,5}>/g

export default defineArticleRule({
  id: 'structure/hidden-text',
  description: 'Words in angle brackets are written so that they can be seen.',
  why: 'A browser takes `<domain>` for a tag that it does not know, and shows nothing: the reader sees an address with a hole.',
  severity: 'warning',
  options: z.strictObject({}),
  fixable: true,
  examples: [
    {
      name: 'As code, escaped, or a tag that exists',
      input: 'Open `https://<domain>/login`, then \\<domain>.<br>Press <kbd>Enter</kbd>.\n',
      findings: [],
    },
    {
      name: 'A word that stands for another one',
      input: 'Send it to sales@<your domain>.example and wait.\n',
      findings: [
        '1:18-1:31: Unexpected `<your domain>`, which a browser hides as a tag, expected text, write `\\<your domain>` or mark it as code',
      ],
      fixed: 'Send it to sales@\\<your domain>.example and wait.\n',
    },
    {
      name: 'A component has an end',
      input: '<callout>\n\nAdmins only.\n\n</callout>\n\nOn <company-map></company-map> you see it.\n',
      findings: [],
    },
  ],
  *check({ source, tree, locate }) {
    const found: RegExpMatchArray[] = []
    const closed = new Map<string, boolean>()
    const isClosed = (name: string) => {
      if (!closed.has(name)) closed.set(name, source.includes(`</${name}`))
      return closed.get(name)!
    }
    for (const match of source.matchAll(opening)) {
      // Escaped, or the whole of a piece of code.
      const before = source[match.index - 1]
      if (before === '\\' || before === '`') continue
      known ??= tagNames()
      // What may be drawn holds tags of its own, and whatever is closed again is a component.
      if (!known.has(match[1]!.toLowerCase()) && !isClosed(nameOf(match[0]))) found.push(match)
    }
    if (found.length === 0 || /<(?:svg|math)\b/i.test(source)) return
    const tags = startsOfHtml(tree)
    for (const { 0: tag, index = 0 } of found) {
      if (!tags.has(index)) continue
      yield {
        at: locate(index, index + tag.length),
        message: `Unexpected \`${tag}\`, which a browser hides as a tag, expected text, write \`\\${tag}\` or mark it as code`,
        fix: [{ start: index, end: index, text: '\\' }],
      }
    }
  },
})

/** `name` of `<name attribute>`: what its end would repeat. */
const nameOf = (tag: string) => /^<([^ >]+)/.exec(tag)![1]!

/** Where pieces of HTML begin. */
function startsOfHtml(tree: Nodes): Set<number | undefined> {
  const starts = new Set<number | undefined>()
  const stack = [tree]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'html') starts.add(node.position?.start.offset)
    else if ('children' in node) for (const child of node.children) stack.push(child)
  }
  return starts
}
