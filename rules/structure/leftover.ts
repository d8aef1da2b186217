import * as z from 'zod'
import { defineArticleRule, type Article, type Block, type Problem } from '../../src/rule/rule.ts'

export default defineArticleRule({
  id: 'structure/leftover',
  description: 'Nothing is left on the page that was meant for authors or for the content system.',
  why: 'Readers take a note to the author for a part of the article, and an article that shows one for unfinished.',
  severity: 'warning',
  options: z.strictObject({}),
  examples: [
    {
      name: 'Nothing left over',
      input:
        '## On this page\n\n- Pausing\n- Deleting\n\n## Pausing\n\nA note such as TODO stands in `TODO: call back`. Dates are to be decided (TBD).\n',
      findings: [],
    },
    {
      name: 'A note to the author',
      input: 'TODO: ask Priya for the limits.\n\nOpen Numbers [TODO add the path] and pause it.\n\n- FIXME\n',
      findings: [
        '1:1-1:5: Unexpected note `TODO` to the author, expected text for readers, do it and remove the note',
        '3:14-3:33: Unexpected note `[TODO add the path]` to the author, expected text for readers, do it and remove the note',
        '5:3-5:8: Unexpected note `FIXME` to the author, expected text for readers, do it and remove the note',
      ],
    },
    {
      name: 'A place for something',
      input:
        'Open Numbers. [Insert screenshot here]\n\nSee [insert link] for more, or [add a note](notes.md). Lorem ipsum dolor sit amet.\n',
      findings: [
        '1:15-1:39: Unexpected placeholder `[Insert screenshot here]`, expected what it stands for, fill it in or remove it',
        '3:5-3:18: Unexpected placeholder `[insert link]`, expected what it stands for, fill it in or remove it',
        '3:56-3:77: Unexpected placeholder `Lorem ipsum dolor sit`, expected what it stands for, fill it in or remove it',
      ],
    },
    {
      name: 'Fields of the content system',
      input:
        'Meta description: How to pause a number.\n\n## On this page\n\n- Pausing\n- Schema markup\n\n## Pausing\n\nSwitch it off.\n\n**SEO title:** Pause a number\n',
      findings: [
        '1:1-1:18: Unexpected label `Meta description:` of the content system, expected text for readers, move it to its field',
        '6:3-6:16: Unexpected label `Schema markup` of the content system, expected text for readers, move it to its field',
        '12:3-12:13: Unexpected label `SEO title:` of the content system, expected text for readers, move it to its field',
      ],
    },
    {
      name: 'An article about such fields',
      input: '# How do I set a meta description?\n\nMeta description: the text under a search result.\n',
      findings: [],
    },
    {
      name: 'Columns of a board',
      input: '- TODO: calls that nobody has taken\n- DONE: calls that are over\n',
      findings: [],
    },
    {
      name: 'A table of contents with one entry',
      input: '## Table of contents\n\n- Pausing\n\n## Pausing\n\nSwitch it off.\n',
      findings: [
        '1:1-1:21: Unexpected table of contents with one entry, expected several, list the sections or remove it',
      ],
    },
  ],
  *check(article) {
    yield* shortContents(article)
    const { source, blocks } = article
    // Nearly no article holds one of them: looking for each in the whole of it is cheap, for all in one pattern it is not.
    const mayHoldNotes = notesInCapitals.some((word) => source.includes(word))
    const mayHoldLorem = source.includes('orem ipsum')
    const contents = article.sections.filter(({ role }) => role === 'contents').map(({ label }) => label)
    for (const [index, block] of blocks.entries()) {
      if (mayHoldNotes) yield* notes(block, article)
      // Brackets of links are no part of the text.
      if (mayHoldLorem || block.text.includes('[')) yield* placeholders(block, article)
      // Fields stand before the text or behind it, or among headings or contents; elsewhere they are spoken of.
      const isOutside = index < 3 || index >= blocks.length - 3 || block.kind === 'heading'
      if (isOutside || (contents.length > 0 && contents.includes(block.headings.at(-1) ?? ''))) {
        if (field.test(block.text)) yield* fields(block, article)
      }
    }
  },
})

function* shortContents({ sections, excerpt }: Article): Generator<Problem> {
  for (const { role, form, content, at, last } of sections) {
    if (role !== 'contents' || form !== 'heading' || content.length !== 1 || (excerpt && last)) continue
    const [list] = content
    if (list?.type !== 'list' || list.children.length > 1 || (list.children[0]?.children.length ?? 0) > 1) continue
    yield {
      at,
      message: 'Unexpected table of contents with one entry, expected several, list the sections or remove it',
    }
  }
}

const notesInCapitals = ['TODO', 'FIXME', 'TBD', 'XXX']
const note =
  /^\W{0,3}\b(TODO|FIXME|TBD|XXX)(?=:|$|\s+[-–—(]|\.?$)|[[(](?:TODO|FIXME)\b[^\])]{0,80}[\])]|\[TBD\b[^\])]{0,80}\]/g

function* notes(block: Block, { source }: Article): Generator<Problem> {
  // A cell may well say that a date is to be decided.
  if (block.kind === 'cell') return
  for (const match of block.text.matchAll(note)) {
    // `TODO`, `DOING` and `DONE` are columns of a board.
    if (/\b(?:DONE|DOING|IN PROGRESS|In progress)\b/.test(source)) return
    const written = match[1] ?? match[0]
    const start = match.index + match[0].indexOf(written)
    yield {
      at: block.at(start, start + written.length),
      message: `Unexpected note \`${written}\` to the author, expected text for readers, do it and remove the note`,
    }
  }
}

const things = '(?:links?|urls?|screen ?shots?|images?|pictures?|videos?|gifs?|diagrams?|figures?)'
const placeholder = new RegExp(
  `\\[ ?(?:(?:insert|add|include)(?: (?:a|an|the))?(?: \\w+)? ${things}\\b[^\\]]{0,60}|${things} (?:here|goes here|placeholder|to come)|placeholder) ?\\]|\\blorem ipsum dolor(?: sit)?`,
  'gi',
)

function* placeholders(block: Block, { source }: Article): Generator<Problem> {
  for (const { 0: written, index } of block.text.matchAll(placeholder)) {
    const at = block.at(index, index + written.length)
    if (source.slice(at.start.offset, at.end.offset).includes('`')) continue
    yield {
      at,
      message: `Unexpected placeholder \`${written}\`, expected what it stands for, fill it in or remove it`,
    }
  }
}

const field =
  /^(?:(?:(?:meta|seo) (?:title|description|keywords?)|(?:focus|target|primary) keywords?|internal links?(?: to add)?)\s?[:：]|(?:(?:faq|article|how-?to) )?(?:schema markup|json-ld)(?: \(json-ld\))?[:：]?$)/i
/** Where such fields are explained, they are what the article is about. */
const about = /\b(?:seo|meta|schema|json-ld|search engines?|keywords?|metadata|websites?|web pages?)\b/i

function* fields(block: Block, { title }: Article): Generator<Problem> {
  const written = field.exec(block.text)?.[0]
  if (!written || about.test(title?.text ?? '')) return
  yield {
    at: block.at(0, written.length),
    message: `Unexpected label \`${written}\` of the content system, expected text for readers, move it to its field`,
  }
}
