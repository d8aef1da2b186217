import { eachWord, hashesOf, type Block } from '../article/prose.ts'

/** A word that others may write in another way, as an article writes it first: the word, line, column and offset. */
export type WordForm = [word: string, line: number, column: number, offset: number]

/** Words that English writes closed or with a hyphen, closed: only these are kept of all that have neither hyphen nor capital. */
const closedWords = new Set(
  'addon addons antispam antivirus backend checkbox checkboxes checklist coworker coworkers crosscheck cybersecurity datacenter dataset datasets dialpad dropdown dropdowns ebook ebooks ecommerce email emails endpoint endpoints filename filenames frontend geolocation hardcoded helpdesk homepage lifecycle livestream metadata multichannel multifactor multilingual multimedia multipart nonprofit offline online onboarding opensource plugin plugins popup popups predefined prepaid preinstalled realtime reauthenticate reinstall reinstalled reopen rerun reset resync retarget reuse roundtrip servicedesk smartphone smartphones softphone softphones spreadsheet standalone storefront subdomain subfolder timeframe timeline timestamp timezone toolbar tollfree troubleshoot username usernames videoconference voicemail voicemails webhook webhooks webpage website websites whitepaper workaround workarounds workflow workflows workspace'.split(
    ' ',
  ),
)
const hashesOfClosed = new Set([...closedWords].map((word) => hashesOf(word)[0]!))
/** By the lower half of a hash, whether it may be among them. */
const mayBeClosed = new Uint8Array(0x10000)
for (const hash of hashesOfClosed) mayBeClosed[hash & 0xffff] = 1

/** A capital or a hyphen inside a word, or a word with a capital after white space. */
const trace = /[a-z][A-Z]|[A-Za-z]-[A-Za-z]| [A-Z][a-z]{5,20}(?![\w'’/\\@-]|[.]\w)/g
const opens = /[^\w$%&#+.'’/\\@<-]/
const closes = /[^\w(=/\\@]/

/**
 * The words of an article's prose that other articles may write in another way: with a capital inside (`WhatsApp`), with a
 * hyphen (`e-mail`), without either where English knows both (`email`), and names (`Whatsapp`). Headings are left out, as
 * they may have capitals everywhere, and so is what is bold, quotations, addresses and what a machine reads.
 */
export function wordFormsIn(blocks: Block[], source: string): WordForm[] {
  const found = new Map<string, WordForm | undefined>()
  const add = (word: string, block: Block, index: number) => {
    if (found.has(word)) return
    const form = formAt(word, block, source)
    if (form) found.set(word, form)
  }
  const known = new Set<number>()
  for (const block of blocks) {
    if (block.kind === 'heading') continue
    const { plain, words } = block
    trace.lastIndex = 0
    for (let match = trace.exec(plain); match; match = trace.exec(plain)) {
      let start = match.index
      if (plain.charCodeAt(start) === 32) {
        // What stands before tells whether it is inside a sentence.
        const before = plain.charCodeAt(start - 1)
        if ((before >= 97 && before <= 122) || before === 44) add(match[0].slice(1), block, start + 1)
        continue
      }
      let end = start + 2
      while (start > 0 && isInWord(plain.charCodeAt(start - 1))) start--
      while (end < plain.length && isInWord(plain.charCodeAt(end))) end++
      trace.lastIndex = end
      if (end - start > longest || !opens.test(plain[start - 1] ?? ' ') || !closes.test(plain[end] ?? ' ')) continue
      add(plain.slice(start, end), block, start)
    }
    for (const hash of words) {
      if (mayBeClosed[hash & 0xffff] === 0 || !hashesOfClosed.has(hash) || known.has(hash)) continue
      known.add(hash)
      eachWord(plain, (start, end) => {
        const word = plain.slice(start, end)
        if (
          closedWords.has(word.toLowerCase()) &&
          opens.test(plain[start - 1] ?? ' ') &&
          closes.test(plain[end] ?? ' ')
        )
          add(word, block, start)
      })
    }
  }
  return [...found.values()].filter((form) => form !== undefined)
}

/** Letters and hyphens, of English and its neighbours. */
const isInWord = (code: number) =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 45 || (code >= 0xc0 && code < 0x250)

const longest = 30

/** The place of a word, from that of its block: asking the block for it takes ten times as long. */
function formAt(word: string, { node, text }: Block, source: string): WordForm | undefined {
  const from = node.position?.start
  const to = node.position?.end.offset
  // A directive of another dialect of Markdown holds what is no prose.
  if (from?.offset === undefined || to === undefined || text.includes(':::')) return undefined
  // What is quoted is written as others write it.
  if (source.slice(source.lastIndexOf('\n', from.offset) + 1, from.offset).includes('>')) return undefined
  let { line, column } = from
  const offset = source.indexOf(word, from.offset)
  if (offset < 0 || offset >= to) return undefined
  column += offset - from.offset
  for (let end = source.indexOf('\n', from.offset); end >= 0 && end < offset; end = source.indexOf('\n', end + 1)) {
    line++
    column = offset - end
  }
  return [word, line, column, offset]
}
