import type { Blockquote, Nodes } from 'mdast'
import * as z from 'zod'
import {
  defineArticleRule,
  hashesOf,
  isInAddress,
  type Article,
  type Block,
  type Problem,
} from '../../src/rule/rule.ts'
import { termsSchema, wrongForms, type Term } from '../../src/rule/terms.ts'

export default defineArticleRule({
  id: 'style/terms',
  description: 'One thing has one name, from a list of terms that writers keep.',
  why: 'Readers take another word for another thing: whoever was told to sign in looks for a page that says so.',
  severity: 'warning',
  options: z.strictObject({
    terms: termsSchema
      .default([])
      .describe(
        'the list; writers keep it in a YAML file that the config names, `terms: "terms.yml"`, with entries such as `- use: sign in`, `not: [log in, log on]`, `because: …`, or `- avoid: blacklist`, `because: …`, or `- use: YouTube Music` alone for a longer name that is right; what is listed in small letters counts in capitals too, all else as it is written; whole words only',
      ),
    menus: z
      .boolean()
      .default(false)
      .describe('look at the names of menus and buttons too: what is bold, quoted or has a capital inside a sentence'),
  }),
  fixable: true,
  examples: [
    {
      name: 'No list, no findings',
      input: 'Log in with your e-mail address.\n',
      findings: [],
    },
    {
      name: 'What is preferred',
      options: { terms: [{ use: 'sign in', not: ['log in', 'log on'], because: 'the button says so' }] },
      input: 'Log in as the owner. Agents log on to the app, and then log in again.\n',
      findings: [
        '1:1-1:7: Unexpected `Log in`, expected `Sign in`, replace it (the button says so)',
        '1:29-1:35: Unexpected `log on`, expected `sign in`, replace it (the button says so)',
        '1:57-1:63: Unexpected `log in`, expected `sign in`, replace it (the button says so)',
      ],
      fixed: 'Sign in as the owner. Agents sign in to the app, and then sign in again.\n',
    },
    {
      name: 'A longer name that is right',
      options: { terms: [{ use: 'Wi-Fi', not: ['WiFi', 'wifi'] }, { use: 'Dial WiFi' }] },
      input: 'Connect Dial WiFi to a wifi that has no password.\n',
      findings: ['1:24-1:28: Unexpected `wifi`, expected `Wi-Fi`, replace it'],
      fixed: 'Connect Dial WiFi to a Wi-Fi that has no password.\n',
    },
    {
      name: 'What is to be avoided is for a person to rewrite',
      options: { terms: [{ avoid: 'blacklist', because: 'say what is blocked' }] },
      input: 'Add the caller to the blacklist. Of two blacklists, one is enough.\n',
      findings: ['1:23-1:32: Unexpected `blacklist`, expected another word, rewrite it (say what is blocked)'],
    },
    {
      name: 'With a capital in the list, capitals count',
      options: {
        terms: [
          { use: 'YouTube', not: ['Youtube', 'You Tube'] },
          { use: 'internet', not: 'Internet' },
        ],
      },
      input:
        'Internet access is needed. Put the film on Youtube, not on YouTube Music: you tube it over the Internet.\n',
      findings: [
        '1:44-1:51: Unexpected `Youtube`, expected `YouTube`, replace it',
        '1:96-1:104: Unexpected `Internet`, expected `internet`, replace it',
      ],
      fixed:
        'Internet access is needed. Put the film on YouTube, not on YouTube Music: you tube it over the internet.\n',
    },
    {
      name: 'Code, addresses, names of menus and longer terms that are preferred are as they are',
      options: {
        terms: [
          { use: 'sign in', not: 'log in' },
          { use: 'number', not: 'line' },
          { use: 'line of business' },
          { use: 'internet', not: 'Internet' },
        ],
      },
      input:
        'Click **Log in**, "Log in" or Log in, run `log in`, and see [the page](https://help.example.com/log in "log in"). Each line of business has a line-up, help.example.com/line, an audit log in the panel and Internet Explorer.\n\n> Cannot log in.\n',
      findings: [],
    },
    {
      name: 'Menus too, where the product was renamed',
      options: { terms: [{ use: 'sign in', not: 'log in' }], menus: true },
      input: 'Click **Log In**.\n',
      findings: ['1:9-1:15: Unexpected `Log In`, expected `Sign In`, replace it'],
      fixed: 'Click **Sign In**.\n',
    },
    {
      name: 'Headings are reported, and not changed, as links may lead to them; nor is what an article would have to change for',
      options: {
        terms: [
          { use: 'email', not: 'e-mail' },
          { use: 'number', not: 'extension' },
        ],
      },
      input: '---\ntitle: Which e-mail is mine?\n---\n\n## Change your e-mail\n\nPick an extension.\n',
      findings: [
        '2:14-2:20: Unexpected `e-mail`, expected `email`, replace it',
        '5:16-5:22: Unexpected `e-mail`, expected `email`, replace it',
        '7:9-7:18: Unexpected `extension`, expected `number`, replace it',
      ],
    },
  ],
  *check(article, { terms, menus }) {
    if (terms.length === 0) return
    const list = compiled(terms)
    const { title, source } = article
    const first = article.blocks[0]
    if (title && title.text !== first?.text) {
      const { start, end } = title.at
      const written = source.slice(start.offset, end.offset)
      const at = (from: number, to: number) => {
        // Before the text may stand a quotation mark, and in it what YAML writes differently.
        const found = written.indexOf(title.text.slice(from, to), from)
        if (found < 0) return title.at
        return article.locate(start.offset + found, start.offset + found + to - from)
      }
      yield* problemsIn({ kind: 'heading', text: title.text, plain: title.text, at }, list, { article, menus })
    }
    for (const block of article.blocks) {
      // A directive of another dialect of Markdown holds what is no prose.
      if (block.words.some((word) => list.mayHold[word & 0xffff] === 1) && !block.text.includes(':::')) {
        yield* problemsIn(block, list, { article, menus })
      }
    }
  },
})

