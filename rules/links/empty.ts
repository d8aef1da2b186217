import type { Link } from 'mdast'
import * as z from 'zod'
import { defineArticleRule, linkTextOf, targetRangeOf, type Article, type Problem } from '../../src/rule/rule.ts'

const placeholder = /^(?:#|todo|tbd|tba|xxx+|link|url|insert[-_ ]?(?:link|url)(?:[-_ ]?here)?)?$/i
const longestPlaceholder = 16
/** `#` is the top of the page. */
const toTop = /\b(?:top|up|back|start|beginning)\b/i
const withoutScheme = /^www\.[\w-]+\.[a-z]/i

/** What is no link for a space in it. What stands in the round brackets can be nothing but an address or a path. */
const spaces = [
  {
    start: '] (',
    pattern: /\[[^[\]\n]{1,200}\] \((?:https?:\/\/|\.{0,2}\/[\w.-]+\/|[\w./-]{1,200}\.md\b)[^\s()]{0,300}\)/g,
    advice: 'remove the space after `]`',
  },
  {
    start: '](',
    pattern: /\[[^[\]\n]{1,200}\]\((?=[^()]{0,300} )[^()\n"'<>:,;]{1,300}\.(?:md|html?|png|jpe?g|pdf)\)/gi,
    advice: 'put `<` and `>` around the target',
  },
]

/** Found in the text of the file: few articles have to be looked at block by block. */
const mayHoldSpace = /\](?: \(|\([^()\s<]{0,300} [^()\n<"']{1,300}\))/

export default defineArticleRule({
  id: 'links/empty',
  description: 'Every link has a target.',
  why: 'A link without one looks right to its writer; readers click, and nothing happens or the page jumps to its top.',
  severity: 'warning',
  options: z.strictObject({}),
  examples: [
    {
      name: 'Links that lead somewhere',
      input:
        'See [pausing](pause.md), [the roles](<all roles.md>), [back to top](#), where [x] (see below) is [y] (the first), \\[z](of a.md) and `[z]()`.\n',
      findings: [],
    },
    {
      name: 'No target, one that was never written, and an address without its beginning',
      input: 'See [pausing](), [porting](TODO), [all](#), [ours](www.example.com/help).\n',
      findings: [
        '1:5-1:16: Unexpected link `pausing` without a target, expected where it leads, write that or remove the link',
        '1:18-1:33: Unexpected link `porting` to `TODO`, expected where it leads, write that or remove the link',
        '1:35-1:43: Unexpected link `all` to `#`, expected where it leads, write that or remove the link',
        '1:52-1:72: Unexpected address `www.example.com/help`, expected one that begins with `https://`, add that',
      ],
      fixed: 'See [pausing](), [porting](TODO), [all](#), [ours](https://www.example.com/help).\n',
    },
    {
      name: 'A space that makes it no link',
      input: 'See [pausing] (https://example.com/pause), or [roles](all roles.md).\n',
      findings: [
        '1:5-1:42: Unexpected space in `[pausing] (https://example.com/pause)`, expected a link, remove the space after `]`',
        '1:47-1:68: Unexpected space in `[roles](all roles.md)`, expected a link, put `<` and `>` around the target',
      ],
    },
    {
      name: 'A picture as a link, and anchors',
      input: '[![The menu](menu.png)](menu.md) and [](){#menu}, [](menu.md), <a name="menu"></a>\n',
      findings: [],
    },
  ],
  fixable: true,
  *check(article) {
    for (const node of article.links.links) if (node.type === 'link') yield* problemsOf(node, article)
    if (mayHoldSpace.test(article.source)) yield* noLinksIn(article)
  },
})

function* problemsOf(node: Link, { source, locate }: Article): Generator<Problem> {
  const { url } = node
  if (withoutScheme.test(url)) {
    const range = targetRangeOf(node, source)
    if (!range || !withoutScheme.test(source.slice(range.start, range.end))) return
    yield {
      at: locate(range.start, range.end),
      message: `Unexpected address \`${url}\`, expected one that begins with \`https://\`, add that`,
      fix: [{ start: range.start, end: range.start, text: 'https://' }],
    }
    return
  }
  if (url.length > longestPlaceholder || !placeholder.test(url)) return
  const text = linkTextOf(node, 200)
  if (text === undefined || (url === '#' && toTop.test(text))) return
  const target = url === '' ? 'without a target' : `to \`${url}\``
  yield {
    at: node,
    message: `Unexpected link \`${text}\` ${target}, expected where it leads, write that or remove the link`,
  }
}

/** What was meant as a link, and is none for a space. */
function* noLinksIn({ blocks, source }: Article): Generator<Problem> {
  for (const { text, at } of blocks) {
    if (!text.includes(']')) continue
    for (const { pattern, start: opening, advice } of spaces) {
      if (!text.includes(opening)) continue
      for (const { 0: found, index } of text.matchAll(pattern)) {
        const place = at(index, index + found.length)
        const { start, end } = place
        // A mark that was escaped is meant as it is.
        if (source[start.offset - 1] === '\\' || source.slice(start.offset, end.offset).includes('\\')) continue
        yield { at: place, message: `Unexpected space in \`${found}\`, expected a link, ${advice}` }
      }
    }
  }
}
