// `npm run eval`: precision and recall of the rules on labelled articles.
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
