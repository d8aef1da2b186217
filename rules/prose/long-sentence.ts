import type { Sentence } from 'nlcst'
import * as z from 'zod'
import { atMost, defineArticleRule, englishBlocks } from '../../src/rule/rule.ts'
import { proseTreeOf } from '../../src/rule/prose-tree.ts'
import { isHard, readabilityDefaults } from '../../src/rule/readability.ts'

export default defineArticleRule({
  id: 'prose/long-sentence',
  description: 'Sentences end before the reader forgets how they began.',
  why: 'Easy words do not help when there are fifty of them: a condition at the start is forgotten by the time the step comes.',
  severity: 'suggestion',
  options: z.strictObject({
    maxWords: z
      .number()
      .int()
      .positive()
      .default(40)
      .describe('words that a sentence may have; names, code and bold are not counted, and of a list one word an item'),
    leaveHard: z
      .boolean()
      .default(true)
      .describe('whether sentences with hard words are left to `prose/readability`, as far as its defaults find them'),
    atMost: atMost(3),
  }),
  examples: [
    {
      name: 'Short ones',
      input: 'Open the queue and add the agents. They hear each call after the ones before it have been answered.\n',
      findings: [],
    },
    {
      name: 'A long one of easy words',
      input:
        'If you want the calls that come in at night to go to the team that has the late shift and not to the one that is at home by then, open the page of the queue and set the hours.\n',
      findings: ['1:1-1:176: Unexpected sentence of 41 words, expected at most 40, split it'],
    },
    {
      name: 'A list in a sentence counts little, names and code not at all',
      input:
        'You can see the calls that were missed, answered, paused, held, moved, put back, sent on, dropped, rated, marked, noted, saved, shared, sent by mail, kept for later, checked, put away, or lost on the way to **Late Shift Team One** of the North American Phone Company.\n',
      findings: [],
    },
    {
      name: 'One that is too hard as well is found by `prose/readability`',
      input:
        'Organisational administrators possessing appropriate authorisation should subsequently reconfigure their individual telecommunication availability preferences, notwithstanding that alternative departmental configuration requirements, which have been previously established elsewhere, are in the way of it when you open the page of the queue in which they are.\n',
      options: { maxWords: 30 },
      findings: [],
    },
    {
      name: 'Or by this rule, where that one is off',
      input:
        'Organisational administrators possessing appropriate authorisation should subsequently reconfigure their individual telecommunication availability preferences, notwithstanding that alternative departmental configuration requirements, which have been previously established elsewhere, are in the way of it when you open the page of the queue in which they are.\n',
      options: { maxWords: 30, leaveHard: false },
      findings: ['1:1-1:360: Unexpected sentence of 43 words, expected at most 30, split it'],
    },
    {
      name: 'A table that is none',
      input:
        '|the name|what it is|\n|the first|it is the one that is used when the number that has been called is not in the list that you see on the page, and it is the one that you hear if you are in the queue of the team|\n',
      findings: [],
    },
  ],
  *check(article, { maxWords, leaveHard }) {
    if (englishBlocks(article).length === 0) return
    const tree = proseTreeOf(article, {
      minWords: maxWords + 1,
      mayHold: (words) => !(leaveHard && isHard(words, readabilityDefaults)),
    })
    for (const paragraph of tree?.children ?? []) {
      if (paragraph.type !== 'ParagraphNode') continue
      for (const sentence of paragraph.children) {
        if (sentence.type !== 'SentenceNode' || !sentence.position) continue
        const words = countIn(sentence)
        if (words <= maxWords) continue
        const { start, end } = sentence.position
        yield {
          at: article.locate(start.offset ?? 0, end.offset ?? 0),
          message: `Unexpected sentence of ${words} words, expected at most ${maxWords}, split it`,
          data: { words },
        }
      }
    }
  },
})

/** More words between two commas are a part of the sentence, and no item of a list. */
const mostInItem = 3

/** The words of a sentence, of two that look like one those of the longer, where an item of a list counts as one; none of a table that is not one to the parser. */
function countIn({ children }: Sentence): number {
  let [longest, count, part] = [0, 0, 0]
  let isItem = false
  for (const [index, node] of children.entries()) {
    if (node.type === 'WordNode') part++
    if (node.type !== 'PunctuationNode') continue
    if (node.value === '|') return 0
    if (/[.!?]/.test(node.value) && children[index + 1]?.type === 'WhiteSpaceNode') {
      longest = Math.max(longest, count + part)
      count = part = 0
      isItem = false
    }
    if (node.value !== ',' && node.value !== ';') continue
    // What stands before the first comma, or behind the last, is no item.
    count += isItem && part <= mostInItem ? Math.min(part, 1) : part
    part = 0
    isItem = true
  }
  return Math.max(longest, count + part)
}
