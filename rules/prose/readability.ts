import * as z from 'zod'
import { defineArticleRule, load } from '../../src/rule/rule.ts'
import { isHard, readabilityDefaults } from '../../src/rule/readability.ts'
import { retextProblems } from '../../src/rule/unified-rule.ts'

const readability = () => load<typeof import('retext-readability')>('retext-readability').default

export default defineArticleRule({
  id: 'prose/readability',
  description: 'Sentences can be read at the first attempt.',
  why: 'Readers of a help centre are in a hurry, often on a phone, often not in their first language.',
  severity: 'suggestion',
  options: z.strictObject({
    age: z
      .number()
      .int()
      .positive()
      .default(readabilityDefaults.age)
      .describe('the age at which a reader should manage every sentence'),
    threshold: z
      .number()
      .gt(0)
      .lte(1)
      .default(readabilityDefaults.threshold)
      .describe('how many of the seven readability formulas must find a sentence too hard, as a share'),
    minWords: z
      .number()
      .int()
      .positive()
      .default(readabilityDefaults.minWords)
      .describe('shorter sentences are not judged'),
  }),
  examples: [
    {
      name: 'One idea a sentence',
      input:
        'Open Numbers and switch the number off. Callers then hear that it is paused. You can switch it on again at any time.\n',
      findings: [],
    },
    {
      name: 'Everything at once',
      input:
        'Organisational administrators possessing appropriate authorisation should subsequently reconfigure their individual telecommunication availability preferences, notwithstanding alternative departmental configuration requirements previously established elsewhere.\n',
      findings: [
        '1:1-1:262: Unexpected sentence that is hard to read (5 of 7 formulas agree), expected one idea a sentence, split it',
      ],
    },
    {
      name: 'Names of menus, products and code are not judged',
      input:
        'Open **Organisational Telecommunication Administration Configuration** and add `notificationAuthorisationCertificate` to International Telecommunication Identification Services, then save it and wait for a minute until the page shows it.\n',
      findings: [],
    },
  ],
  *check(article, { age, threshold, minWords }) {
    for (const problem of retextProblems(article, readability, {
      options: [{ age, threshold, minWords }],
      screen: {
        minWords,
        mayHold: (words) => isHard(words, { age, threshold, minWords }),
      },
    })) {
      const agree = /(\w+) out of/.exec(problem.message)?.[1] ?? '7'
      yield {
        ...problem,
        message: `Unexpected sentence that is hard to read (${agree} of 7 formulas agree), expected one idea a sentence, split it`,
      }
    }
  },
})
