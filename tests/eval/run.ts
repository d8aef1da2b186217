// `npm run eval`: precision and recall of the rules on labelled articles.
import { countLabels, hasMerged, labelledHouses, scoreDuplicates, scoreMerged } from './duplicates.ts'
import { hasRevisions, parts, scoreConflicts, scoreRevisions } from './conflicts.ts'
import { hasOfficeSupport, judgeOfficeSupport } from './judged.ts'
import { contentCorpus, hasShared, kindNames, listingCorpus, scoreOf, type LabelledCorpus } from './labels.ts'
import { scorePlantedPart } from './planted-conflicts.ts'
import { scorePlanted } from './planted.ts'
import { freshnessParts, scoreFreshness } from './freshness.ts'
import { hasRetired, rankRetired } from './retired.ts'

function print(corpus: LabelledCorpus): void {
  const lines = [
    `${corpus.name}: ${corpus.report.summary.articles} articles${corpus.complete ? '' : '; the labels are a part, so precision cannot be told'}`,
  ]
  for (const kind of kindNames) {
    const { expected, found, right, precision, recall, missed, extra } = scoreOf(corpus, kind)
    const shown = corpus.complete ? `precision ${precision.toFixed(2)}  ` : ''
    lines.push(
      `  ${kind.padEnd(24)} ${shown}recall ${recall.toFixed(2)}  (${right} right of ${found} found, ${expected} labelled)`,
    )
    for (const label of missed) lines.push(`      missed: ${label}`)
    for (const label of extra) lines.push(`      ${corpus.complete ? 'false' : 'beyond the labels'}: ${label}`)
  }
  process.stdout.write(`${lines.join('\n')}\n\n`)
}

print(contentCorpus())
if (hasShared) print(listingCorpus())
else process.stdout.write('listing: not here (needs ../shared)\n')

if (hasOfficeSupport) {
  const { articles, right, stillFound, falseAlarms, median, conflicts } = await judgeOfficeSupport()
  process.stdout.write(
    `office-support after \`deskcheck init\`: ${articles} articles; ${median.atLeastWarning} warnings or errors and ${median.suggestions} suggestions an article in the median\n` +
      `  of 100 findings drawn and judged by hand, ${right} are true: ${stillFound} of these are found today; of all judged false: ${falseAlarms.length}\n` +
      falseAlarms.map((one) => `      false: ${one}\n`).join('') +
      conflicts.map(([one, verdict = 'not judged']) => `  ${verdict}: ${one}\n`).join(''),
  )
} else process.stdout.write('office-support: not here (needs ../shared)\n')

for (const part of parts) {
  const { pairs, found, missed, wrong, beyond } = scoreConflicts(part)
  const traps = pairs.filter(({ isConflict }) => !isConflict)
  process.stdout.write(
    `\nconflicts, ${part === 'scored' ? 'only scored' : 'the rules were made with'}: ${pairs.length - traps.length} pairs that contradict each other, ${traps.length} that only seem to\n` +
      `  precision ${(found.length / (found.length + wrong.length + beyond.length)).toFixed(2)}  recall ${(found.length / (pairs.length - traps.length)).toFixed(2)}  (of the traps, ${wrong.length} are told)\n`,
  )
  for (const of of ['wording', 'kind'] as const) {
    const groups = [...new Set(pairs.flatMap((pair) => (pair.isConflict ? [pair[of]] : [])))]
    const recalls = groups.map((group) => {
      const all = pairs.filter((pair) => pair.isConflict && pair[of] === group).length
      return `${group} ${found.filter((pair) => pair[of] === group).length} of ${all}`
    })
    process.stdout.write(`  by ${of}: ${recalls.join(', ')}\n`)
  }
  process.stdout.write(
    missed.map(({ name, kind, wording }) => `      missed: ${name} (${kind}, ${wording})\n`).join('') +
      wrong.map(({ name, kind, wording }) => `      false: ${name} (${kind}, ${wording})\n`).join('') +
      beyond.map((one) => `      false: ${one}\n`).join(''),
  )
}
for (const part of parts) {
  const { articles, kinds, others } = scorePlantedPart(part)
  const told = [...kinds].map(([kind, { all, told }]) => `${kind} ${told} of ${all}`).join(', ')
  process.stdout.write(
    `  planted by others among ${articles} articles, ${part === 'scored' ? 'only scored' : 'looked at since'}: ${told}; ${others.length} findings about anything else\n`,
  )
}
if (hasRevisions) {
  const revised = [...scoreRevisions()].map(([label, { pairs, found }]) => `${label} ${found} of ${pairs}`)
  process.stdout.write(`  sentences that editors have changed, told as conflicts: ${revised.join(', ')}\n`)
}

for (const part of freshnessParts) {
  const { sentences, passed, found, others, precision, recall, missed, wrong } = scoreFreshness(part)
  const told = [...others].map(([label, { all, told }]) => `${label} ${told} of ${all}`).join(', ')
  process.stdout.write(
    `\nfreshness, ${part === 'scored' ? 'only scored' : 'the rule was made with'}: ${sentences} sentences with a day of reference\n` +
      `  days that have passed, spoken of as to come: precision ${precision.toFixed(2)}  recall ${recall.toFixed(2)}  (${found} of ${passed}); told though they are not: ${told}\n` +
      // Those that are only scored are for no one to look at who works on the rule.
      (part === 'scored' ? '' : missed.map(({ text }) => `      missed: ${text}\n`).join('')) +
      wrong.map(({ text, label }) => `      false (${label}): ${text}\n`).join(''),
  )
}
if (hasRetired) {
  const { articles, retired, rankings } = rankRetired()
  process.stdout.write(
    `  office-support with ${retired} retired articles back among ${articles}, which come first:\n` +
      rankings
        .map(
          ({ name, auc, inFirstHundred }) =>
            `      ${name}: AUC ${auc.toFixed(2)}, ${inFirstHundred} of the first 100\n`,
        )
        .join(''),
  )
}

const { houses, articles: written, pairs, negatives } = countLabels()
process.stdout.write(
  `\nduplicates: ${written} articles of ${houses} help centres, ${pairs} pairs and ${negatives} that only look alike\n`,
)
for (const { level, labelled, found, right, precision, recall, f1, missed, false: wrong } of scoreDuplicates()) {
  process.stdout.write(
    `  ${level.padEnd(12)} precision ${precision.toFixed(2)}  recall ${recall.toFixed(2)}  F1 ${f1.toFixed(2)}  (${right} right of ${found} found, ${labelled} labelled)\n` +
      missed.map((one) => `      missed: ${one}\n`).join('') +
      wrong.map((one) => `      false: ${one}\n`).join(''),
  )
}
for (const { kind, planted, found } of scorePlanted(labelledHouses())) {
  process.stdout.write(`  copies planted, ${kind}: recall ${(found / planted).toFixed(2)} (${found} of ${planted})\n`)
}
if (hasMerged) {
  const { articles, merged, found, byNearOrQuestion, judged, missedNear } = scoreMerged()
  process.stdout.write(
    `office-support, as it is: ${articles} articles; of ${merged} that their editors have merged ${found} are found, ${byNearOrQuestion} by near or question\n` +
      `  exact, near and question together: ${judged.true} judged true, ${judged.false} false (${((100 * judged.false) / articles).toFixed(2)} in 100 articles), ${judged.unknown} not judged\n` +
      missedNear.map((pair) => `      half the same, and not told: ${pair}\n`).join(''),
  )
}
