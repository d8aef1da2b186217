import type { Position } from '../../article/position.ts'
import { eachWord } from '../../article/prose.ts'
import { mayGive, stemsAboveClaims, type Claim } from '../../facts/claims.ts'
import type { Facts } from '../../facts/facts.ts'
import { meaningOf } from '../../facts/meanings.ts'
import { stemOfEach } from '../../facts/terms.ts'
import { valuesIn, type Value } from '../../facts/values.ts'
import type { ClaimIndex } from './claim-index.ts'

/** A claim that is looked at closely: what its sentence gives, and what stands around it. */
export interface Reading {
  /** Its number in the index. */
  claim: number
  article: Facts
  quote: string
  at: Position
  gives: number
  /** What stands above it: headings, and the line that leads to it. */
  context: string
  /** The distinct stems of its subject, sorted. */
  stems: readonly number[]
  /** Those of them that other words may say, by what they mean. */
  meanings: ReadonlyMap<number, number>
  /** Stems of what stands above it, of the title and of the path. */
  around: ReadonlySet<number>
  /** Of the title and the path alone. */
  ofTitle: ReadonlySet<number>
  values: readonly Value[]
  paths: readonly (readonly string[])[]
  lists: readonly (readonly string[])[]
  isInstruction: boolean
}

/** The sentence of a claim with its values blanked: `On 1 March` limits nothing that has another day there. */
export function withoutValues({ quote, values }: Reading): string {
  return values.reduce(
    (text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
    quote,
  )
}

/** The stems above the claims of an article. */
interface Above {
  ofTitle: ReadonlySet<number>
  ofContexts: readonly Uint32Array[]
  /** By context, once they are asked for: those of the title among them. */
  sets: ReadonlySet<number>[]
}

/** Most claims are looked at a few times in a row, or never again. */
const mostKnown = 100_000

/** Reads claims of an index, and remembers those that were read last. */
export function createReader(index: ClaimIndex): (claim: number) => Reading {
  const known = new Map<number, Reading>()
  const above = new Map<Facts, Above>()
  const aboveOf = (article: Facts): Above => {
    let own = above.get(article)
    if (!own) {
      const { ofTitle, ofContexts } = stemsAboveClaims(article.claims)
      above.set(article, (own = { ofTitle: new Set(ofTitle), ofContexts, sets: [] }))
    }
    return own
  }
  const aroundOf = ({ ofTitle, ofContexts, sets }: Above, context: number): ReadonlySet<number> =>
    (sets[context] ??= new Set([...ofTitle, ...ofContexts[context]!]))
  return (claim) => {
    let reading = known.get(claim)
    if (reading) return reading
    const article = index.articleOf(claim)
    const read: Claim = index.read(claim)
    const above = aboveOf(article)
    const place = index.placeOf(claim)
    const of = (some: readonly [number, string[]][]) => some.filter(([at]) => at === place).map(([, names]) => names)
    let values: readonly Value[] | undefined
    let meanings: ReadonlyMap<number, number> | undefined
    const stems = index.stemsOf(claim)
    reading = {
      claim,
      article,
      quote: read.quote,
      at: read.at,
      gives: read.gives,
      context: read.context,
      stems,
      get meanings() {
        return (meanings ??= meaningsOf(stems))
      },
      around: aroundOf(above, read.contextAt),
      ofTitle: above.ofTitle,
      // Most claims are read to see that they are about something else.
      get values() {
        return (values ??=
          read.gives & (mayGive.number | mayGive.other) ? valuesIn(read.quote, article.claims.dayOrder) : [])
      },
      paths: read.gives & mayGive.path ? of(article.claims.paths) : [],
      lists: read.gives & mayGive.list ? of(article.claims.lists) : [],
      isInstruction: (read.gives & mayGive.instruction) !== 0,
    }
    if (known.size >= mostKnown) known.clear()
    known.set(claim, reading)
    return reading
  }
}

function meaningsOf(stems: readonly number[]): ReadonlyMap<number, number> {
  const meanings = new Map<number, number>()
  for (const stem of stems) {
    const meaning = meaningOf(stem)
    if (meaning !== undefined) meanings.set(meaning, stem)
  }
  return meanings
}

/** A word of a text: its stem, as of {@link stemOfEach}, and where it stands. */
export interface Token {
  stem: number
  start: number
  end: number
}

/** The words of a text, in order. */
export function tokensIn(text: string): Token[] {
  const stems = stemOfEach(text.toLowerCase())
  const tokens: Token[] = []
  eachWord(text, (start, end) => tokens.push({ stem: stems[tokens.length]!, start, end }))
  return tokens
}