interface TermList {
  /** Finds every form, right or wrong, the longest first. */
  search: RegExp
  /** What is wrong as it is written, and what is so however it is written, by {@link keyOf}. */
  exact: Map<string, Term>
  anyhow: Map<string, Term>
  /** What is right as it is written. */
  preferred: Set<string>
  /** By the lower half of a word's hash, whether it is the longest word of a form: the first is often `in` or `to`. */
  mayHold: Uint8Array
}

const lists = new WeakMap<Term[], TermList>()

function compiled(terms: Term[]): TermList {
  const known = lists.get(terms)
  if (known) return known
  const exact = new Map<string, Term>()
  const anyhow = new Map<string, Term>()
  const mayHold = new Uint8Array(0x10000)
  for (const term of terms) {
    for (const form of wrongForms(term)) {
      if (form === form.toLowerCase()) anyhow.set(keyOf(form), term)
      else exact.set(withPlainMarks(form), term)
      const [longest = ''] = form.split(/[ \u00a0]+/).sort((x, y) => y.length - x.length)
      // In the text it may have a genitive `s`.
      for (const ending of ['', "'s", '’s']) {
        const [hash] = hashesOf((longest + ending).toLowerCase())
        if (hash !== undefined) mayHold[hash & 0xffff] = 1
      }
    }
  }
  const preferred = new Set(terms.flatMap(({ use }) => (use === undefined ? [] : withPlainMarks(use))))
  const all = [...new Set([...exact.keys(), ...anyhow.keys(), ...preferred].map(keyOf))]
  const pattern = all
    .sort((a, b) => b.length - a.length)
    .map((key) =>
      key
        .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
        .replace(/ /g, '[ \\u00a0]{1,2}')
        .replace(/'/g, "['’]"),
    )
    .join('|')
  const search = new RegExp(`(?<![\\p{L}\\p{N}_#.-])(?:${pattern})(?![\\p{L}\\p{N}_]|[-.][\\p{L}\\p{N}])`, 'giu')
  const list = { search, exact, anyhow, preferred, mayHold }
  lists.set(terms, list)
  return list
}

const withPlainMarks = (text: string) => text.replace(/’/g, "'").replace(/[ \u00a0]+/g, ' ')
const keyOf = (text: string) => withPlainMarks(text).toLowerCase()

type Place = Pick<Block, 'kind' | 'text' | 'plain' | 'at'>

