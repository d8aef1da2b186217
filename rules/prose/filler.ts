import * as z from 'zod'
import {
  atMost,
  defineArticleRule,
  editOf,
  findPhrases,
  inCaseOf,
  startsAsInstruction,
  startsSentence,
} from '../../src/rule/rule.ts'

/** Words that stand before an instruction and add nothing to it, with what may stand before them when they do. */
const beforeInstruction: Record<string, RegExp> = {
  simply: /(?:^|[.,;:!?–—(\uFFFC]|\b(?:and|or|then|can|to|please))\s*$/i,
  // `And just enable it for one mailbox`: that it is only this one is what the sentence says.
  just: /(?:^|[.,;:!?–—(]|\b(?:then|can|please))\s*$/i,
}

export default defineArticleRule({
  id: 'prose/filler',
  description: 'Sentences begin with what they say.',
  why: 'Words such as `please note that` make readers wait for the point, and `simply` tells those who are stuck that it is their fault.',
  severity: 'suggestion',
  options: z.strictObject({
    phrases: z
      .array(z.string())
      .default([
        'please note that',
        'kindly note that',
        'please be aware that',
        'please be advised that',
        'please keep in mind that',
        'it is important to note that',
        "it's important to note that",
        'it is worth noting that',
        "it's worth noting that",
        'it should be noted that',
        'needless to say,',
        'simply',
        'just',
      ])
      .describe('in small letters; `simply` and `just` count before an instruction only'),
    atMost: atMost(3),
  }),
  fixable: true,
  examples: [
    {
      name: 'The point at once',
      input: 'The switch is off after this. Open it to see when it was used.\n',
      findings: [],
    },
    {
      name: 'A run-up',
      input: 'Please note that the switch is off after this, and it should be noted that `x` is too.\n',
      findings: [
        '1:1-1:17: Unexpected `Please note that`, expected the point at once, leave it out',
        '1:52-1:75: Unexpected `it should be noted that`, expected the point at once, leave it out',
      ],
      fixed: 'The switch is off after this, and `x` is too.\n',
    },
    {
      name: 'It is not simple for everyone',
      input:
        '- Simply open [the page](x.md), and then just click **Save**. You can simply repeat this.\n- To stop it, simply select **Stop**.\n',
      findings: [
        '1:3-1:9: Unexpected `Simply`, expected the point at once, leave it out',
        '1:42-1:46: Unexpected `just`, expected the point at once, leave it out',
        '1:71-1:77: Unexpected `simply`, expected the point at once, leave it out (and 1 more in this article)',
      ],
      fixed: '- Open [the page](x.md), and then click **Save**. You can repeat this.\n- To stop it, select **Stop**.\n',
    },
    {
      name: 'Where they mean something',
      input:
        'Open the number that you just added, not just open calls. It simply shows the list, and you can see just one. The queue is just full. Remove all, and just add the one that is missing.\n',
      findings: [],
    },
    {
      name: 'Inside another sentence, a person has to reword it',
      input: 'We ask all admins to please note that the switch is off.\n',
      findings: ['1:22-1:38: Unexpected `please note that`, expected the point at once, leave it out'],
    },
    {
      name: 'What a screen says',
      input: 'The page says "Please note that the number is off", or the option is **Just add it**.\n',
      findings: [],
    },
    { name: 'Another language', input: 'Klicken Sie auf Speichern. Just open it.\n', findings: [] },
  ],
  *check(article, { phrases }) {
    for (const { block, start, end, text, name } of findPhrases(article, phrases)) {
      const before = block.plain.slice(Math.max(0, start - 12), start)
      const rest = block.plain.slice(end)
      const mark = beforeInstruction[name]
      if (mark && !(mark.test(before) && /^ \p{Ll}/u.test(rest) && startsAsInstruction(rest.slice(0, 40)))) continue
      // Whatever stands before it has to go on without it.
      const isFree = mark || startsSentence(block.plain, start) || /(?:,|\b(?:and|but))\s$/.test(before)
      const next = end + (/^\s*/.exec(rest)?.[0].length ?? 0)
      const gone = isFree && next > end ? editOf(article, block, start, next, '') : []
      const letter = block.text.slice(next, next + 1)
      const capital = inCaseOf(text, letter)
      const raised = capital === letter ? [] : editOf(article, block, next, next + 1, capital)
      const isWhole = gone.length > 0 && (capital === letter || raised.length > 0)
      yield {
        at: block.at(start, end),
        message: `Unexpected \`${text}\`, expected the point at once, leave it out`,
        key: name,
        ...(isWhole ? { fix: [...gone, ...raised] } : {}),
      }
    }
  },
})
