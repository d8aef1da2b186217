import type { DayOrder } from '../article/house.ts'
import { calendarValuesIn } from './calendar-values.ts'
import { datesIn } from './dates.ts'
import { amountInWords, mayHoldNumber, numberWords, oneOfTime, onlyOne, timesOver } from './number-words.ts'
import { currencies, numberOf, unitOf } from './units.ts'

/** What kind of value a text gives. */
export type ValueKind = 'number' | 'date' | 'version' | 'email' | 'url' | 'phone'

/** A value in a text, in a form in which others can be compared with it. */
export interface Value {
  kind: ValueKind
  /** Where it stands in the text. */
  start: number
  end: number
  /** As written. */
  text: string
  /** What is measured: `time`, `bytes`, `%`, a currency; empty where only a number is given. */
  dimension: string
  /** In the base unit of the dimension, both ends of a range or twice the same; 0 for what is no number. */
  from: number
  to: number
  /** What two values of the kind have in common if they are the same: of a date its days, of an address the address. */
  key: string
  bound: 'most' | 'least' | undefined
  /** `about`, `roughly`. */
  isRough: boolean
}

const multiples: Record<string, number> = {
  k: 1e3,
  thousand: 1e3,
  lakh: 1e5,
  million: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
}

const figure = String.raw`\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?`
/** A number with what makes one of it: a currency before, a multiple and a unit after. */
const numeric = new RegExp(
  String.raw`(?<![\p{L}\p{N}_./#:@\\]|\d[,.]|\p{L}\+|(?<!\d\s?)-)(?<currency>[$€£₹]\s?|\b(?:usd|eur|gbp|inr|rs\.?)\s)?(?:(?<figure>${figure})|(?<word>\b(?:${numberWords})\b(?![-–](?!(?:second|minute|hour|day|night|week|month|year)s?\b)\p{L})))` +
    String.raw`(?<multiple>\s?(?:k|thousand|lakh|million|billion|bn)\b|M\b(?!\w))?(?<plus>\+)?(?![\p{L}_])` +
    String.raw`(?:(?<gap>[\s-]?)(?<unit>(?:(?:business|working|calendar|consecutive)[\s-])?(?:%|°[CF]|℃|€|£|₹|[\p{L}]+(?:\/s)?)))?`,
  'giu',
)
const perTime = /^\s?(?:per|an?|\/)\s?(second|minute|hour|day|week|month|year)\b/i
/** A unit right behind a figure, as in `25MB`. */
const glued =
  /(?<![\p{L}\p{N}_./#:@\\-]|\d[,.])(?<figure>\d+(?:[.,]\d+)*)(?<unit>[kKmMgGtT][iI]?[bB](?:ps)?|[smhd]|ms|mins?|hrs?|secs?|px|mm|cm|km|kg|g|[kMG]?Hz|dpi|mAh|mA|[kK]?W|V|[kK]|M)(?![\p{L}\p{N}])/gu
const versioned =
  /(?<![\p{L}\p{N}_./@-])[vV]?\d+(?:\.\d+){2,}(?:-\w+)?(?![\p{N}])|(?<=\b(?:version|release|build|v)\s)v?\d+(?:\.\d+)*\b/giu
/** `Android 9 or later`, `iOS 15+`: any of these versions. */
const versionOrLater =
  /(?<=\p{Lu}[\p{L}]*\s)(?<!\b(?:Update|Pack|Rollup|Build|Level|Step|Phase|Part)\s)v?\d+(?:\.\d+)*(?=\+|\s(?:or|and)\s(?:later|newer|above|higher|up|onwards?)\b)/gu
/** `60 × 40 × 60 cm`, `1280 x 720 px`: one size. */
const sized =
  /(?<![\p{L}\p{N}.,])(?<a>\d+(?:[.,]\d+)?)\s?(?:cm|mm|px|in|m)?\s?[×x]\s?(?<b>\d+(?:[.,]\d+)?)(?:\s?(?:cm|mm|px|in|m)?\s?[×x]\s?(?<c>\d+(?:[.,]\d+)?))?(?:\s?(?<unit>cm|mm|px|pixels|inch(?:es)?|m)\b)?(?![\p{L}\p{N}])/giu
/** Before a year that says when, and is no part of a name. */
const sinceYear = /\b(?:since|until|till|by|before|after|from|in)\s(?:the\s(?:end|start|beginning)\sof\s)?$/i
const emailed = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g
const linked =
  /\bhttps?:\/\/[^\s<>"'`“”)\]|]+|\b(?:www\.)[\w-]+(?:\.[\w-]+)+[^\s<>"'`“”)\]|]*|(?<![\w@./-])(?:[\w-]+\.)+(?:com|net|org|io|co|app|dev|in|de|uk|eu|example|test|us|cloud|info)(?:\.[a-z]{2})?(?:\/[^\s<>"'`“”)\]|]*)?(?![\w@])/gi
const phoned = /(?<![\w./#-])\+?\(?\d[\d\s().-]{6,}\d(?![\w/-])/g
/** `15 March`, `March 15`: of any year. */
const dayOfYear =
  /\b(?:(?<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b|(?<month2>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?\s+(?<day2>\d{1,2})(?:st|nd|rd|th)?\b)(?!\s*[\d:])/gi
const atMost =
  /(?:\bup to|\bat most|\bmax(?:imum|\.)?(?: (?:of|is|to))?|\b(?:no|not|never) (?:be )?(?:more|longer|later|larger|greater|bigger|higher|older) than|\b(?:less|fewer|smaller|shorter|lower) than|\bwithin|\bunder|\bbelow|\blimit(?:ed)? (?:to|of|is)|\blimit:?|\b(?:cannot|can't|must not|not|never) exceed|\bexceeds?|\bcap(?:ped)? (?:of|at)|\buntil|≤|<=|<)\s*(?:the |a |an |about |around |of )?$/i
const atLeast =
  /(?:\bat least|\bmin(?:imum|\.)?(?: (?:of|is|to))?|\b(?:no|not) (?:less|fewer|smaller|shorter|earlier|sooner) than|\b(?:more|longer|larger|greater|bigger|higher|later|older) than|\bover|\babove|\bstarting (?:at|from)|\bstarts? (?:at|from)|\bas of|≥|>=|>)\s*(?:the |a |an |about |around |of )?$/i
const orMore = /^(?:\+|\s(?:\S+\s)?(?:or|and) (?:more|later|higher|newer|above|greater|up|over|longer|larger))/i
const orLess =
  /^\s(?:\S+\s)?(?:or|and) (?:less|fewer|earlier|lower|below|under|older|smaller|shorter)|^\s(?:\S+\s)?(?:at most|maximum|max\b|at the latest)/i
const rough = /(?:\babout|\baround|\bapprox(?:imately|\.)?|\broughly|\bnearly|\balmost|\bsome|~|\bcirca)\s*$/i

/** What is no value: the number of a step, of an error, of an article, of an update. */
const label =
  /(?:\b(?:steps?|errors?|codes?|events?|id|kb|sections?|chapters?|figures?|fig\.?|tables?|pages?|lines?|options?|methods?|cases?|examples?|notes?|items?|articles?|appendix|tickets?|exceptions?|status|response|http|level|phase|part|question|rules?|tier|slide|type|layer|class|scenario|resolution|cause|workaround|chapters?|tls|ssl|sha|rfc|iso|no\.?|number|nr\.?|port pins?|pins?|gen(?:eration)?)\s?#?|#)$/i
/** What a number is said of that may change from one line to the next: what it rises by, what it is divided by. */
const delta = /\b(?:increas|decreas|rais|reduc|lower|extend|multipl|divid|add|subtract)\w*\s(?:\S+\s){0,3}(?:by)\s$/i

/** `steps 4 to` before `7`, `4, 5 and` before `6`: what the first is called, the others are too. */
const rangeStart = /(?:\d+(?:\s?[-–—,&]\s?|\s(?:to|through|and|or)(?=\s|$)\s?)+)+$/i

/** Two values of these kinds are compared before any number in the same place. */
interface Span {
  start: number
  end: number
}

/**
 * The values that a text gives, in order: addresses, dates, versions, and numbers with their units. What only looks like a
 * value is left out: numbers of steps, errors and updates, years, versions of products that are part of their names.
 *
 * @param text one sentence, item or cell
 */
export function valuesIn(text: string, dayOrder?: DayOrder): Value[] {
  const found: Value[] = []
  const isFree = ({ start, end }: Span) => !found.some((one) => start < one.end && one.start < end)
  const add = (value: Partial<Value> & Pick<Value, 'kind' | 'start' | 'end'>) => {
    if (!isFree(value)) return
    const written = text.slice(value.start, value.end)
    found.push({
      text: written,
      dimension: '',
      from: 0,
      to: 0,
      key: written.toLowerCase(),
      bound: undefined,
      isRough: false,
      ...value,
    })
  }
  if (text.includes('@'))
    for (const { index, 0: written } of text.matchAll(emailed)) {
      const bare = written.replace(/[.\-_]+$/, '')
      add({ kind: 'email', start: index, end: index + bare.length, key: bare.toLowerCase() })
    }
  if (text.includes('.'))
    for (const { index, 0: written } of text.matchAll(linked)) {
      const bare = written.replace(/[.,;:!?'*_]+$/, '')
      add({ kind: 'url', start: index, end: index + bare.length, key: addressOf(bare) })
    }
  if (!mayHoldNumber.test(text)) return found.sort((a, b) => a.start - b.start)
  for (const date of datesIn(text, dayOrder)) {
    // A year alone is mostly a part of a name.
    if (date.text.length <= 4) {
      const span = { start: date.index, end: date.index + date.text.length }
      if (sinceYear.test(text.slice(0, date.index)))
        add({ kind: 'date', dimension: 'year', key: `${date.from}/${date.to}`, ...span })
      else found.push({ ...noValue, ...span })
    } else add({ kind: 'date', start: date.index, end: date.index + date.text.length, key: `${date.from}/${date.to}` })
  }
  for (const { index, 0: written, groups } of text.matchAll(dayOfYear)) {
    const day = Number(groups!['day'] ?? groups!['day2'])
    const month = (groups!['month'] ?? groups!['month2'])!.slice(0, 3).toLowerCase()
    if (day >= 1 && day <= 31) add({ kind: 'date', start: index, end: index + written.length, key: `${month} ${day}` })
  }
  for (const { index, 0: written } of text.matchAll(phoned)) {
    const digits = written.replace(/\D/g, '')
    const isPhone = written.startsWith('+') || (written.match(/[\s().-]+/g) ?? []).length > 1
    if (isPhone && digits.length >= 8 && digits.length <= 15 && !/\d\.\d+\.\d/.test(written))
      add({ kind: 'phone', start: index, end: index + written.length, key: digits })
  }
  for (const { index, 0: written } of text.matchAll(versioned))
    add({ kind: 'version', start: index, end: index + written.length, key: written.toLowerCase().replace(/^v/, '') })
  if (/\b(?:or|and)\b|\+/i.test(text))
    for (const { index, 0: written } of text.matchAll(versionOrLater))
      add({
        kind: 'version',
        start: index,
        end: index + written.length,
        key: written.replace(/^v/, ''),
        bound: 'least',
      })
  if (/[×x]/i.test(text))
    for (const { index, 0: written, groups } of text.matchAll(sized)) {
      const sides = [groups!['a']!, groups!['b']!, ...(groups!['c'] ? [groups!['c']] : [])]
      const unit = unitOf(groups!['unit']?.toLowerCase() ?? '')
      // `3 x 10 minutes` is no size.
      const next = /^\s?(\p{L}+)/u.exec(text.slice(index + written.length))?.[1]
      if (!unit && next && unitOf(next.toLowerCase())) continue
      const product = sides.reduce((all, side) => all * numberOf(side) * (unit?.size ?? 1), 1)
      const size = Number(product.toPrecision(9))
      const dimension = `${sides.length} sides ${unit?.dimension ?? ''}`.trim()
      add({ kind: 'number', dimension, start: index, end: index + written.length, from: size, to: size })
    }
  for (const { start, end, dimension, place } of calendarValuesIn(text)) {
    // `Friday 26 September 2025` is a date.
    const isOfDate = found.some((one) => one.kind === 'date' && one.start >= end && one.start <= end + 2)
    if (dimension !== 'weekday' || !isOfDate) add({ kind: 'number', dimension, start, end, from: place, to: place })
  }
  for (const { index, 0: written, groups } of text.matchAll(glued)) {
    const letter = groups!['unit']!
    const multiple = multiples[letter.toLowerCase()]
    const unit = letter.length === 1 && multiple ? undefined : unitOf(letter.toLowerCase())
    const size = (unit?.size ?? multiple ?? 1) * numberOf(groups!['figure']!)
    if (!unit && !multiple) continue
    addNumber({ start: index, end: index + written.length, from: size, to: size, dimension: unit?.dimension ?? '' })
  }
  if (/once|twice|times/i.test(text))
    for (const { index, 0: written, groups } of text.matchAll(timesOver)) {
      const { figure: digits, once, once2, twice, words } = groups!
      const own = digits ?? once ?? once2 ?? twice ?? words!
      const times = digits ? numberOf(digits) : amountInWords(own)
      const start = once ? index + written.length - own.length : index
      addNumber({ start, end: index + written.length, from: times, to: times, dimension: 'times' })
    }
  if (/\bone\b|\bsingle\b/i.test(text))
    for (const { index, 0: written, groups } of text.matchAll(onlyOne)) {
      const own = groups!['one'] ?? groups!['bare']!
      const end = index + written.length
      const unit = unitOf(/^\s(\p{L}+)/u.exec(text.slice(end))?.[1]?.toLowerCase() ?? '')
      // `With one file, up to 3,000 rows`: nobody counts the file.
      if (groups!['bare'] && /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten)\b/i.test(text)) continue
      if (!unit) addNumber({ start: end - own.length, end, from: 1, to: 1, dimension: '', isWord: true })
    }
  for (const match of text.matchAll(numeric)) {
    const groups = match.groups!
    const start = match.index
    const own = groups['figure'] ?? groups['word']!
    const multiple = multiples[groups['multiple']?.trim().toLowerCase() ?? ''] ?? 1
    const amount = (groups['figure'] ? numberOf(own) : amountInWords(own)) * multiple
    const unitWord = groups['unit']?.toLowerCase() ?? ''
    const bare = unitWord.replace(/^(?:business|working|calendar|consecutive)[\s-]/, '')
    const unit = unitOf(bare)
    const currency = groups['currency']?.trim().toLowerCase()
    const money = currency ? (currencies[currency] ?? currency.toUpperCase().replace(/^RS\.?$/, 'INR')) : undefined
    const isWorking = /^(?:business|working)/.test(unitWord)
    const withUnit = start + match[0].length
    const withoutUnit = withUnit - (unitWord === '' ? 0 : unitWord.length + (groups['gap']?.length ?? 0))
    if (!groups['figure'] && (own.toLowerCase() === 'one' || own.toLowerCase() === 'once') && !unit) continue
    // `25 m` may be metres or millions, and `5 a day` no amperes.
    const isUnit = unit !== undefined && (bare.length > 1 || bare === '%')
    // `50 per second`: of what, the words before tell.
    const rate = isUnit || money ? null : perTime.exec(text.slice(withoutUnit, withoutUnit + 16))
    const dimension = rate ? 'per time' : (money ?? (isUnit ? `${isWorking ? 'working ' : ''}${unit.dimension}` : ''))
    // A working week has five days.
    const unitSize = unit && isWorking && /^w/.test(bare) ? 5 * unitOf('day')!.size : (unit?.size ?? 1)
    const size = rate ? amount / unitOf(rate[1]!.toLowerCase())!.size : isUnit && !money ? amount * unitSize : amount
    addNumber({
      start,
      end: rate ? withoutUnit + rate[0].length : isUnit && !money ? withUnit : withoutUnit,
      from: size,
      to: size,
      dimension,
      isWord: !groups['figure'],
      isPlain: groups['figure'] !== undefined && /^\d+$/.test(own) && multiple === 1,
      amount,
    })
  }
  for (const { index, 0: written, groups } of text.matchAll(oneOfTime)) {
    const size = unitOf(groups!['unit']!.toLowerCase())!.size / (groups!['half'] ? 2 : 1)
    addNumber({ start: index, end: index + written.length, from: size, to: size, dimension: 'time' })
  }
  function addNumber(one: {
    start: number
    end: number
    from: number
    to: number
    dimension: string
    isWord?: boolean
    isPlain?: boolean
    amount?: number
  }) {
    const before = text.slice(Math.max(0, one.start - 48), one.start)
    const after = text.slice(one.end, one.end + 40)
    if (one.dimension === '' && isName(one, before, after)) return
    // `The item with the ID "1"`: as it was seen somewhere.
    if (one.dimension === '' && /["“”‘’']$/.test(before) && /^["”“’']/.test(after)) return
    if (delta.test(before) || label.test(before.trimEnd().replace(rangeStart, ''))) return
    // `02: A scan was performed`, `7) Save`: what a line is called by.
    // `Standard 100-3`: a name.
    const [previous, following] = [/(\d+)[-–]$/.exec(before)?.[1], /^[-–](\d+)/.exec(after)?.[1]]
    if (one.dimension === '' && (Number(previous ?? 0) > one.from || Number(following ?? Infinity) < one.from)) return
    if (
      one.dimension === '' &&
      (/^\s?[:)]/.test(after) ||
        (before.trim() === '' && /^\s(?:\p{Lu}|[–—|-]\s)/u.test(after)) ||
        /^0\d/.test(text.slice(one.start, one.end)))
    )
      return
    const isRough = rough.test(before)
    const reach = before.replace(rough, '')
    const bound =
      atMost.test(reach) || orLess.test(after)
        ? 'most'
        : atLeast.test(reach) || orMore.test(after)
          ? 'least'
          : undefined
    add({
      kind: 'number',
      start: one.start,
      end: one.end,
      dimension: one.dimension,
      from: one.from,
      to: one.to,
      bound,
      isRough,
    })
  }
  return joinRanges(
    found.filter(({ text: written }) => written !== '').sort((a, b) => a.start - b.start),
    text,
  )
}

const noValue: Value = {
  kind: 'number',
  start: 0,
  end: 0,
  text: '',
  dimension: '',
  from: 0,
  to: 0,
  key: '',
  bound: undefined,
  isRough: false,
}

/** Whether a number without a unit is a name or a part of one: `Windows 10`, `KB4012345`, `365`, `2019`. */
function isName(
  { isPlain, isWord, amount = 0 }: { isPlain?: boolean; isWord?: boolean; amount?: number },
  before: string,
  after: string,
): boolean {
  if (isWord) return /^\s*(?:of (?:these|the|them|those|your)|or (?:more|two|three)\b)/i.test(after)
  // `.NET Framework 4.5`: a version, and no amount.
  if (!isPlain)
    return /\.\d/.test(String(amount)) && /\p{Lu}[\p{L}\d.+#-]*\s$/u.test(before) && !/^\s?(?:%|\p{Ll}{3})/u.test(after)
  if (amount >= 1900 && amount <= 2099) return true
  if (amount === 365 || amount >= 100_000) return true
  if (
    /^[\s-]?bit\b/i.test(after) ||
    /^-(?!(?:character|digit|letter|word|seat|user|person|page|item)\b)\p{L}/u.test(after)
  )
    return true
  // After a word with a capital that does not open the sentence: `iOS 15`, `Office 16`.
  const name = /(?:^|\s)([\p{L}][\p{L}\d.+#-]*)\s$/u.exec(before)?.[1]
  if (
    name &&
    /\p{Lu}/u.test(name) &&
    !/^(?:Up|Only|At|The|Maximum|Minimum|Max|Min|Port|Ports|Limit|About|Over|Under|Within|After|Every|Each|You|We|All|For|With|To|From|Is|Are|By|In|Than|First|Last)$/.test(
      name,
    )
  )
    return (
      before.trim().length > name.length ||
      /^\p{Lu}.*[\p{Lu}\d]|^\p{Ll}/u.test(name) ||
      /^(?:Windows|Office|Exchange|Android|Python|Java|Node|Server|Chrome|Firefox)$/.test(name)
    )
  return false
}

/** `2-5 minutes`, `2 to 5 minutes`, `between 2 and 5 minutes`: one value. */
function joinRanges(values: Value[], text: string): Value[] {
  const joined: Value[] = []
  for (const value of values) {
    const last = joined.at(-1)
    const between = last ? text.slice(last.end, value.start) : ''
    const isRange =
      last?.kind === 'number' &&
      value.kind === 'number' &&
      (/^\s?(?:-|–|—|to|through)\s?$/i.test(between) ||
        (/^\sand\s$/i.test(between) && /\bbetween\s*$/i.test(text.slice(0, last.start))))
    if (!isRange || !last || (last.dimension !== '' && last.dimension !== value.dimension)) {
      joined.push(value)
      continue
    }
    // The unit stands once, at the end.
    const scale = last.dimension === '' && value.dimension !== '' ? scaleOf(value) : 1
    const from = last.from * scale
    if (from >= value.to) {
      joined.push(value)
      continue
    }
    joined[joined.length - 1] = {
      ...value,
      start: last.start,
      text: text.slice(last.start, value.end),
      from,
      key: text.slice(last.start, value.end).toLowerCase(),
      bound: undefined,
      isRough: last.isRough,
    }
  }
  return joined
}

const leadingWords = new RegExp(`^(?:${numberWords})\\b`, 'i')

/** The size of the unit that a value is given in. */
function scaleOf({ text, to }: Value): number {
  const amount = /\d/.test(text)
    ? numberOf(/\d[\d,.]*/.exec(text)![0].replace(/[.,]$/, ''))
    : amountInWords(leadingWords.exec(text)?.[0] ?? 'one')
  return amount === 0 ? 1 : to / amount
}

/** An address without what does not tell where it leads: scheme, `www`, language, what is asked and a stroke at the end. */
function addressOf(written: string): string {
  return written
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[?#].*$/, '')
    .replace(/\/[a-z]{2}-[a-z]{2,4}(?=\/|$)/, '')
    .replace(/\/+$/, '')
}

/** Lengths of a month and of a year, sizes by 1000 and by 1024: so much is the same. */
const tolerance = 0.03

/**
 * Whether two values cannot both hold of the same thing: another number, address or day. A range does not contradict what lies
 * within it, nor a rough number what is near it.
 *
 * @param isStrict for what is said in the same words: two ranges that are not the same contradict each other
 */
export function disagree(a: Value, b: Value, isStrict = false): boolean {
  if (a.kind !== b.kind) return false
  if (a.kind === 'date') return !overlap(a.key, b.key)
  if (a.kind === 'version') return !a.key.startsWith(`${b.key}.`) && !b.key.startsWith(`${a.key}.`) && a.key !== b.key
  if (a.kind === 'url') return !a.key.startsWith(b.key) && !b.key.startsWith(a.key)
  if (a.kind !== 'number') return a.key !== b.key
  if (a.dimension !== b.dimension) return false
  const near = a.isRough || b.isRough ? 0.15 : a.dimension === 'time' || a.dimension === 'bytes' ? tolerance : 1e-9
  if (isStrict && isRange(a) && isRange(b)) return !isNear(a.from, b.from, near) || !isNear(a.to, b.to, near)
  const isWithin = (inner: Value, outer: Value) =>
    inner.from >= outer.from * (1 - near) && inner.to <= outer.to * (1 + near)
  return !isWithin(a, b) && !isWithin(b, a)
}

const isRange = ({ from, to }: Value) => from !== to && from !== -Infinity && to !== Infinity
const isNear = (a: number, b: number, share: number) => Math.abs(a - b) <= share * Math.max(Math.abs(a), Math.abs(b))

/** Spans of days, or days of any year. */
function overlap(a: string, b: string): boolean {
  const [fromA = '', toA = fromA] = a.split('/')
  const [fromB = '', toB = fromB] = b.split('/')
  if (!a.includes('/') || !b.includes('/')) {
    const bare = (key: string) => (key.includes('/') ? monthDay(key) : key)
    return bare(a) === bare(b)
  }
  return fromA <= toB && fromB <= toA
}

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const monthDay = (key: string) => `${monthNames[Number(key.slice(5, 7)) - 1]} ${Number(key.slice(8, 10))}`

/** Whether two values are of one kind, so that they may disagree. */
export const isComparable = (a: Value, b: Value): boolean =>
  a.kind === b.kind && meaningOfUnits(a.dimension) === meaningOfUnits(b.dimension)

/** Dimensions in which the same thing may be given: working days are days. */
export function meaningOfUnits(dimension: string): string {
  return dimension.replace(/^working /, '')
}
