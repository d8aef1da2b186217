import { z } from 'zod'
import { defineArticleRule, roleNames, roles } from '../../src/rule/rule.ts'

export default defineArticleRule({
  id: 'structure/section-order',
  description: 'Sections stand in the order in which they are needed.',
  why: 'Readers work from top to bottom: what must be ready before the first step is no use after the last.',
  severity: 'warning',
  options: z.strictObject({
    order: z
      .array(z.enum(roles))
      .default(['when-to-use', 'prerequisites', 'steps', 'verify', 'related'])
      .describe('the roles whose order is checked; the quick answer has a rule of its own'),
  }),
  examples: [
    {
      name: 'In order',
      input:
        '## When to use this guide\n\nOn holidays.\n\n## Prerequisites\n\n- Admin.\n\n## Steps\n\n1. Switch it off.\n\n## See also\n\n- Numbers\n',
      findings: [],
    },
    {
      name: 'Prerequisites after the steps',
      input: '## Steps\n\n1. Switch it off.\n\n## Prerequisites\n\n- Admin.\n',
      findings: [
        '5:1-5:17: Unexpected section `Prerequisites` after `Steps`, expected prerequisites before steps, move it up',
      ],
    },
  ],
  *check(article, { order }) {
    const seen = new Set<string>()
    let latest: { label: string; rank: number; name: string } | undefined
    for (const { role, depth, label, at } of article.sections) {
      // A second section of a role belongs to a second task in the same article.
      if (role === undefined || depth > 2 || !order.includes(role) || seen.has(role)) continue
      seen.add(role)
      const rank = order.indexOf(role)
      if (latest && rank < latest.rank) {
        yield {
          at,
          message: `Unexpected section \`${label}\` after \`${latest.label}\`, expected ${roleNames[role]} before ${latest.name}, move it up`,
        }
      } else {
        latest = { label, rank, name: roleNames[role] }
      }
    }
  },
})
