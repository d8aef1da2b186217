import * as z from 'zod'
import { defineArticleRule, type Article, type Block } from '../../src/rule/rule.ts'

const verb = '(?:is|are|was|were|can|will|may|have|has|must|should)'
const item = '[^\\s,.;:()]+(?: [^\\s,.;:()]+){0,2}'

/** What stands where something is lost, and what to say. */
const losses: { pattern: RegExp; expected: string; advice: string }[] = [
  {
    // `Keys like 0, *, and are reserved`; without `like`, a second verb may well follow: `It is free, and is billed later`.
    pattern: new RegExp(
      `(?<=\\b(?:like|such as|including|e\\.g\\.,?|for example,?|namely) (?:${item}, ){1,6})(?:and|or)(?= ${verb} )`,
      'gi',
    ),
    expected: 'the last member of the list',
    advice: 'write what was lost',
  },
  {
    pattern: /(?<=\p{Ll} )\( ?\)(?= \p{Ll}| ?[.]?$)/gu,
    expected: 'something in the brackets',
    advice: 'write what was lost or remove them',
  },
  {
    pattern: /(?<=\p{Ll}{2})(?:\. \.|[,;] [.,])(?=\s\p{Lu}|\s\uFFFC|$)/gu,
    expected: 'one mark',
    advice: 'write what was lost between them or remove one',
  },
  {
    // No name begins with `Settings`: what follows is the next menu.
    pattern:
      /(?<=(?:^|[^\p{L}])(?:[Cc]lick|[Oo]pen|[Gg]o to|[Ss]elect|[Cc]hoose|[Tt]ap|[Nn]avigate to|[Vv]isit) )(?:Settings|Preferences) (?!(?:Page|Menu|Tab|Icon|Button|App|Panel|Screen|Window|Section|Dialog|Pane|Center|Centre|Wizard|Catalog|Manager)\b)\p{Lu}\p{Ll}+(?=[.,;]|$| (?:and|then|to|in|on)\b)/gu,
    expected: 'a sign between two menus',
    advice: 'write `>` or `→` between them',
  },
]

export default defineArticleRule({
  id: 'structure/lost-text',
  description: 'No words are missing where a conversion or an edit has left a hole.',
  why: 'What was lost is most often the very thing that was asked for: the name of a key, of a button, of the next menu.',
  severity: 'warning',
  options: z.strictObject({}),
  examples: [
    {
      name: 'Nothing lost',
      input:
        'Keys such as 0, \\*, and # are reserved. It is free, and is billed later. Call `main()` or print(). Open Settings > Billing.\n\nWait …\n',
      findings: [],
    },
    {
      name: 'A member of a list',
      input: 'Signs like +, -, and are not part of a number.\n',
      findings: ['1:18-1:21: Unexpected `and`, expected the last member of the list, write what was lost'],
    },
    {
      name: 'What stood in brackets, and between two full stops',
      input: 'Click the gear icon ( ) to go on. Then wait for the call. . It may take a minute.\n',
      findings: [
        '1:21-1:24: Unexpected `( )`, expected something in the brackets, write what was lost or remove them',
        '1:57-1:60: Unexpected `. .`, expected one mark, write what was lost between them or remove one',
      ],
    },
    {
      name: 'A picture, a tag or code stands there',
      input:
        'Click the gear icon (![gear](gear.png)) to go on. Click ![plus](plus.png), <b></b>. Then ( `*` ) to end.\n',
      findings: [],
    },
    {
      name: 'The sign between two menus',
      input:
        '1. Open Settings Numbers.\n2. Open Settings Page and go to Account Settings.\n3. Click **Settings Sync**.\n',
      findings: [
        '1:9-1:25: Unexpected `Settings Numbers`, expected a sign between two menus, write `>` or `→` between them',
      ],
    },
    {
      name: 'A table of which one mark is left',
      input: '## Fields\n\n|\n\n## Limits\n\nNone.\n',
      findings: ['3:1-3:2: Unexpected paragraph `|`, expected text or a table, write what was lost or remove it'],
    },
    {
      name: 'Marks that are meant',
      input: 'From one to ten:\n\n…\n\n\\*\n\n- ?\n',
      findings: [],
    },
  ],
  *check(article) {
    const mayHold = testFor(article.source)
    for (const block of article.blocks) {
      const { text, plain, kind } = block
      if (kind === 'heading' || kind === 'cell') continue
      if (text.length < 4 && kind === 'paragraph' && isRemnant(block)) {
        yield {
          at: block.node,
          message: `Unexpected paragraph \`${text.trim()}\`, expected text or a table, write what was lost or remove it`,
        }
      }
      if (!mayHold(text)) continue
      for (const { pattern, expected, advice } of losses) {
        for (const { 0: found, index } of plain.matchAll(pattern)) {
          const at = block.at(index, index + found.length)
          if (!isAllThereIs(found, at.start.offset, at.end.offset, article)) continue
          yield { at, message: `Unexpected \`${found}\`, expected ${expected}, ${advice}` }
        }
      }
    }
  },
})

/** Whether a paragraph is what is left of a table or a sentence. Dots and a star may part what stands around them. */
function isRemnant({ text, node }: Block): boolean {
  return /^\s*[|,;:)\]]{1,2}\s*$/.test(text) && node.children.every(({ type }) => type === 'text')
}

/** Whether the file holds no more than the text shows: a picture or a tag is no text, but it is seen. */
function isAllThereIs(found: string, start: number, end: number, { source }: Article): boolean {
  const bare = (text: string) => text.replace(/[*_~\s\\]/g, '')
  return start === end || bare(source.slice(start, end)) === bare(found)
}

/** What a text has that has lost something. An article has few of them: they are looked for in the whole of it first. */
const signs = ['( )', '()', 'Settings ', 'Preferences ']
const twoMarks = /[.,;] [.,]/
const listWithoutEnd = /, (?:and|or) (?:is|are|was|were|can|will|may|ha|must|sho)/

/** A cheap test whether a text of an article may have lost something. */
function testFor(source: string): (text: string) => boolean {
  const present = signs.filter((sign) => source.includes(sign))
  const patterns = [twoMarks, listWithoutEnd].filter((pattern) => pattern.test(source))
  if (present.length === 0 && patterns.length === 0) return () => false
  return (text) => present.some((sign) => text.includes(sign)) || patterns.some((pattern) => pattern.test(text))
}
