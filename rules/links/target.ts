import * as z from 'zod'
import { defineCorpusRule, placeOfLink } from '../../src/rule/rule.ts'

export default defineCorpusRule({
  id: 'links/target',
  description: 'Links lead to articles that are there.',
  why: 'A reader who follows a link for the missing half of an answer, and lands on an error page, writes to support.',
  severity: 'warning',
  options: z.strictObject({
    moved: z
      .array(z.string().min(1))
      .default([])
      .describe('addresses that lead on to others; `redirects` in the config takes them from the list of the site'),
  }),
  examples: [
    {
      name: 'A misspelt name, among links that are right',
      files: {
        'numbers/pause.md':
          '# How do I pause a number?\n\nAsk an [admin](../roles.md#admins), then see [routing](call-ruting.md?tabs=web#rules).\n\n[more]: port.md\n',
        'numbers/call-routing.md':
          '# How are calls routed?\n\n## Rules\n\nSee [porting](<port.md>) and [roles](/roles).\n',
        'numbers/port.md': '# How do I port a number?\n\nFirst, [pause it](./pause.md).\n',
        'roles.md': '# What may each role do?\n\n## Admins\n\nAll.\n',
      },
      findings: [
        'numbers/pause.md:3:56-3:85: Unexpected link to `call-ruting.md?tabs=web#rules`, expected an article that is there, link to `call-routing.md#rules`',
      ],
    },
    {
      name: 'An article that was moved, and one that is gone',
      files: {
        'numbers/pause.md':
          '# How do I pause a number?\n\nSee [porting](port-a-number.md) and [billing](refunds-and-credit.md), or [roles](../account/roles.md).\n',
        'numbers/resume.md':
          '# How do I resume a number?\n\n[Pause](pause.md) it first: see [roles](../account/roles.md).\n',
        'account/roles.md':
          '# What may each role do?\n\nAdmins [pause](../numbers/pause.md), [resume](../numbers/resume.md) and [port](port-a-number.md) numbers.\n',
        'account/port-a-number.md':
          '# How do I port a number?\n\nAn [admin](roles.md) does it; [resume it](../numbers/resume.md) then.\n',
      },
      findings: [
        'numbers/pause.md:3:15-3:31: Unexpected link to `port-a-number.md`, expected an article that is there, link to `../account/port-a-number.md`',
        'numbers/pause.md:3:47-3:68: Unexpected link to `refunds-and-credit.md`, expected an article that is there, link to another or remove the link',
      ],
    },
    {
      name: 'An article that has moved, as the site knows',
      options: { moved: ['/help/numbers/refunds-and-credit', 'numbers/old.md'] },
      files: {
        'numbers/pause.md':
          '# How do I pause a number?\n\nSee [refunds](refunds-and-credit.md) and [porting](port.md).\n',
        'numbers/port.md': '# How do I port a number?\n\n[Pause it](pause.md) first, see [this](old.md).\n',
      },
      findings: [],
    },
    {
      name: 'A run that does not see the other articles',
      files: {
        'numbers/pause.md': '# How do I pause a number?\n\nSee [porting](port.md) and [roles](../account/roles.md).\n',
      },
      findings: [],
    },
    {
      name: 'What is no article, or on another site',
      files: {
        'pause.md':
          '# How do I pause a number?\n\n[Port](port.md) it, read the [form](form.pdf), ![menu](menu.png), the [status](https://status.example.com/now.md), or [write](mailto:help@example.com).\n',
        'port.md':
          '# How do I port a number?\n\n[Pause it](Pause.md) first; see `[none](none.md)` and [prices](/pricing).\n',
      },
      findings: [],
    },
  ],
  *check(corpus, { moved }, { isAll }) {
    // What a run over some articles does not see is unknown, and not missing.
    if (!isAll) return
    const hasMoved = matcherOf(moved)
    for (const broken of corpus.brokenLinks()) {
      const { from, link, article, places } = broken
      if (article || places.some(hasMoved)) continue
      const near = corpus.nearestTarget(broken)
      yield {
        path: from.path,
        at: placeOfLink(link),
        message: `Unexpected link to \`${link[0]}\`, expected an article that is there, ${near === undefined ? 'link to another or remove the link' : `link to \`${near}\``}`,
        ...(near === undefined ? {} : { data: { nearest: near } }),
        key: link[0],
      }
    }
  },
})

/** Tells an address by its last two parts: what stands before them on the site may be another folder than here. */
function matcherOf(moved: readonly string[]): (place: string) => boolean {
  const known = new Set(moved.map(endOf))
  return (place) => known.size > 0 && known.has(endOf(place))
}

function endOf(address: string): string {
  const bare = address
    .toLowerCase()
    .replace(/[?#].*$/, '')
    .replace(/\/$/, '')
    .replace(/\.(?:md|mdx|markdown|html?)$/, '')
  return bare
    .split('/')
    .filter((part) => part !== '')
    .slice(-2)
    .join('/')
}
