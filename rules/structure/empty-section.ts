import type { RootContent } from 'mdast'
import * as z from 'zod'
import { defineArticleRule, type Article } from '../../src/rule/rule.ts'

export default defineArticleRule({
  id: 'structure/empty-section',
  description: 'Every heading has something under it.',
  why: 'A reader who follows a heading and finds nothing cannot tell whether the text was lost or never written.',
  severity: 'warning',
  options: z.strictObject({}),
  examples: [
    {
      name: 'Text, a deeper heading or a picture',
      input: '## Pausing a number\n\n### On a phone\n\nSwitch it off.\n\n### On the web\n\n![The switch](switch.png)\n',
      findings: [],
    },
    {
      name: 'Nothing before the next heading',
      input: '## Call recordings\n\n## Voicemail\n\nPress 1.\n',
      findings: [
        '1:1-1:19: Unexpected empty section `Call recordings`, expected something under the heading, write it or remove the heading',
      ],
    },
    {
      name: 'Nothing but a comment and a line',
      input: '## Voicemail\n\nPress 1.\n\n## Call recordings\n\n<!-- after the launch -->\n\n---\n',
      findings: [
        '5:1-5:19: Unexpected empty section `Call recordings`, expected something under the heading, write it or remove the heading',
      ],
    },
    {
      name: 'What HTML shows is not known',
      input: '## The tour\n\n<iframe src="https://video.example/tour"></iframe>\n\n## Next\n\nCall us.\n',
      findings: [],
    },
    {
      name: 'A heading that is a link says where to go; some houses make tabs of them',
      input: '## [Numbers](numbers.md)\n\n## [Windows](#tab/windows)\n\nClick it.\n',
      findings: [],
    },
    {
      name: 'The end of an excerpt',
      input: '---\ntitle: How do I pause a number?\nexcerpt: true\n---\n\nSwitch it off.\n\n## Call recordings\n',
      findings: [],
    },
    {
      name: 'Empty prerequisites are reported by their own rule',
      input: '# How do I pause a number?\n\n## Prerequisites\n\n## Steps\n\n1. Open Numbers.\n',
      findings: [],
    },
  ],
  *check(article) {
    const { sections } = article
    for (const [index, section] of sections.entries()) {
      if (section.words > 0 || section.form !== 'heading' || section.label === '') continue
      if (section.rest !== '' || !section.content.every(showsNothing)) continue
      const below = sections[index + 1]
      if (below && below.depth > section.depth) continue
      if (article.excerpt && section.last) continue
      if (hasRuleOfItsOwn(article, index) || isLink(article, index)) continue
      yield {
        at: section.at,
        message: `Unexpected empty section \`${section.label}\`, expected something under the heading, write it or remove the heading`,
      }
    }
  },
})

/** Whether another rule says that a section is empty: it looks at the first of its role. */
function hasRuleOfItsOwn({ sections }: Article, index: number): boolean {
  const { role } = sections[index]!
  if (role !== 'quick-answer' && role !== 'when-to-use' && role !== 'prerequisites') return false
  return sections.findIndex((section) => section.role === role) === index
}

/** Whether a heading, or the one after it, is nothing but a link. */
function isLink({ source, sections }: Article, index: number): boolean {
  return sections
    .slice(index, index + 2)
    .some(({ at }) => /^#+\s+\[.*\)\s*$/.test(source.slice(at.start.offset, at.end.offset)))
}

/** Whether a block leaves nothing on the page: a line, a comment, the target of a link. */
function showsNothing(node: RootContent): boolean {
  if (node.type === 'definition' || node.type === 'thematicBreak') return true
  return node.type === 'html' && /^\s*(?:<!--(?:(?!-->)[^])*-->|<a\s[^<>]*>\s*<\/a>|<br\s?\/?>)\s*$/.test(node.value)
}
