// Generated from the files in this folder by `npm run update`; do not edit.
import type { Rule } from '../src/rule/rule.ts'
import conflictsAnswer from './conflicts/answer.ts'
import conflictsContact from './conflicts/contact.ts'
import conflictsCount from './conflicts/count.ts'
import conflictsDate from './conflicts/date.ts'
import conflictsList from './conflicts/list.ts'
import conflictsNumber from './conflicts/number.ts'
import conflictsPath from './conflicts/path.ts'
import conflictsSettled from './conflicts/settled.ts'
import duplicatesExact from './duplicates/exact.ts'
import duplicatesNear from './duplicates/near.ts'
import duplicatesPassage from './duplicates/passage.ts'
import duplicatesQuestion from './duplicates/question.ts'
import duplicatesVariant from './duplicates/variant.ts'
import freshnessExpired from './freshness/expired.ts'
import freshnessLeftBehind from './freshness/left-behind.ts'
import freshnessNeverVerified from './freshness/never-verified.ts'
import freshnessPassedDeadline from './freshness/passed-deadline.ts'
import freshnessRenewedDate from './freshness/renewed-date.ts'
import freshnessRetired from './freshness/retired.ts'
import freshnessReviewOverdue from './freshness/review-overdue.ts'
import freshnessSuperseded from './freshness/superseded.ts'
import freshnessWordsOfTheMoment from './freshness/words-of-the-moment.ts'
import frontMatterDateStyle from './front-matter/date-style.ts'
import frontMatterOwner from './front-matter/owner.ts'
import frontMatterSchema from './front-matter/schema.ts'
import frontMatterUnknownKey from './front-matter/unknown-key.ts'
import linksAnchor from './links/anchor.ts'
import linksEmpty from './links/empty.ts'
import linksImageText from './links/image-text.ts'
import linksTarget from './links/target.ts'
import linksText from './links/text.ts'
import proseClickOn from './prose/click-on.ts'
import proseFiller from './prose/filler.ts'
import proseIndefiniteArticle from './prose/indefinite-article.ts'
import proseInsensitive from './prose/insensitive.ts'
import proseLatin from './prose/latin.ts'
import proseLongSentence from './prose/long-sentence.ts'
import proseReadability from './prose/readability.ts'
import proseRepeatedWords from './prose/repeated-words.ts'
import proseWordy from './prose/wordy.ts'
import structureEmptySection from './structure/empty-section.ts'
import structureHeadingIncrement from './structure/heading-increment.ts'
import structureHiddenText from './structure/hidden-text.ts'
import structureLeftover from './structure/leftover.ts'
import structureLostText from './structure/lost-text.ts'
import structureMisspeltLabel from './structure/misspelt-label.ts'
import structureNumbering from './structure/numbering.ts'
import structureOneAction from './structure/one-action.ts'
import structureParseable from './structure/parseable.ts'
import structurePrerequisites from './structure/prerequisites.ts'
import structureQuickAnswer from './structure/quick-answer.ts'
import structureQuickAnswerForm from './structure/quick-answer-form.ts'
import structureQuickAnswerLabel from './structure/quick-answer-label.ts'
import structureRawMarkup from './structure/raw-markup.ts'
import structureSectionForm from './structure/section-form.ts'
import structureSectionOrder from './structure/section-order.ts'
import structureSections from './structure/sections.ts'
import structureSingleTitle from './structure/single-title.ts'
import structureUnbalanced from './structure/unbalanced.ts'
import structureWhenToUse from './structure/when-to-use.ts'
import styleDates from './style/dates.ts'
import styleMenuPath from './style/menu-path.ts'
import styleTerms from './style/terms.ts'
import styleUnits from './style/units.ts'
import styleVariants from './style/variants.ts'
import suppressionsUnused from './suppressions/unused.ts'
import titleDuplicate from './title/duplicate.ts'
import titleFindable from './title/findable.ts'
import titleLength from './title/length.ts'
import titleOneQuestion from './title/one-question.ts'
import titleQuestion from './title/question.ts'
import titleSlash from './title/slash.ts'

/** Every rule, in the order of the ids. */
export const rules: readonly Rule[] = [
  conflictsAnswer,
  conflictsContact,
  conflictsCount,
  conflictsDate,
  conflictsList,
  conflictsNumber,
  conflictsPath,
  conflictsSettled,
  duplicatesExact,
  duplicatesNear,
  duplicatesPassage,
  duplicatesQuestion,
  duplicatesVariant,
  freshnessExpired,
  freshnessLeftBehind,
  freshnessNeverVerified,
  freshnessPassedDeadline,
  freshnessRenewedDate,
  freshnessRetired,
  freshnessReviewOverdue,
  freshnessSuperseded,
  freshnessWordsOfTheMoment,
  frontMatterDateStyle,
  frontMatterOwner,
  frontMatterSchema,
  frontMatterUnknownKey,
  linksAnchor,
  linksEmpty,
  linksImageText,
  linksTarget,
  linksText,
  proseClickOn,
  proseFiller,
  proseIndefiniteArticle,
  proseInsensitive,
  proseLatin,
  proseLongSentence,
  proseReadability,
  proseRepeatedWords,
  proseWordy,
  structureEmptySection,
  structureHeadingIncrement,
  structureHiddenText,
  structureLeftover,
  structureLostText,
  structureMisspeltLabel,
  structureNumbering,
  structureOneAction,
  structureParseable,
  structurePrerequisites,
  structureQuickAnswer,
  structureQuickAnswerForm,
  structureQuickAnswerLabel,
  structureRawMarkup,
  structureSectionForm,
  structureSectionOrder,
  structureSections,
  structureSingleTitle,
  structureUnbalanced,
  structureWhenToUse,
  styleDates,
  styleMenuPath,
  styleTerms,
  styleUnits,
  styleVariants,
  suppressionsUnused,
  titleDuplicate,
  titleFindable,
  titleLength,
  titleOneQuestion,
  titleQuestion,
  titleSlash,
]
