import * as z from 'zod'
import { daysBetween, defineCorpusRule, someOf, type Facts, type SupersededMention } from '../../src/rule/rule.ts'

export default defineCorpusRule({
  id: 'freshness/superseded',
  description:
    'Standards, products and versions that have come to their end are not spoken of as if they were of today.',
  why: 'Who is told to use what is no longer made or safe cannot follow, or follows to their harm; and asks what else on the page is old.',
  severity: 'suggestion',
  options: z.strictObject({
    graceDays: z.number().int().nonnegative().default(90).describe('days after the end before it is reported'),
    mentions: z
      .number()
      .int()
      .positive()
      .default(2)
      .describe(
        'how often the text alone must speak of old releases of software, such as `Windows 7`, before it is reported',
      ),
  }),
  examples: [
    {
      name: 'A standard with a successor',
      today: '2026-11-23',
      files: { 'security.md': '# Is my data safe?\n\nWe are certified to ISO/IEC 27001:2013.\n' },
      findings: [
        'security.md:3:21-3:39: Unexpected `ISO/IEC 27001:2013`, over since 2025-10-31, expected `ISO/IEC 27001:2022`, bring the article up to date',
      ],
    },
    {
      name: 'The day before it was over',
      today: '2025-10-30',
      files: { 'security.md': '# Is my data safe?\n\nWe are certified to ISO/IEC 27001:2013.\n' },
      findings: [],
    },
    {
      name: 'An article about it, told once',
      today: '2026-11-23',
      files: {
        'browser.md':
          '# How do I open the panel in Internet Explorer?\n\nStart Internet Explorer. Then choose **Tools** in Internet Explorer.\n',
      },
      findings: [
        'browser.md:1:1-1:48: Unexpected `Internet Explorer`, over since 2022-06-15, expected `Microsoft Edge`, bring the article up to date or retire it (2 more in this article)',
      ],
    },
    {
      name: 'Several such things, told together',
      today: '2026-11-23',
      files: {
        'setup.md':
          '---\ntitle: How do I install the app?\napplies_to: [Windows 7, Windows 8.1]\n---\n\nThe app runs on Windows XP.\n',
      },
      findings: [
        'setup.md:3:14-3:23: Unexpected `Windows 7`, over since 2020-01-14, expected `Windows 11`, bring the article up to date or retire it (as well as `Windows 8.1`, `Windows XP`)',
      ],
    },
    {
      name: 'A release of software, named once in passing',
      today: '2026-11-23',
      files: { 'sync.md': '# Why do my files not sync?\n\nOn Windows 7, start the app as an administrator.\n' },
      findings: [],
    },
    {
      name: 'The text knows, or means what came after',
      today: '2026-11-23',
      files: {
        'security.md':
          '# Is my connection safe?\n\nTLS 1.0 is no longer accepted. Upgrade from Windows 7. Any browser of Windows 8.1 or later will do, with an SSL certificate.\n',
      },
      findings: [],
    },
  ],
  *check(corpus, { graceDays, mentions }, { today }) {
    for (const { path, superseded } of corpus.having(hasSuperseded)) {
      const over = superseded.filter(({ since }) => since === null || daysBetween(since, today) > graceDays)
      // One for each article: an old page names many old things.
      const [first, ...others] = over.sort((a, b) => weightOf(b) - weightOf(a) || a.at.start.offset - b.at.start.offset)
      if (!first) continue
      const times = over.reduce((sum, one) => sum + 1 + one.more, 0)
      if (times < mentions && first.isRelease && first.where === 'text') continue
      const { old, new: now, since, because, where, quote, at, more } = first
      const names = others.map((other) => other.old)
      const notes = [
        ...(because === null ? [] : [because]),
        ...(more === 0 ? [] : [`${more} more in this article`]),
        ...(others.length === 0 ? [] : [`as well as ${someOf(names, 3)}`]),
      ]
      yield {
        path,
        at,
        message: `Unexpected \`${old}\`${since === null ? '' : `, over since ${since}`}${now === null ? ', expected what took its place' : `, expected \`${now}\``}, bring the article up to date${where === 'text' ? '' : ' or retire it'}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}`,
        data: {
          evidence: quote,
          where,
          things: over.map((one) => one.old),
          ...(since === null ? {} : { date: since, daysOver: daysBetween(since, today) }),
        },
        key: old,
      }
    }
  },
})

/** Where it says most, and before a release what is old for everybody. */
const weightOf = ({ where, isRelease }: SupersededMention) =>
  ({ title: 4, 'front matter': 2, text: 0 })[where] + (isRelease ? 0 : 1)

const hasSuperseded = ({ superseded }: Facts) => superseded.length > 0
