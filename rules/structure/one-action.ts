import type { Nodes, Paragraph, Parents } from 'mdast'
import * as z from 'zod'
import { defineArticleRule, isProcedure, sentencesOf, startsAsInstruction, type Block } from '../../src/rule/rule.ts'

export default defineArticleRule({
  id: 'structure/one-action',
  description: 'A step of a procedure asks for one thing.',
  why: 'A reader who looks away to do the first of three things comes back to the number, and misses the other two.',
  severity: 'suggestion',
  options: z.strictObject({
    actions: z.number().int().min(2).default(3).describe('from this many sentences that instruct, a step is split'),
  }),
  examples: [
    {
      name: 'One thing, and what comes of it',
      input: '1. Open Numbers. The list of numbers opens. It may take a minute.\n2. Select one and click Save.\n',
      findings: [],
    },
    {
      name: 'Three in one',
      input: '1. Open Numbers.\n2. Select a number. Switch it off. Click Save.\n',
      findings: ['2:4-2:47: Unexpected step with 3 actions, expected one, give each of them a step of its own'],
    },
    {
      name: 'A list that does not instruct',
      input:
        '- Open a ticket. Add the number. Send it.\n\n1. Basic plan. Call us. Write to us. Visit us.\n2. Team\n3. Company\n',
      findings: [],
    },
  ],
  *check(article, { actions }) {
    const crowded = new Map<Nodes, { block: Block; start: number; end: number; count: number }>()
    for (const block of article.blocks) {
      // An action takes two words.
      if (block.kind !== 'item' || block.words.length < 2 * actions || !hasSentences(block.text, actions)) continue
      const instructions = sentencesOf(block.text).filter(({ text }) => startsAsInstruction(text))
      const [first, last] = [instructions[0], instructions.at(-1)]
      if (!first || !last || instructions.length < actions) continue
      crowded.set(block.node, { block, start: first.start, end: last.end, count: instructions.length })
    }
    if (crowded.size === 0) return
    for (const paragraph of stepsIn(article.tree)) {
      const step = crowded.get(paragraph)
      if (!step) continue
      yield {
        at: step.block.at(step.start, step.end),
        message: `Unexpected step with ${step.count} actions, expected one, give each of them a step of its own`,
      }
    }
  },
})

/** The first paragraph of each step of the procedures in a tree. */
function* stepsIn(tree: Parents): Generator<Paragraph> {
  const parents = [tree]
  for (let parent = parents.pop(); parent; parent = parents.pop()) {
    for (const node of [...parent.children].reverse()) {
      if (node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote') parents.push(node)
    }
    if (parent.type !== 'list' || !parent.ordered || parent.children.length < 2 || !isProcedure(parent)) continue
    for (const { children } of parent.children) if (children[0]?.type === 'paragraph') yield children[0]
  }
}

/** Whether a text may have so many sentences: a cheap test. */
function hasSentences(text: string, count: number): boolean {
  let at = 0
  for (let found = 1; found < count; found++) {
    at = text.indexOf('. ', at) + 1
    if (at === 0) return false
  }
  return true
}
