import { synonymsOf } from '../article/synonyms.ts'
import { isGrammar } from '../article/topic-words.ts'
import { wordsOf } from '../article/prose.ts'
import type { Facts } from '../facts/facts.ts'
import { countOf, inTitle, placesOf, stemOf, stemsOf } from '../facts/terms.ts'

/** How near an article is to a draft. */
export interface Similar {
  path: string
  title: string | null
  /** 0 to about 1; for comparing within one ranking. */
  score: number
  /** The words that speak for it, the rarest first, and where they stand. */
  why: string
}

/** What the articles are compared with. */
export interface Draft {
  facts: Facts
  /** Title and body as they are written: words are shown from there. */
  text: string
}

/** As in the literature: how soon more of a word adds little, and how much long texts are held back. */
const saturation = 1.2
const lengthOfTitles = 0.5
const lengthOfTexts = 0.75
/** A word in a title counts as so many in the text. */
const titleWeight = 4
/** How much the letters of titles count beside their words. */
const lettersWeight = 0.8
/** Letters that are compared at a time: across endings, compounds and slips, words share most of these. */
const letters = 3
const mostReasons = 5
/** A word that means the same counts so much of one that is the same. */
const synonymWeight = 0.6

/**
 * Ranks articles by how near they are to a draft: by the words they share, and by the letters of the titles, so that
 * `strike-through`, `strikethrough` and a slip of the pen are near to each other.
 *
 * Words: BM25F, Robertson, Zaragoza and Taylor, Simple BM25 extension to multiple weighted fields, 2004. Letters: Cavnar and
 * Trenkle, N-gram-based text categorization, 1994, with the weights of the vector space model.
 *
 * @param articles those that are there
 * @returns those that share anything, nearest first
 */
export function rankSimilar(articles: readonly Facts[], { facts: draft, text: written }: Draft): Similar[] {
  const holders = new Map<number, number>()
  const lengths = articles.map(({ terms }) => lengthsOf(terms))
  for (const { terms } of articles)
    for (const term of terms) holders.set(stemOf(term), (holders.get(stemOf(term)) ?? 0) + 1)
  const mean = {
    title: meanOf(lengths.map(({ title }) => title)),
    text: meanOf(lengths.map(({ text }) => text)),
  }
  const rarityOf = (count: number) => Math.log(1 + (articles.length - count + 0.5) / (count + 0.5))
  const queries = new Map<number, number>()
  for (const term of draft.terms) {
    const stem = stemOf(term)
    // What only a long draft says in passing is not what it asks.
    const weight = (placesOf(term) & inTitle) !== 0 ? 1 : Math.min(1, countOf(term) / 4)
    queries.set(stem, weight * rarityOf(holders.get(stem) ?? 0))
  }
  for (const word of wordsOf(draft.title ?? '')) {
    for (const synonym of synonymsOf(word)) {
      const [stem] = stemsOf(synonym)
      const count = stem === undefined ? 0 : (holders.get(stem) ?? 0)
      if (stem !== undefined && count > 0 && !queries.has(stem)) queries.set(stem, synonymWeight * rarityOf(count))
    }
  }
  const all = [...queries.values()].reduce((sum, weight) => sum + weight, 0) || 1
  const words = wordsByStem(written)
  const grams = createGrams(articles)
  const ownGrams = grams.of(draft.title ?? '')
  return articles
    .flatMap((article, index) => {
      const { title, text } = lengths[index]!
      let score = 0
      for (const term of article.terms) {
        const weight = queries.get(stemOf(term))
        if (weight === undefined) continue
        const count =
          ((placesOf(term) & inTitle) !== 0
            ? titleWeight / (1 - lengthOfTitles + (lengthOfTitles * title) / mean.title)
            : 0) +
          countOf(term) / (1 - lengthOfTexts + (lengthOfTexts * text) / mean.text)
        score += (weight * count) / (count + saturation)
      }
      score = score / all + lettersWeight * grams.cosine(ownGrams, grams.at(index))
      if (score <= 0) return []
      return [{ article, score: score / (1 + lettersWeight) }]
    })
    .sort((a, b) => b.score - a.score || (a.article.path < b.article.path ? -1 : 1))
    .map(({ article, score }) => ({
      path: article.path,
      title: article.title,
      score: Math.round(score * 1000) / 1000,
      why: reasons(article, words, queries),
    }))
}

function lengthsOf(terms: Uint32Array): { title: number; text: number } {
  let [title, text] = [0, 0]
  for (const term of terms) {
    title += placesOf(term) & inTitle
    text += countOf(term)
  }
  return { title, text }
}

const meanOf = (numbers: number[]) =>
  Math.max(1, numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length))

/** The shared words by their weight, as the draft's title or the article's writes them. */
function reasons({ terms }: Facts, written: ReadonlyMap<number, string>, queries: ReadonlyMap<number, number>): string {
  const shared = [...terms]
    .filter((term) => queries.has(stemOf(term)))
    .sort((a, b) => queries.get(stemOf(b))! - queries.get(stemOf(a))!)
  const say = (some: number[]) =>
    some
      .slice(0, mostReasons)
      .flatMap((term) => written.get(stemOf(term)) ?? [])
      .map((word) => `\`${word}\``)
      .join(', ')
  const [inTitles, inTexts] = [
    shared.filter((term) => (placesOf(term) & inTitle) !== 0),
    shared.filter((term) => (placesOf(term) & inTitle) === 0),
  ]
  const parts = [
    ...(inTitles.length > 0 ? [`${say(inTitles)} in the title`] : []),
    ...(inTexts.length > 0 ? [`${say(inTexts)} in the text`] : []),
  ]
  return parts.join('; ') || 'a title with like words'
}

/** The words of a text by their stems, as they are written first. */
function wordsByStem(text: string): Map<number, string> {
  const words = new Map<number, string>()
  for (const word of wordsOf(text)) {
    const [stem] = stemsOf(word)
    if (stem !== undefined && !words.has(stem)) words.set(stem, word)
  }
  return words
}

type Grams = ReadonlyMap<string, number>

/** The runs of letters of titles, weighted by how rare they are. */
function createGrams(articles: readonly Facts[]) {
  const all = articles.map(({ title }) => gramsOf(title ?? ''))
  const holders = new Map<string, number>()
  for (const grams of all) for (const gram of grams.keys()) holders.set(gram, (holders.get(gram) ?? 0) + 1)
  const weighted = (grams: Grams): Grams => {
    const weights = [...grams].map(
      ([gram, count]) => [gram, count * Math.log(1 + articles.length / (holders.get(gram) ?? 0.5))] as const,
    )
    const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1
    return new Map(weights.map(([gram, weight]) => [gram, weight / length]))
  }
  const known = all.map(weighted)
  return {
    of: (title: string) => weighted(gramsOf(title)),
    at: (index: number) => known[index]!,
    cosine(a: Grams, b: Grams): number {
      let dot = 0
      for (const [gram, weight] of a) dot += weight * (b.get(gram) ?? 0)
      return dot
    },
  }
}

function gramsOf(title: string): Grams {
  const grams = new Map<string, number>()
  for (const word of wordsOf(title.toLowerCase())) {
    if (isGrammar(word.replaceAll('’', "'"))) continue
    const bounded = `_${word}_`
    for (let at = 0; at + letters <= bounded.length; at++) {
      const gram = bounded.slice(at, at + letters)
      grams.set(gram, (grams.get(gram) ?? 0) + 1)
    }
  }
  return grams
}
