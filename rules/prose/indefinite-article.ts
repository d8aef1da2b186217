import * as z from 'zod'
import { defineArticleRule, editOf, englishBlocks, inCaseOf, isQuoted, startsSentence } from '../../src/rule/rule.ts'

/** An article and the beginning of a word that it may not go with; what is found is looked at again. */
const suspect =
  /[Aa](?:\s["“(]?(?=[aeioAEIO]|u[glmnprst]|8|1[18]|h(?:ou|on|ei)|[FHLMNRSX][A-Z])|n\s["“(]?(?=[bcdfghjklmnpqrstvwyzBCDFGJKLMNPQRSTVWYZ]|[uU]|[eE][uU]|[oO]n(?:e|ce)|[1-79]))(?<=(?:^|[\s("“])[Aa]n?\s["“(]?)([A-Za-z0-9][\w-]{0,40})(?!\.?\w)/g

/** Words after `a` that is a letter, `column a is`, or a slip for something else, `an the`: whatever it is, it is no article. */
const noNoun = new Set(
  'a about above after all also an and any are as at be but by can do each equals every exceeds for from has have how i if in into is it its nor not of on or our out over so that the then these this those to under until up us was we were when where which who will with you your'.split(
    ' ',
  ),
)

/** Spelled, and the name of the first letter begins as `you` does. */
const spelledYou =
  /^(?:UI|UX|URLs?|URIs?|UK|USA?|USB|UTC|UTF|UUID|UDP|UDF|UPN|UPC|UPS|UAC|UNC|UVA?|UAE|UN|UNIX)(?![A-Za-z])/
/** Spelled, as without a vowel nobody can read it as a word, and the name of the first letter begins with a vowel. */
const spelledVowel = /^(?=[FHLMNRSX])[B-DF-HJ-NP-TV-XZ]{2,6}s?(?![A-Za-z])/
/** Read as a word by some: `a SQL server`; or a short form of two words. */
const eitherWay = /^(?:FAQ|SQL|MS|MR|NT|RSVP|SRV|FM|HP|HTC|LG|MKR|EU)/
/** An `h` that is not heard, and one that some leave out. */
const silentH = /^(?:hour|honest|honou?r|heir)/
const eitherH = /^(?:his?tor|habit|hotel|herb|hallucin|heredit|hilar|horr|hypo?th|heroi|hyster)/
/** `An unused`, `an uninstalled`, `an upgrade`, `an urgent`; and `a user`, `a unit`. */
const plainU = /^(?:un(?!i|animo|ary|esco)|uni(?:n|mp|d(?!ir))|up(?!s$|c$|n$)|ult|um[bp]|ur[bgn]|ug[hl]|ush|utt|utm)/
const likeYou = /^(?:us(?:e|u|ab|ag)|uni(?:t|q|v|f(?!l)|x|co|ca|on|la|di)|util|ubiq)/
/** Consonants that English words begin with before their first vowel; what begins otherwise is spelled, as `an npm package`. */
const consonants =
  /^(?:[bcdfghjklmnpqrstvwyz]|[bcfgps]l|[bcdfgkptw]r|[cpstwg]h|qu|s[ckmnptqw]|[st]w|kn|ps|squ|[st]hr|chr|sch|sc[rh]|sp[lr]|str)[aeiouy][a-z-]/

export default defineArticleRule({
  id: 'prose/indefinite-article',
  description: 'The articles `a` and `an` fit the sound of the word that follows.',
  why: 'Readers stumble over the wrong one, and it is what a word leaves behind that was changed in a hurry.',
  severity: 'suggestion',
  options: z.strictObject({
    either: z.array(z.string()).default([]).describe('beginnings of words, as written, that may have either'),
  }),
  fixable: true,
  examples: [
    {
      name: 'As they are said',
      input:
        'An hour, a user, an unused one, a one-time code, a European number, an SMS, an 8-digit PIN, a SQL table, an FAQ, a FAQ, an npm script, a UI, an x-ray, a OneNote page, an https address and an .eml file: this is how it is.\n',
      findings: [],
    },
    {
      name: 'Wrong',
      input:
        'Add a agent to an user group. If it is a HTML page, an URL is in it. A 8-digit PIN opens an new page, and it takes a hour.\n',
      findings: [
        '1:5-1:6: Unexpected `a` before `agent`, expected `an`, write it',
        '1:16-1:18: Unexpected `an` before `user`, expected `a`, write it',
        '1:40-1:41: Unexpected `a` before `HTML`, expected `an`, write it',
        '1:53-1:55: Unexpected `an` before `URL`, expected `a`, write it',
        '1:70-1:71: Unexpected `A` before `8-digit`, expected `An`, write it',
        '1:90-1:92: Unexpected `an` before `new`, expected `a`, write it',
        '1:116-1:117: Unexpected `a` before `hour`, expected `an`, write it',
      ],
      fixed:
        'Add an agent to a user group. If it is an HTML page, a URL is in it. An 8-digit PIN opens a new page, and it takes an hour.\n',
    },
    {
      name: 'Letters, names and what is hidden',
      input:
        'If a is on and b is off, open Option A Extended, plan a or the message "a error". It has a **Export** button, an `x` and a list.\n',
      findings: [],
    },
    { name: 'Another language', input: 'Llame a alguien o vaya a este número.\n', findings: [] },
  ],
  *check(article, { either }) {
    for (const block of englishBlocks(article)) {
      // Most blocks end here.
      if (block.text.search(suspect) < 0) continue
      for (const { 0: whole, 1: word, index: start } of block.plain.matchAll(suspect)) {
        const written = whole.startsWith('n', 1) ? whole.slice(0, 2) : whole.slice(0, 1)
        if (!word || noNoun.has(word.toLowerCase()) || either.some((beginning) => word.startsWith(beginning))) continue
        // A capital inside a sentence is a letter, as in `Option A`.
        if (written.startsWith('A') && !startsSentence(block.plain, start)) continue
        const expected = articleOf(word)
        if (expected === undefined || expected === written.toLowerCase()) continue
        if (isQuoted(block.text, start, start + written.length)) continue
        const better = inCaseOf(written, expected)
        const end = start + written.length
        yield {
          at: block.at(start, end),
          message: `Unexpected \`${written}\` before \`${word}\`, expected \`${better}\`, write it`,
          key: `${written} ${word}`,
          fix: editOf(article, block, start, end, better),
        }
      }
    }
  },
})

/** The article of a word; undefined where it is not certain. */
function articleOf(word: string): 'a' | 'an' | undefined {
  if (/^\d/.test(word)) return articleOfNumber(word)
  if (/^[A-Z]{2}/.test(word)) return articleOfShortForm(word)
  if (word.length < 3) return undefined
  const small = word.toLowerCase()
  if (/^[aeio]/.test(small)) {
    // All that begins with `one` has the sound of `won`: `one-time`, `OneDrive`; but `onerous`.
    if (/^(?:one(?!rous)|once|eu)/.test(small)) return 'a'
    return small.startsWith('ew') ? undefined : 'an'
  }
  // A name may be from another language: `a Uber`, `an Uber`.
  if (small.startsWith('u')) return plainU.test(word) ? 'an' : likeYou.test(word) ? 'a' : undefined
  if (silentH.test(small)) return 'an'
  return consonants.test(small) && !eitherH.test(small) && !small.startsWith('faq') ? 'a' : undefined
}

function articleOfShortForm(word: string): 'a' | 'an' | undefined {
  if (eitherWay.test(word)) return undefined
  if (spelledYou.test(word)) return 'a'
  if (/^[AEIO]/.test(word)) return word.startsWith('ONE') ? undefined : 'an'
  return spelledVowel.test(word) ? 'an' : undefined
}

/** `An 8`, `an 11`, `an 18`, `an 80`; `an 1800` is said in two ways. */
function articleOfNumber(word: string): 'a' | 'an' | undefined {
  if (/^(?:8\d{0,2}|1[18])(?!\d)/.test(word)) return 'an'
  return /^(?:[2-79]\d*|1|10\d?|1[2-79])(?!\d)/.test(word) ? 'a' : undefined
}
