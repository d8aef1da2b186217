import * as z from 'zod'
import { defineCorpusRule, placeOfLink } from '../../src/rule/rule.ts'

export default defineCorpusRule({
  id: 'links/anchor',
  description: 'Links to a part of an article lead to a heading that is there.',
  why: 'When a heading is renamed, links to it still open the page, at its top: the reader has to find the part alone.',
  severity: 'warning',
  options: z.strictObject({}),
  examples: [
    {
      name: 'A heading that was renamed, and one that is gone',
      files: {
        'pause.md':
          '# How do I pause a number?\n\nSee [who may](#who-may-do-that) and [rules](routing.md#rule-of-routing).\n\n## Who may do this\n\nAdmins.\n',
        'routing.md': '# How are calls routed?\n\nSee [the end](#the-end).\n\n## Rules of routing\n\nIn turn.\n',
      },
      findings: [
        'pause.md:3:15-3:31: Unexpected anchor `#who-may-do-that`, expected a heading of this article, link to `#who-may-do-this`',
        'pause.md:3:45-3:71: Unexpected anchor `#rule-of-routing`, expected a heading of `routing.md`, link to `routing.md#rules-of-routing`',
        'routing.md:3:15-3:23: Unexpected anchor `#the-end`, expected a heading of this article, link to one or remove the link',
      ],
    },
    {
      name: 'Anchors as GitHub makes them, written out, or made another way',
      files: {
        'pause.md':
          '# How do I pause a number?\n\n[1](#who-may-do-this-on-web--app), [2](#who-may-do-this-on-web-app), [3](#legacy), [4](#stop), [5](#note), [6](#note-1), [7](#top), [8](#tab/web), [9](#réglages)\n\n## Who may do `this` on web & app?\n\n## Pausing {#legacy}\n\n<a name="stop"></a>\n\n## Note\n\n## Note\n\n## Reglages\n',
      },
      findings: [],
    },
    {
      name: 'What an excerpt lacks, and what is taken in from elsewhere',
      files: {
        'pause.md': '---\ntitle: How do I pause a number?\nexcerpt: true\n---\n\nSee [limits](#limits).\n',
        'port.md': '# How do I port a number?\n\nSee [limits](#limits).\n\n[!INCLUDE [limits](shared/limits.md)]\n',
      },
      findings: [],
    },
  ],
  *check(corpus, _, { isAll }) {
    // What a run over some articles does not see is unknown, and not missing.
    if (!isAll) return
    for (const broken of corpus.brokenLinks()) {
      const { from, link, article } = broken
      if (!article) continue
      const near = corpus.nearestTarget(broken)
      const whose = article.path === from.path ? 'this article' : `\`${article.path}\``
      yield {
        path: from.path,
        at: placeOfLink(link),
        message: `Unexpected anchor \`${link[0].slice(link[0].indexOf('#'))}\`, expected a heading of ${whose}, link to ${near === undefined ? 'one or remove the link' : `\`${near}\``}`,
        ...(near === undefined ? {} : { data: { nearest: near } }),
        key: link[0],
      }
    }
  },
})
