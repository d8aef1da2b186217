import { closest, distance } from 'fastest-levenshtein'
import * as z from 'zod'
import { defineArticleRule, someOf, valuesOf } from '../../src/rule/rule.ts'

export default defineArticleRule({
  id: 'front-matter/owner',
  description: 'Articles belong to somebody who is there.',
  why: 'An article whose owner has left, or is misspelt, is nobody’s: its reviews fall due, and no one hears of it.',
  severity: 'warning',
  options: z.strictObject({
    owners: z
      .array(z.string().min(1))
      .default([])
      .describe('people and teams that own articles; none: nothing is checked'),
    keys: z.array(z.string().min(1)).default(['owner']).describe('keys of front matter that name an owner'),
  }),
  examples: [
    {
      name: 'One of the team',
      options: { owners: ['billing', 'voice', 'mei'] },
      input: '---\ntitle: How do I pause a number?\nowner: [voice, mei]\n---\n',
      findings: [],
    },
    {
      name: 'A slip of the pen',
      options: { owners: ['billing', 'voice'] },
      input: '---\ntitle: How do I pause a number?\nowner: "voce"\n---\n',
      findings: ['3:9-3:13: Unexpected owner `voce`, expected `voice`, correct it'],
    },
    {
      name: 'Somebody else, in a list',
      options: { owners: ['billing', 'voice'] },
      input: '---\ntitle: How do I pause a number?\nowner:\n  - voice\n  - jonas\n---\n',
      findings: ['5:5-5:10: Unexpected owner `jonas`, expected one of `billing`, `voice`, hand the article over'],
    },
    {
      name: 'No list of owners, nothing to compare with',
      input: '---\ntitle: How do I pause a number?\nowner: anybody\n---\n',
      findings: [],
    },
    {
      name: 'No owner: `required` of `front-matter/schema` asks for one',
      options: { owners: ['billing'] },
      input: '---\ntitle: How do I pause a number?\nowner:\n---\n',
      findings: [],
    },
  ],
  *check(article, { owners, keys }) {
    if (owners.length === 0) return
    for (const key of keys) {
      const entry = article.frontMatter.entries.get(key)
      for (const { value, at } of entry ? valuesOf(entry, article) : []) {
        const owner = typeof value === 'string' ? value : JSON.stringify(value)
        if (owners.includes(owner)) continue
        const nearest = closest(owner, owners)
        // A short name is near any other.
        const isSlip = distance(owner.toLowerCase(), nearest.toLowerCase()) <= Math.min(2, (nearest.length - 1) / 2)
        yield {
          at,
          message: isSlip
            ? `Unexpected owner \`${owner}\`, expected \`${nearest}\`, correct it`
            : `Unexpected owner \`${owner}\`, expected one of ${someOf(owners, 5)}, hand the article over`,
        }
      }
    }
  },
})
