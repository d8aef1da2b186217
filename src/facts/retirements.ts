import type { Article } from '../article/article.ts'
import type { Position } from '../article/position.ts'
import { sentencesOf } from '../article/prose.ts'
import { bareLabel } from '../article/roles.ts'
import { datesIn } from './dates.ts'

/** Something that an article says has been, or will be, retired. */
export interface Retirement {
  /** Its name as written, without an article: `Classic Dialer`. */
  name: string
  /** The last day named in the sentence, where there is one. */
  day: string | null
  quote: string
  at: Position
}

const any =
  /deprecat|retir|discontinu|sunset|end[- ]of[- ](?:life|support|sale)|phas(?:ed|ing) out|no longer (?:support|maintain|offer|sold|develop)|shut ?down|decommission/i

/** A word of a name: with a capital or a digit, as `Classic`, `v1`, `2.0`, `API`. */
const part = String.raw`(?:[\p{Lu}][\p{L}\p{N}+]*(?:[.'’-][\p{L}\p{N}]+)*|v?\d[\p{L}\p{N}]*(?:\.\d+)*)`
const named = String.raw`(?<name>${part}(?:[ \u00a0]${part}){0,5})`
/** What may stand between a name and what is said of it: `the Classic Dialer app`, `(CD)`. */
const kind = String.raw`(?:[ \u00a0](?:app|apps|plan|plans|add-on|plugin|plug-in|extension|integration|endpoint|endpoints|portal|page|report|feature|method|module|console|editor|service|tool|client|version|widget|template|package|connector|panel|method))?(?:[ \u00a0]\([^()]{1,30}\))?`
const gone = String.raw`(?:deprecated|retired|discontinued|sunset(?:ted)?|decommissioned|phased out|(?:in|at|reaching|past) (?:its )?end[- ]of[- ](?:life|support|sale)|no longer (?:supported|maintained|offered|sold|developed))`

const patterns = [
  // `Classic Dialer has been retired`, `… will be discontinued on …`, `… is now deprecated`.
  String.raw`(?:^|[,;:—–]\s|\b[Tt]he\s|\b[Oo]ur\s|\b[Aa]s\s|\bthat\s|\band\s|[“"])${named}[”"]?${kind}\s(?:is|are|was|were|has been|have been|will be|is being|are being|is going to be)\s(?:now |also |officially |fully |finally |already |currently )?${gone}`,
  // `We have retired Classic Dialer`, `we are discontinuing the Classic Dialer`.
  String.raw`\b(?:[Ww]e|(?!You|They|Users|Admins|Customers|Then|Please)[\p{Lu}]\w+)\s(?:(?:have|has|are|is|will|be)\s){0,2}(?:now |officially )?(?:retired?|retiring|deprecated?|deprecating|discontinued?|discontinuing|sunset(?:ting)?|phas(?:e|ed|ing) out)\s(?:the\s|our\s)?[“"]?${named}`,
  // `Classic Dialer retires on …`, `Classic Dialer reaches end of life`.
  String.raw`(?:^|[,;:—–]\s|\b[Tt]he\s|\b[Oo]ur\s)${named}${kind}\s(?:retires|sunsets|shuts down|reach(?:es|ed) (?:its )?end[- ]of[- ](?:life|support|sale))`,
  // `Classic Dialer (deprecated)`.
  String.raw`(?:^|\s)${named}${kind}\s[([](?:deprecated|retired|discontinued|end[- ]of[- ]life)\b`,
].map((pattern) => new RegExp(pattern, 'u'))

/** What is only supposed, asked or denied, and what has been taken back. */
const open =
  /\b(?:if|when|whether|unless|not (?:been |be |being )?(?:deprecated|retired|discontinued)|until|may be|might be|could be|before|unretire)\b|\?\s*$/i
/** A word that opens a sentence, or stands for something said before, is no name. */
const noName =
  /^(?:This|That|These|Those|It|They|The|A|An|We|You|If|When|All|Any|Some|Both|Each|Your|Our|Support|Note|Important|As|In|On|From|After|Since|Once|Article|Accounts?|Users?|Customers?|Numbers?|Version|Versions|API|App|January|February|March|April|May|June|July|August|September|October|November|December|Q[1-4]|\d+)$/

/** Where an article says that something has been retired, each name once. */
export function retirementsIn({ blocks, house }: Article): Retirement[] {
  const found = new Map<string, Retirement>()
  for (const block of blocks) {
    if (!any.test(block.text)) continue
    if (block.headings.some((heading) => aside.test(bareLabel(heading)))) continue
    for (const sentence of sentencesOf(block.text)) {
      if (!any.test(sentence.text) || sentence.text.length > 600 || open.test(sentence.text)) continue
      for (const pattern of patterns) {
        const match = pattern.exec(sentence.text)
        const name = match?.groups?.['name']?.replace(
          /^(?:The|As|Our|Your|Since|Because|While|Although|Now|And|But|Note|Please)[ \u00a0]/,
          '',
        )
        if (!match || name === undefined || !isName(name)) continue
        const from = sentence.start + match.index + match[0].indexOf(name)
        const key = name.toLowerCase()
        if (!found.has(key))
          found.set(key, {
            name,
            day: datesIn(sentence.text, house.dayOrder).at(-1)?.to ?? null,
            quote: sentence.text,
            at: block.at(from, from + name.length),
          })
        break
      }
    }
  }
  return [...found.values()]
}

const aside = /^(?:examples?|samples?|related.*|see also)$/

/** Two words, or one with a digit or a capital inside, name a thing; one plain word may be the product itself. */
function isName(name: string): boolean {
  const words = name.split(/[ \u00a0]/)
  if (words.every((word) => noName.test(word))) return false
  if (noName.test(words[0]!) && words.length < 3 && !/\d/.test(name)) return false
  return words.length > 1 || /\p{L}.*(?:\d|\p{Lu})/u.test(name)
}
