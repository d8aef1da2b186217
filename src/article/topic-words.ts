import { eachWord } from './prose.ts'

/** Words that hold a question together, whatever it is about. */
const grammar =
  "a an the and or but if of to in on at by for from with without about into as is are was were be been being am isn't aren't " +
  "do does did done doing don't doesn't didn't can could can't cannot may might must shall should will would have has had having not no " +
  "i you we he she it its it's itself me my mine your yours our ours them they their theirs this that that's these those " +
  "here there what which who whom whose when where why how what's who's how's where's all any some each every both more most " +
  'other another such only also too very just so than then now again one ones up out off over down while because after before ' +
  'yes much many long often else anything everything something'

/** Words that go with any topic, so that they name none. */
const generic =
  'work works working use uses used using mean means cost costs take takes need needs needed get gets getting got know happen ' +
  'happens happened go goes going come comes look like make makes fix fixed fixing solve solved resolve see find change changed ' +
  'try want think expect matter matters apply applies start starts started starting begin begins beginning come next first ' +
  'overview introduction intro faq faqs general basics tip tips trick tricks info information detail details misc miscellaneous ' +
  'question questions answer answers answered asked frequently common guide guides tutorial tutorials article articles page ' +
  'pages note notes background summary step steps instruction instructions feature features program programs programme ' +
  'programmes product products service services option options tool tools process thing things problem problems issue issues ' +
  'error errors troubleshoot troubleshooting limit limits limitation limitations prerequisite prerequisites requirement ' +
  'requirements restriction restrictions benefit benefits advantage advantages definition definitions example examples ' +
  'related reading important'

const withoutTopic = new Set(`${grammar} ${generic}`.split(' '))
const grammarWords = new Set(grammar.split(' '))

/** Whether a word holds any sentence together, whatever it is about. @param word in small letters, with straight apostrophes */
export function isGrammar(word: string): boolean {
  return grammarWords.has(word)
}

const plainWord = /^[a-z]+$/

/** Whether a text names something: the same as some {@link topicWordsOf}, which most texts have among their first words. */
export function namesTopic(text: string): boolean {
  // Most texts have a plain word that tells; the pattern below takes ten times as long.
  for (const word of text.toLowerCase().split(' ')) if (plainWord.test(word) && !withoutTopic.has(word)) return true
  for (const [word] of text.matchAll(/[\p{L}\p{N}\uFFFC](?:[\p{L}\p{N}'’.-]*[\p{L}\p{N}])?/gu)) {
    if (!withoutTopic.has(word.replaceAll('’', "'").toLowerCase())) return true
  }
  return false
}

/**
 * The words of a text, in small letters, that name something: `What are the limits of a queue?` speaks of a `queue`, `How does
 * it work?` of nothing. Knows English; words of other languages name something.
 */
export function topicWordsOf(text: string): string[] {
  const words: string[] = []
  const plain = text.replace(/[‘’]/g, "'").toLowerCase()
  eachWord(plain, (start, end) => {
    const word = plain.slice(start, end)
    if (!withoutTopic.has(word)) words.push(word)
  })
  // What is hidden is a name or a message.
  if (plain.includes('\uFFFC')) words.push('\uFFFC')
  return words
}
