import { z } from 'zod'
import { defineArticleRule, load } from '../../src/rule/rule.ts'
import { retextProblems } from '../../src/rule/unified-rule.ts'

const readability = () => load<typeof import('retext-readability')>('retext-readability').default

/** The few thousand words of a language make up nearly all of a text: each is taken apart once. */
const syllablesKnown = new Map<string, number>()

function syllablesOf(word: string): number {
  const known = syllablesKnown.get(word)
  if (known !== undefined) return known
  if (syllablesKnown.size > 50_000) syllablesKnown.clear()
  const count = load<typeof import('syllable')>('syllable').syllable(word)
  syllablesKnown.set(word, count)
  return count
}

export default defineArticleRule({
  id: 'prose/readability',
  description: 'Sentences can be read at the first attempt.',
  why: 'Readers of a help centre are in a hurry, often on a phone, often not in their first language.',
  severity: 'suggestion',
  options: z.strictObject({
    age: z.number().int().positive().default(18).describe('the age at which a reader should manage every sentence'),
    threshold: z
      .number()
      .gt(0)
      .lte(1)
      .default(0.7)
      .describe('how many of the seven readability formulas must find a sentence too hard, as a share'),
    minWords: z.number().int().positive().default(20).describe('shorter sentences are not judged'),
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
        mayHold: (words, areRough) =>
          mayBeHard(
            words,
            areRough ? { age: age - 1, threshold, minWords: minWords - 2 } : { age, threshold, minWords },
          ),
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

/**
 * Whether enough of the plugin's seven formulas can find a sentence too hard. Five are worked out; of the two that look
 * words up in lists, Dale-Chall and Spache, the worst is taken that they could say.
 *
 * Formulas, and ages from grades: as in retext-readability and the packages that it names.
 */
function mayBeHard(
  words: string[],
  { age, threshold, minWords }: { age: number; threshold: number; minWords: number },
): boolean {
  const count = words.length
  if (count < minWords) return false
  const perWord = words.reduce((sum, word) => sum + word.length, 0) / count
  const ofGrade = (grade: number) => Math.round(grade + 5)
  const ages = [
    ofGrade(4.71 * perWord + 0.5 * count - 21.43), // Automated Readability Index
    ofGrade(5.88 * perWord - 29.6 / count - 15.8), // Coleman-Liau
    ofGrade(0.659 + 0.121 * count + 8.2), // Spache
    ofGrade(16), // Dale-Chall
    smog(count),
  ]
  const needed = threshold * 7
  const tooHard = () => ages.filter((one) => one > age).length
  // Without syllables first: they cost more than all the rest, and most sentences are out by then.
  if (tooHard() + 2 < needed) return false
  const syllables = words.map(syllablesOf)
  const ofThree = syllables.filter((number) => number >= 3).length
  ages.splice(-1, 1, smog(ofThree))
  ages.push(
    20 - Math.floor((206.835 - 1.015 * count - (84.6 * sum(syllables)) / count) / 10), // Flesch
    ofGrade(0.4 * (count + (100 * ofThree) / count)), // Gunning Fog
  )
  return tooHard() >= needed
}

/** The age by SMOG for so many words of three syllables or more. */
const smog = (ofThree: number) => Math.ceil(Math.sqrt(3.1291 + 1.043 * Math.sqrt(30 * ofThree)) + 2.5)

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