function* problemsIn(
  { kind, text, plain, at }: Place,
  { search, exact, anyhow, preferred }: TermList,
  { article, menus }: { article: Article; menus: boolean },
): Generator<Problem> {
  for (const { 0: written, index } of (menus ? text : plain).matchAll(search)) {
    const end = index + written.length
    const bare = withPlainMarks(written)
    if (preferred.has(bare)) continue
    const term = exact.get(bare) ?? anyhow.get(keyOf(bare))
    if (!term || isInAddress(text, index, end)) continue
    const { use, because } = term
    const opens = isSentenceStart(text.slice(Math.max(0, index - 20), index))
    const better = use === undefined ? undefined : keyOf(use) === keyOf(bare) ? use : inCaseOf(written, use)
    // What is right at the start of a sentence, or of a heading with capitals.
    if (better === written || (better !== undefined && capitalised(use!) === bare && (opens || kind === 'heading')))
      continue
    if (!isVerb(bare, text.slice(Math.max(0, index - 20), index)) || isInName(bare, term, text.slice(end, end + 2)))
      continue
    if (!menus && (isQuoted(text, index, end) || (!opens && kind !== 'heading' && isName(bare, term, exact)))) continue
    const place = at(index, end)
    if (isInQuotation(article.tree, place.start.offset)) continue
    const canFix =
      better !== undefined &&
      kind !== 'heading' &&
      article.source.slice(place.start.offset, place.end.offset) === written &&
      !changesArticle(text.slice(Math.max(0, index - 4), index), written, better)
    yield {
      at: place,
      message: `Unexpected \`${written}\`, expected ${better === undefined ? 'another word, rewrite it' : `\`${better}\`, replace it`}${because === undefined ? '' : ` (${because})`}`,
      ...(canFix ? { fix: [{ start: place.start.offset, end: place.end.offset, text: better }] } : {}),
    }
  }
}

function isSentenceStart(before: string): boolean {
  return /(?:^|[.!?:…\uFFFC][)"”’]*\s+|^\W+)["“‘(]*$/u.test(before) && !/\w$/.test(before)
}

/** Whether a capital inside a sentence makes a form the name of something, such as a button. */
function isName(written: string, { use }: Term, exact: Map<string, Term>): boolean {
  return /^\p{Lu}/u.test(written) && !exact.has(written) && !(use !== undefined && /\p{Lu}/u.test(use))
}

const withParticle = /^\p{L}+ (?:in|on|out|off|up|into|onto)(?: |$)/iu
const beforeVerb =
  /(?:^|[^\p{L}\p{N}\s'’-]\s*|(?<![\p{L}-])(?:to|you|we|i|they|who|that|can|could|must|should|may|might|will|would|shall|do|does|did|don['’]t|not|cannot|can['’]t|and|or|then|please|just|first|now|also|again|still|only|never|always|when|if|let|help|people|\p{L}+ly|\p{L}+s)\s)$/iu

/** `log in` is a verb in `you log in`, and a noun with the next word in `the audit log in the panel`. */
function isVerb(written: string, before: string): boolean {
  return !withParticle.test(written) || /^\p{Lu}/u.test(written) || beforeVerb.test(before)
}

/** Whether a word that is none of a name itself is part of one: `Internet Explorer`. */
function isInName(written: string, { use }: Term, after: string): boolean {
  return /^\p{Lu}/u.test(written) && !(use !== undefined && /\p{Lu}/u.test(use)) && /^ [\p{Lu}\p{N}]/u.test(after)
}

/** Whether a place stands in a quotation, and not in one that makes a note stand out. */
function isInQuotation(tree: Nodes, offset: number): boolean {
  for (let node: Nodes | undefined = tree; node && 'children' in node;) {
    const children: Nodes[] = node.children
    node = children.find(
      ({ position }) => position && position.start.offset! <= offset && offset < position.end.offset!,
    )
    if (node?.type === 'blockquote' && !isNote(node)) return true
  }
  return false
}

function isNote({ children: [first] }: Blockquote): boolean {
  const opening = first?.type === 'paragraph' ? first.children[0] : undefined
  return (
    opening?.type === 'strong' ||
    opening?.type === 'emphasis' ||
    (opening?.type === 'text' && /^(?:\[!|\P{L}*\p{Lu}\p{L}+:|\p{So})/u.test(opening.value))
  )
}

/** What is quoted is what a screen or somebody says. */
function isQuoted(text: string, start: number, end: number): boolean {
  return (
    /["“][^"“”]{0,40}$/.test(text.slice(Math.max(0, start - 41), start)) &&
    /^[^"“”]{0,40}["”]/.test(text.slice(end, end + 41))
  )
}

/** A term with the capitals that another was written with. */
function inCaseOf(written: string, term: string): string {
  if (/\p{Lu}/u.test(term)) return term
  if (/\p{Lu}.*\p{Lu}/u.test(written) && written === written.toUpperCase()) return term.toUpperCase()
  if (!/^\p{Lu}/u.test(written)) return term
  const isTitle = /\s\p{Lu}/u.test(written) && !/\s\p{Ll}/u.test(written)
  return isTitle ? term.replace(/(?<=^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase()) : capitalised(term)
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Whether `a` before a word would have to become `an`, or the other way round. */
function changesArticle(before: string, written: string, better: string): boolean {
  const isVowel = (word: string) => /^[aeiou]/i.test(word)
  return /(?:^|\W)an?\s$/i.test(before) && isVowel(written) !== isVowel(better)
}
