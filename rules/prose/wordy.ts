import * as z from 'zod'
import { atMost, defineArticleRule, editOf, findPhrases, inCaseOf } from '../../src/rule/rule.ts'

export default defineArticleRule({
  id: 'prose/wordy',
  description: 'Sentences take the short word where it says the same.',
  why: 'Readers look for the step, and each word before it is in their way; translators and people who learn English trip over the long ones.',
  severity: 'suggestion',
  options: z.strictObject({
    phrases: z
      .record(z.string(), z.string())
      .default({
        'in order to': 'to',
        'prior to': 'before',
        'subsequent to': 'after',
        'due to the fact that': 'because',
        'because of the fact that': 'because',
        'despite the fact that': 'although',
        'in spite of the fact that': 'although',
        'in the event that': 'if',
        'at this point in time': 'now',
        'at the present time': 'now',
        'until such time as': 'until',
        'for the purpose of': 'for',
        'in the absence of': 'without',
        'with the exception of': 'except for',
        'in lieu of': 'instead of',
        'each and every': 'every',
        'is able to': 'can',
        'are able to': 'can',
        'has the ability to': 'can',
        'make use of': 'use',
        'makes use of': 'uses',
        'making use of': 'using',
        'take into consideration': 'consider',
        'on a daily basis': 'daily',
        'on a weekly basis': 'weekly',
        'on a monthly basis': 'monthly',
        'on a regular basis': 'regularly',
        utilize: 'use',
        utilizes: 'uses',
        utilized: 'used',
        utilizing: 'using',
        utilise: 'use',
        utilises: 'uses',
        utilised: 'used',
        utilising: 'using',
        leverages: 'uses',
        leveraging: 'using',
        'to leverage': 'to use',
        'can leverage': 'can use',
      })
      .describe('phrases in small letters, and what the fix writes for each'),
    atMost: atMost(3),
  }),
  fixable: true,
  examples: [
    { name: 'Plain words', input: 'To pause a number, open it and switch it off before the call.\n', findings: [] },
    {
      name: 'Long words',
      input: 'In order to pause a number, utilize the switch that you see prior to the call.\n',
      findings: [
        '1:1-1:12: Unexpected `In order to`, expected `To`, write the plain words',
        '1:29-1:36: Unexpected `utilize`, expected `use`, write the plain words',
        '1:61-1:69: Unexpected `prior to`, expected `before`, write the plain words',
      ],
      fixed: 'To pause a number, use the switch that you see before the call.\n',
    },
    {
      name: 'Names, code and what a screen says are left alone',
      input:
        'If you see the message "Sign in prior to the call", open **Prior to** or `in order to`, and then the report Calls Prior to Today.\n',
      findings: [],
    },
    {
      name: 'One that can be heard in another way',
      input:
        'If the admins are not able to sign in, and you are in order, tell us what you do prior. To be safe, wait.\n',
      findings: [],
    },
    {
      name: 'Too many of them',
      input: 'You are able to do this prior to the call, prior to the chat and prior to the end.\n',
      options: { atMost: 2 },
      findings: [
        '1:5-1:16: Unexpected `are able to`, expected `can`, write the plain words',
        '1:25-1:33: Unexpected `prior to`, expected `before`, write the plain words (and 2 more in this article)',
      ],
      fixed: 'You can do this before the call, before the chat and before the end.\n',
    },
    {
      name: 'Where the short word would stand twice, a person has to reword it',
      input: 'This is the page that you go to in order to see what it is.\n',
      findings: ['1:33-1:44: Unexpected `in order to`, expected `to`, write the plain words'],
    },
    {
      name: 'Another language',
      input: 'Öffnen Sie die Nummer und wählen Sie in order to. Der Anruf wird dann beendet.\n',
      findings: [],
    },
  ],
  *check(article, { phrases }) {
    for (const { block, start, end, text, name } of findPhrases(article, phrases)) {
      const better = inCaseOf(text, phrases[name] ?? name)
      yield {
        at: block.at(start, end),
        message: `Unexpected \`${text}\`, expected \`${better}\`, write the plain words`,
        // `The list to sign in to in order to call` would have a word twice.
        ...(standsBeside(better, block.text, start, end) ? {} : { fix: editOf(article, block, start, end, better) }),
        key: name,
      }
    }
  },
})

/** Whether the words before a range end, or those behind it begin, as other words do that are to stand there. */
function standsBeside(words: string, text: string, start: number, end: number): boolean {
  const all = words.toLowerCase().split(' ')
  const before = /([\p{L}'’]+)\s*$/u.exec(text.slice(Math.max(0, start - 30), start))?.[1]
  const behind = /^\s*([\p{L}'’]+)/u.exec(text.slice(end, end + 30))?.[1]
  return before?.toLowerCase() === all[0] || behind?.toLowerCase() === all.at(-1)
}
