import * as z from 'zod'
import { defineCorpusRule, type Facts, type Member, type WordForm } from '../../src/rule/rule.ts'

export default defineCorpusRule({
  id: 'style/variants',
  description: 'A name or word is spelled in one way throughout.',
  why: 'A search for `WhatsApp` or `email` may not find what says `Whatsapp` or `e-mail`, and a name that is misspelled looks careless.',
  severity: 'suggestion',
  options: z.strictObject({
    minArticles: z
      .number()
      .int()
      .positive()
      .default(5)
      .describe('how many articles must write it in the usual way, before another way is reported'),
    times: z.number().gt(1).default(5).describe('how many times as many articles as write it in the other way'),
  }),
  examples: [
    {
      name: 'One article against all others',
      options: { minArticles: 2, times: 2 },
      files: {
        'a.md': 'Send it by WhatsApp or email.\n',
        'b.md': 'Connect WhatsApp with your email address.\n',
        'c.md': 'We answer on Whatsapp and by e-mail.\n',
      },
      findings: [
        'c.md:1:14-1:22: Unexpected `Whatsapp`, which 1 article writes so, expected `WhatsApp` as in 2 articles, write it in one way',
        'c.md:1:30-1:36: Unexpected `e-mail`, which 1 article writes so, expected `email` as in 2 articles, write it in one way',
      ],
    },
    {
      name: 'As many this way as that way',
      options: { minArticles: 1, times: 2 },
      files: { 'a.md': 'Send it by email.\n', 'b.md': 'Send it by e-mail.\n' },
      findings: [],
    },
    {
      name: 'Headings, names of menus, code, addresses and other words with a hyphen are as they are',
      options: { minArticles: 1, times: 1.5 },
      files: {
        'a.md': 'The drop-down is in your WhatsApp: write to it in real-time mode and by email.\n',
        'b.md': 'The drop-down is in your WhatsApp: write to it in real time and by email.\n',
        'c.md':
          '## Whatsapp E-Mail\n\nClick **E-mail** and `Whatsapp`, see https://example.com/whatsapp-Whatsapp and whatsapp.com, or the folder Junk E-mail.\n\n> Your e-mail was not sent.\n',
      },
      findings: [],
    },
    {
      name: 'An article that writes it both ways has to choose as well',
      options: { minArticles: 2, times: 2 },
      files: {
        'a.md': 'Open SalesTrail.\n',
        'b.md': 'Open SalesTrail.\n',
        'c.md': 'Open SalesTrail. Close Salestrail. We love Salestrail.\n',
      },
      findings: [
        'c.md:1:24-1:34: Unexpected `Salestrail`, which 1 article writes so, expected `SalesTrail` as in 3 articles, write it in one way',
      ],
    },
    {
      name: 'A word of English, and a name that is made of it',
      files: {
        'a.md': 'The `box` is a CheckBox. Each CheckBox has a name.\n',
        'b.md': 'A CheckBox can be hidden.\n',
        'c.md': 'A CheckBox can be moved.\n',
        'd.md': 'Select the checkbox.\n',
      },
      findings: [],
    },
  ],
  *check(corpus, { minArticles, times }) {
    for (const [usual, ...others] of corpus.groupedBy(formsOf, spellingsIn)) {
      if (usual.forms.length < minArticles) continue
      for (const { word, forms } of others) {
        if (usual.forms.length < forms.length * times || !isVariant(word, usual.word)) continue
        for (const { article, item } of forms) {
          const [, line, column, offset] = item
          const start = { line, column, offset }
          const end = { line, column: column + word.length, offset: offset + word.length }
          yield {
            path: article.path,
            at: { start, end },
            message: `Unexpected \`${word}\`, which ${count(forms.length)} write${forms.length === 1 ? 's' : ''} so, expected \`${usual.word}\` as in ${count(usual.forms.length)}, write it in one way`,
            data: { usual: usual.word, articles: usual.forms.length, here: forms.length },
            key: word,
          }
        }
      }
    }
  },
})

const count = (articles: number) => `${articles} article${articles === 1 ? '' : 's'}`

/** A way to spell a word, and where it is spelt so first, article by article. */
interface Spelling {
  word: string
  forms: Member<WordForm>[]
}

const keys = new Map<string, string>()
const mostKeys = 200_000

/** The words of an article by what all their spellings have in common. */
function* formsOf({ wordForms }: Facts): Generator<[string, WordForm]> {
  for (const form of wordForms) {
    const word = form[0]
    let key = keys.get(word)
    if (key === undefined) {
      if (keys.size >= mostKeys) keys.clear()
      keys.set(word, (key = word.toLowerCase().replaceAll('-', '')))
    }
    yield [key, form]
  }
}

/** The spellings of a group, the most frequent first; nothing where there is one only. */
function spellingsIn(group: readonly Member<WordForm>[]): [Spelling, ...Spelling[]] | undefined {
  const byWord = new Map<string, Spelling>()
  for (const member of group) {
    const word = member.item[0]
    const spelling = byWord.get(word)
    if (spelling) spelling.forms.push(member)
    else byWord.set(word, { word, forms: [member] })
  }
  const [usual, ...others] = [...byWord.values()].sort((a, b) => b.forms.length - a.forms.length)
  return usual && others.length > 0 ? [usual, ...others] : undefined
}

const hasCapitalInside = (word: string) => /[a-z][A-Z]/.test(word)

/** Whether a word is another spelling of the usual one, and not the same word elsewhere in a sentence, or another thing. */
function isVariant(word: string, usual: string): boolean {
  if (word.toLowerCase() === usual.toLowerCase()) {
    // A word that English has, beside a name made of it: a `checkbox`, and the object `CheckBox`.
    if (word === word.toLowerCase()) return false
    // In case alone: only a name with a capital inside has one way to be written.
    return hasCapitalInside(usual) && !usual.includes('-') && !isIdentifier(usual) && !isIdentifier(word)
  }
  // In hyphens: what has capitals besides is another thing, such as `ReadOnly`, the name of a setting.
  if (hasCapitalInside(word) || hasCapitalInside(usual) || isVerbOrNoun(word, usual)) return false
  // `Junk E-mail`: the name of a folder, where `email` is the word.
  return startsSmall(word) || !startsSmall(usual)
}

const startsSmall = (word: string) => /^\p{Ll}/u.test(word)

/** `serverName`: what programs call their values. */
const isIdentifier = (word: string) => /^[a-z]{3,}[A-Z]/.test(word)

const closedAnyhow = /^(?:drop-down|pop-up|plug-in|add-in|add-on)s?$/i

/** `sign-in` and `signin`, `set-up` and `setup`: which one is right depends on the sentence. */
function isVerbOrNoun(...words: string[]): boolean {
  return words.some(
    (word) => !closedAnyhow.test(word) && /-(?:in|on|off|out|up|to|down|by|over|back|through|away)s?$/i.test(word),
  )
}
