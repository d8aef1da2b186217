import * as z from 'zod'
import { defineArticleRule, ownCountsIn } from '../../src/rule/rule.ts'

export default defineArticleRule({
  id: 'conflicts/count',
  description: 'An article lists as many as it says there are.',
  why: 'A reader who was told of three ways and finds four does not know whether the fourth still works.',
  severity: 'warning',
  options: z.strictObject({}),
  examples: [
    {
      name: 'Three, then four',
      input:
        '# How do I pay?\n\nThere are three ways to pay:\n\n- by card\n- by bank transfer\n- by cheque\n- by wallet\n',
      findings: [
        '3:1-3:29: Unexpected `three ways`, expected `4`, as so many follow, write the right number, or list what is missing',
      ],
    },
    {
      name: 'In a sentence',
      input: '# Which roles are there?\n\nA team has two roles: owner, manager, and agent.\n',
      findings: [
        '3:1-3:49: Unexpected `two roles`, expected `3`, as so many follow, write the right number, or list what is missing',
      ],
    },
    {
      name: 'As headings',
      input:
        '# How do I sign in?\n\nThere are two methods.\n\n## Method 1: Password\n\nType it.\n\n## Method 2: Code\n\nType it.\n\n## Method 3: Key\n\nPlug it in.\n',
      findings: [
        '3:1-3:23: Unexpected `two methods`, expected `3`, as so many follow, write the right number, or list what is missing',
      ],
    },
    {
      name: 'As many as it says, or at least so many',
      input:
        '# How do I pay?\n\nThere are two ways to pay:\n\n- by card\n- by cheque\n\nChoose at least two options:\n\n- red\n- green\n- blue\n',
      findings: [],
    },
  ],
  *check(article) {
    for (const { at, quote, written, said, found, noun, members } of ownCountsIn(article)) {
      yield {
        at,
        message: `Unexpected \`${written}\`, expected \`${found}\`, as so many follow, write the right number, or list what is missing`,
        data: {
          subject: noun,
          left: { quote, value: String(said) },
          right: { quote: members.join(', '), value: String(found) },
          scope: '',
          confidence: 0.9,
        },
        key: `${noun} ${said} ${found}`,
      }
    }
  },
})
