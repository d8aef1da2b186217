import type { PhrasingContent } from 'mdast'
import * as z from 'zod'
import { defineArticleRule, linkTextOf } from '../../src/rule/rule.ts'

/** What may be the whole text of a link without a word of what it leads to, with a verb before it or not. */
const saysNothing =
  /^(?:(?:please )?(?:click|tap|press|go|look|see|visit|check|read|follow|use|open|refer to|find (?:it|out)) )?(?:(?:on |at |to )?(?:here|this|(?:this|the|that|following|the following|this following) (?:link|page|url|website|site|web ?page|article|document|guide|post)|link|url))(?: (?:here|below|above))?$|^(?:click|read|see|learn|find out|view|show|know|get)? ?(?:more|more (?:details|info)|further (?:details|info))$/

/** A word of each of those. */
const mayBe = /here|this|link|url|more|further|article|page|site|following/i

const longest = 40

export default defineArticleRule({
  id: 'links/text',
  description: 'The text of a link says what it leads to.',
  why: 'Eyes and screen readers jump from link to link. `Here` says nothing among other links, and nothing to a search engine.',
  severity: 'suggestion',
  options: z.strictObject({
    allow: z.array(z.string()).default([]).describe('texts that a house uses all the same, in any letters'),
  }),
  examples: [
    {
      name: 'What it leads to',
      input:
        'See [how to pause a number](pause.md), or [here is a list of plans](plans.md).\n\n[This plan](plans.md#team) has it.\n',
      findings: [],
    },
    {
      name: 'Nothing about it',
      input:
        'To pause a number, [click here](pause.md). Roles are explained in [**this article**](roles.md): [Read more…](more.md)\n',
      findings: [
        '1:21-1:31: Unexpected link text `click here`, expected what the link leads to, name it',
        '1:70-1:82: Unexpected link text `this article`, expected what the link leads to, name it',
        '1:98-1:108: Unexpected link text `Read more…`, expected what the link leads to, name it',
      ],
    },
    {
      name: 'Words that are names here',
      input: 'Set it in [Page](page.md), [Website](site.md) or [More options](more.md); see [articles](list.md).\n',
      findings: [],
    },
    {
      name: 'What is no link, and a picture in one',
      input: 'Write `[here](pause.md)` or \\[here]. [![here](menu.png)](menu.md)\n',
      findings: [],
    },
    {
      name: 'A text of the house',
      input: 'Ten minutes a month are free. [Learn more](plans.md)\n',
      options: { allow: ['learn more'] },
      findings: [],
    },
  ],
  *check(article, { allow }) {
    const allowed = new Set(allow.map((text) => text.toLowerCase()))
    for (const node of article.links.links) {
      const text = linkTextOf(node, longest)
      if (text === undefined || !mayBe.test(text)) continue
      const words = text
        .toLowerCase()
        .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
        .replace(/\s+/g, ' ')
      if (!saysNothing.test(words) || allowed.has(words)) continue
      const at = node.children.length === 1 ? innermost(node.children[0]!) : node
      yield { at, message: `Unexpected link text \`${text}\`, expected what the link leads to, name it` }
    }
  },
})

/** The text itself, without the marks of bold or italics around it. */
function innermost(node: PhrasingContent): PhrasingContent {
  return 'children' in node && node.children.length === 1 ? innermost(node.children[0]!) : node
}
