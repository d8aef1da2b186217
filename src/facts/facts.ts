import type { Article, ArticleType } from '../article/article.ts'
import type { Position } from '../article/position.ts'
import { deadlinesIn, type Deadline } from './deadlines.ts'
import { bodyOf, type Body } from './body.ts'
import { claimsIn, type Claims } from './claims.ts'
import { anchorsOf, siteLinksOf, type SiteLink } from './links.ts'
import { tellsHistory } from './history.ts'
import { momentsIn, type Moment } from './moments.ts'
import { namesIn } from './names.ts'
import { recordOf, type ArticleRecord } from './record.ts'
import { retirementsIn, type Retirement } from './retirements.ts'
import { reviewRecordOf, type ReviewRecord } from './review.ts'
import { sectionFactsOf, type SectionFact } from './sections.ts'
import { shinglesOf } from './shingles.ts'
import { supersededIn, type SupersededMention } from './superseded.ts'
import { suppressionsIn, type Suppression } from './suppressions.ts'
import { termsOf } from './terms.ts'
import { usesIn, type NamedUse } from './uses.ts'
import { wordFormsIn, type WordForm } from './word-forms.ts'

/**
 * What the corpus rules need of one article: small, plain, serialisable. It depends on the bytes of the file and on
 * how the house builds its articles, so it can be kept, sent and merged.
 */
export interface Facts {
  path: string
  title: string | null
  /** Where a finding about the whole article is shown: its title, else its first line. */
  at: Position
  type: ArticleType
  words: number
  hasQuickAnswer: boolean
  /** The first section of each role, where other articles may show in which form it is written. */
  sections: SectionFact[]
  /** Slugs of articles that this one is meant to be like. */
  distinctFrom: string[]
  /** Words that other articles may write in another way, each once. */
  wordForms: WordForm[]
  body: Body
  /** Five-word shingles of the body, in order. */
  shingles: Uint32Array
  /** What it is about: see {@link Term}. */
  terms: Uint32Array
  /** Words of the text that may be names or versions, each once, with spaces between them. */
  names: string
  /** What it states that others may deny. */
  claims: Claims
  deadlines: Deadline[]
  review: ReviewRecord | undefined
  record: ArticleRecord
  /** Words that were true on the day they were written. */
  moments: Moment[]
  /** What it speaks of that has been replaced or has come to its end. */
  superseded: SupersededMention[]
  /** What it says has been retired. */
  retirements: Retirement[]
  /** What with a name of its own it tells readers to use. */
  uses: NamedUse[]
  /** To what may be an article of the same site. */
  links: SiteLink[]
  /** With spaces between them; null where not all are known. */
  anchors: string | null
  /** Comments that suppress findings. */
  suppressions: Suppression[]
}

/** Takes the facts from an article; its tree is not needed afterwards. */
export function factsOf(article: Article): Facts {
  const body = bodyOf(article)
  const isHistory = tellsHistory(article)
  const record = recordOf(article)
  const review = reviewRecordOf(article)
  const distinct = article.frontMatter.entries.get('distinct_from')?.value
  return {
    path: article.path,
    title: article.title?.text ?? null,
    at: article.title?.at ?? article.locate(article.bodyStart, article.bodyStart),
    type: article.type.name,
    words: article.words,
    hasQuickAnswer: article.sections.some((section) => section.role === 'quick-answer'),
    sections: sectionFactsOf(article),
    distinctFrom: (Array.isArray(distinct) ? distinct : [distinct]).filter((slug) => typeof slug === 'string'),
    body,
    shingles: shinglesOf(body.words),
    terms: termsOf(article),
    names: namesIn(article.blocks),
    wordForms: wordFormsIn(article.blocks, article.source),
    claims: claimsIn(article),
    deadlines: isHistory
      ? []
      : deadlinesIn(article.blocks, article.house.dayOrder, record.updated?.day ?? review?.verified),
    review,
    record,
    moments: isHistory ? [] : momentsIn(article.blocks),
    superseded: isHistory ? [] : supersededIn(article),
    retirements: retirementsIn(article),
    uses: isHistory ? [] : usesIn(article.blocks),
    links: siteLinksOf(article),
    anchors: anchorsOf(article),
    suppressions: suppressionsIn(article),
  }
}
