import * as z from 'zod'
import { atMost, defineArticleRule, findPhrases } from '../../src/rule/rule.ts'

const terms: Record<string, string> = {
  ...forms('whitelist', 'allowlist', 'allow'),
  ...forms('blacklist', 'blocklist', 'block'),
  'master/slave': 'primary and replica',
  'master-slave': 'primary and replica',
  slave: 'replica',
  slaves: 'replicas',
  'sanity check': 'quick check',
  'sanity checks': 'quick checks',
  dummy: 'placeholder',
  grandfathered: 'exempt',
  manpower: 'staff',
  'man-hours': 'hours of work',
  'man hours': 'hours of work',
  crippled: 'limited',
  handicapped: 'disabled',
  'wheelchair-bound': 'in a wheelchair',
  guys: 'everyone',
  'he/she': 'they',
  'she/he': 'they',
  's/he': 'they',
  'he or she': 'they',
  'she or he': 'they',
  'him/her': 'them',
  'him or her': 'them',
  'his/her': 'their',
  'his or her': 'their',
  'her or his': 'their',
}

/** A list as a noun and as a verb, in the ways that it is written. */
function forms(list: string, noun: string, verb: string): Record<string, string> {
  const spellings = [list, list.replace('list', ' list'), list.replace('list', '-list')]
  return Object.fromEntries(
    spellings.flatMap((spelling) => [
      [spelling, noun],
      [`${spelling}s`, `${noun}s`],
      [`${spelling}ed`, `${verb}ed`],
      [`${spelling}ing`, `${verb}ing`],
    ]),
  )
}

export default defineArticleRule({
  id: 'prose/insensitive',
  description: 'Articles use words that leave nobody out.',
  why: 'A help centre is read by everyone who has a problem; a word that stings some of them is easy to spare, and the plain one says more exactly what is meant.',
  severity: 'suggestion',
  options: z.strictObject({
    terms: z
      .record(z.string(), z.string())
      .default(terms)
      .describe('terms in small letters, and what to say in place of each'),
    atMost: atMost(3),
  }),
  examples: [
    { name: 'Plain words', input: 'Add the address to the allowlist that your firewall has.\n', findings: [] },
    {
      name: 'A list with a colour',
      input: '# How do I whitelist an address?\n\nAdd the address to the white list of your firewall.\n',
      findings: [
        '1:12-1:21: Unexpected `whitelist`, expected words such as `allowlist`, say it without the slight',
        '3:24-3:34: Unexpected `white list`, expected words such as `allowlist`, say it without the slight',
      ],
    },
    {
      name: 'Half of all people, twice',
      input: 'When an agent is away, he or she can pause the queue.\n',
      findings: ['1:24-1:33: Unexpected `he or she`, expected words such as `they`, say it without the slight'],
    },
    {
      name: 'What a screen, a command or a product is called cannot be chosen',
      input:
        'Open **Blacklist**, run `add-whitelist`, or see if it says "this is the blacklist". It is in Caller Blacklist too.\n',
      findings: [],
    },
    {
      name: 'Words that are fine',
      input:
        'If the account is disabled or the value is invalid, the host can kill the process that is on the master.\n',
      findings: [],
    },
    {
      name: 'Another language',
      input: 'Fügen Sie die Nummer der Whitelist hinzu, die Whitelist ist unter Einstellungen.\n',
      findings: [],
    },
  ],
  *check(article, { terms }) {
    for (const { block, start, end, text, name } of findPhrases(article, terms)) {
      yield {
        at: block.at(start, end),
        message: `Unexpected \`${text}\`, expected words such as \`${terms[name] ?? name}\`, say it without the slight`,
        key: name,
      }
    }
  },
})
