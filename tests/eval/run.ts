// `npm run eval`: precision and recall of the rules on labelled articles.
import { hasOfficeSupport, judgeOfficeSupport } from './judged.ts'
import { contentCorpus, hasShared, kindNames, listingCorpus, scoreOf, type LabelledCorpus } from './labels.ts'

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
  const { articles, right, stillFound, falseAlarms, median } = await judgeOfficeSupport()
  process.stdout.write(
    `office-support after \`deskcheck init\`: ${articles} articles; ${median.atLeastWarning} warnings or errors and ${median.suggestions} suggestions an article in the median\n` +
      `  of 100 findings drawn and judged by hand, ${right} are true: ${stillFound} of these are found today; of all judged false: ${falseAlarms.length}\n` +
      falseAlarms.map((one) => `      false: ${one}\n`).join(''),
  )
} else process.stdout.write('office-support: not here (needs ../shared)\n')
