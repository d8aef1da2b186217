import { kindOfTitle } from '../src/article/title-kind.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseArticle } from '../src/article/parse-article.ts'
import type { Point } from '../src/article/position.ts'
import { countWords, sentencesOf, wordsOf } from '../src/article/prose.ts'
import { roleOf } from '../src/article/house.ts'
import { bareLabel, mayNameRole, namedRole } from '../src/article/roles.ts'
import { lint, resolveSettings } from '../src/index.ts'

describe('roles', () => {
  test.each([
    ['Quick answer', 'quick-answer'],
    ['⚡ Quick Answer –', 'quick-answer'],
    ['**Short answer:**', 'quick-answer'],
    ['TL;DR', 'quick-answer'],
    ['In short', 'quick-answer'],
    ['When should I use this guide?', 'when-to-use'],
    ['Who is this for?', 'when-to-use'],
    ['Who is this guide for?', 'when-to-use'],
    ['Use this guide if you:', 'when-to-use'],
    ['When to use this feature', 'when-to-use'],
    ['1. Prerequisites', 'prerequisites'],
    ['1 — Prerequisites (what to gather first)', 'prerequisites'],
    ['Before you begin (prereqs & permissions)', 'prerequisites'],
    ['🛠️ What you’ll need', 'prerequisites'],
    ['Pre-requisites & plan checks', 'prerequisites'],
    ['Step 2: Verify the result', 'verify'],
    ['3) How to verify your number', 'verify'],
    ['How to cancel', 'steps'],
    ['Step-by-step: how we calculate it', 'steps'],
    ['Limitations & notes', 'limitations'],
    ['IV. Troubleshooting', 'troubleshooting'],
    ['FAQs', 'faq'],
    ['Related articles', 'related'],
    ['On this page', 'contents'],
    ['Quick-answer', 'quick-answer'],
    ['At-a-glance', 'quick-answer'],
    ['The short version', 'quick-answer'],
    ['Quick Answer in 10 seconds', 'quick-answer'],
    ['Is this for me?', 'when-to-use'],
    ['This guide is for you if', 'when-to-use'],
    ['What you need before you start', 'prerequisites'],
    ['Minimum requirements', 'prerequisites'],
    ['Required permissions', 'prerequisites'],
    ['Test your integration', 'verify'],
    ['Verify your e-mail', undefined],
    ['Confirm your identity', undefined],
    ['References in invoices', undefined],
    ['Next steps after sign-up', undefined],
    ['Requirements for invoices', undefined],
    ['What you need to know', undefined],
    ['How do I find my invoice?', undefined],
    ['Billing cycle', undefined],
    ['Answering calls', undefined],
    ['When calls are dropped', undefined],
    ['', undefined],
    ['⚡', undefined],
    ['(only a bracket)', undefined],
  ])('%s is %s', (label, role) => expect(roleOf(label)).toBe(role))

  test('the bare label loses what decorates it', () => {
    expect(bareLabel('⚡ 1 — Before you begin (prereqs & permissions):')).toBe('before you begin')
    expect(bareLabel('2.3 Limits')).toBe('limits')
    expect(bareLabel('(all of it)')).toBe('all of it')
    expect(bareLabel('5 users')).toBe('users')
  })
})

describe('sections', () => {
  const outline = (markdown: string) =>
    parseArticle('a.md', markdown).sections.map(({ form, role, label, words, rest }) => ({
      form,
      role,
      label,
      words,
      rest,
    }))

  test.each([
    ['heading', '## ⚡ Quick answer\n\nYes, it can.\n', 3],
    ['lead', '**Quick answer:** Yes, it can.\n', 3],
    ['lead', '⚡ **Quick answer** – Yes, it can.\n', 3],
    ['lead', '*Quick answer*: Yes, it can.\n', 3],
    ['lead', 'Quick answer: Yes, it can.\n', 3],
    ['lead', '**Quick answer: Yes,** it can.\n', 3],
    ['lead', '**Quick answer**\n\nYes, it can.\n', 3],
    ['callout', '> **Quick answer:** Yes, it can.\n', 3],
    ['callout', '> [!TIP]\n> **Quick answer:** Yes, it can.\n', 3],
    ['callout', '> **Quick answer**\n>\n> Yes, it can.\n', 3],
    ['callout', '> Quick answer\n> Yes, it can.\n', 3],
    ['callout', '> [!TIP]\n>\n> ### Quick answer\n>\n> Yes, it can.\n', 3],
    ['lead', 'Quick answer\n\nYes, it can.\n', 3],
    ['lead', ':::tip Quick answer: Yes, it can.\n', 3],
    ['callout', '> ### Quick answer\n>\n> Yes, it can.\n', 3],
  ])('a quick answer as a %s: %j', (form, markdown, words) => {
    expect(outline(`# Can it?\n\n${markdown}`)).toEqual([
      expect.objectContaining({ form, role: 'quick-answer', words }),
    ])
  })

  test('a lead ends with its paragraph, or with the list that it announces', () => {
    const article = parseArticle(
      'a.md',
      '**Quick answer:** Either:\n\n- One\n- Two\n\nMore text that is not part of the answer.\n',
    )
    expect(article.sections[0]!.words).toBe(3)
  })

  test('a sentence that repeats the role of its heading is text', () => {
    expect(outline('## When should I use this guide?\n\nUse this guide if you:\n\n- Travel\n')).toHaveLength(1)
  })

  test.each([
    ['![A picture](a.png)\n\n# T?\n\n**Quick answer:** Yes.\n', 'a.md'],
    ["import Note from './note.js'\n\n# T?\n\n**Quick answer:** Yes.\n", 'a.mdx'],
    ['<!-- c -->\n\n# T?\n\n---\n\n## <a id="qa"></a>Quick answer <!-- omit -->\n\nYes.\n', 'a.md'],
  ])('what says nothing stands before a title or an answer: %j', (source, path) => {
    const article = parseArticle(path, source)
    expect(article.title?.text).toBe('T?')
    expect(article.opening).toEqual([])
    expect(article.sections[0]).toMatchObject({ role: 'quick-answer', words: 1 })
  })

  test('the label of a callout stands where it stands', () => {
    const source = '# T?\n\n> [!TIP]\n> Short answer: Yes.\n'
    const { at } = parseArticle('a.md', source).sections[0]!
    expect(source.slice(at.start.offset, at.end.offset)).toBe('Short answer:')
  })

  test('in a list of questions, no answer is that of the article', () => {
    expect(outline('# FAQ\n\n## Can I pay?\n\n**Answer:** Yes.\n').map(({ role }) => role)).toEqual([
      undefined,
      undefined,
    ])
  })

  test('bold within a sentence opens nothing', () => {
    expect(outline('**Numbers** are kept for 30 days.\n\nClick **Save**.\n')).toEqual([])
  })
})

describe('types', () => {
  const typeOf = (title: string, frontMatter = '') =>
    parseArticle('a.md', `---\ntitle: ${JSON.stringify(title)}\n${frontMatter}---\n`).type.name

  test.each([
    ['How do I pause a number?', 'how-to'],
    ['What is MM Lite and how do I enable it?', 'how-to'],
    ['Set up call forwarding', 'how-to'],
    ['How do I integrate the panel with Zoho CRM?', 'integration'],
    ['How can the panel be connected to Zoho CRM?', 'integration'],
    ['Why are messages not being delivered?', 'troubleshooting'],
    ['Why is the wrong greeting played?', 'troubleshooting'],
    ['Data storage policy', 'policy'],
    ['What is changing in webhooks?', 'announcement'],
    ['Which countries are supported?', 'reference'],
    ['How many users can I add?', 'reference'],
    ['What is a call flow?', 'concept'],
    ['How does routing work?', 'concept'],
    ['Numbers', 'concept'],
  ])('%s is %s', (title, type) => expect(typeOf(title)).toBe(type))

  test('front matter decides, in the words of other houses too', () => {
    expect(typeOf('How do I pause a number?', 'type: reference\n')).toBe('reference')
    expect(typeOf('Numbers', 'type: how_to\n')).toBe('how-to')
    expect(typeOf('How do I pause a number?', 'type: landing\n')).toBe('how-to')
  })
})

describe('front matter', () => {
  test('has places for keys and values', () => {
    const source = '---\ntitle: "A: b"\n# note\nowner: [x, y]\n---\n'
    const { entries } = parseArticle('a.md', source).frontMatter
    const slice = (key: string) => {
      const { keyAt, valueAt } = entries.get(key)!
      return [
        source.slice(keyAt.start.offset, keyAt.end.offset),
        source.slice(valueAt.start.offset, valueAt.end.offset),
      ]
    }
    expect(slice('title')).toEqual(['title', '"A: b"'])
    expect(slice('owner')).toEqual(['owner', '[x, y]'])
    expect(entries.get('owner')!.value).toEqual(['x', 'y'])
    expect(entries.get('title')!.keyAt.start).toEqual({ line: 2, column: 1, offset: 4 })
  })

  test.each([
    ['---\ntitle: [a\n---\n', 'Flow sequence'],
    ['---\ntitle: a\nno end', 'is not closed'],
    ['---\njust text\n---\n', 'is not a list of'],
    ['---\ntitle: a\ntitle: b\n---\n', 'unique'],
  ])('%j is an error, not a crash', (source, message) => {
    const { errors } = parseArticle('a.md', source).frontMatter
    expect(errors.length).toBeGreaterThan(0)
    expect(errors[0]!.message).toContain(message)
  })

  test('in TOML is read as far as it is plain', () => {
    const source =
      '+++\ntitle = "How do I \\"pause\\"?" # note\nexcerpt = true\nlast_verified = 2025-07-25\ntags = ["a"]\n[more]\ntitle = "no"\n+++\n\n**Quick answer:** Yes.\n'
    const { frontMatter, title, opening, excerpt, sections } = parseArticle('a.md', source)
    expect(title?.text).toBe('How do I "pause"?')
    expect(source.slice(title!.at.start.offset, title!.at.end.offset)).toMatch(/^"How do I/)
    expect({ excerpt, opening, roles: sections.map(({ role }) => role) }).toEqual({
      excerpt: true,
      opening: [],
      roles: ['quick-answer'],
    })
    expect([...frontMatter.entries.keys()]).toEqual(['title', 'excerpt', 'last_verified'])
  })

  test('a text that opens with a rule has none', () => {
    expect(parseArticle('a.md', '---\n\nText\n').frontMatter.errors).toEqual([])
  })
})

describe('places', () => {
  test.each(['\uFEFF', ''])('count a byte-order mark (%j)', (mark) => {
    const source = `${mark}---\ntitle: T\n---\n\n## Quick answer\n\nYes.\n`
    const { sections, title } = parseArticle('a.md', source)
    const at = sections[0]!.at
    expect(source.slice(at.start.offset, at.end.offset)).toBe('## Quick answer')
    expect(at.start.line).toBe(5)
    expect(source.slice(title!.at.start.offset, title!.at.end.offset)).toBe('T')
  })

  test('of words survive mark-up, escapes and line ends', () => {
    const source = 'It is **due** by\r\n*28 Nov* 2025 \\& `code` then [Save](x).\n'
    const block = parseArticle('a.md', source).blocks[0]!
    expect(block.text).toBe('It is due by  28 Nov 2025 & \uFFFC then Save.')
    const start = block.text.indexOf('28 Nov')
    const at = block.at(start, start + '28 Nov 2025'.length)
    expect(source.slice(at.start.offset, at.end.offset)).toBe('28 Nov* 2025')
  })
})

test('words are the same with and without a pattern', () => {
  const pattern = /[\p{L}\p{N}]+(?:['’.\-‑][\p{L}\p{N}]+)*/gu
  const text = fc.array(
    fc.oneof(fc.constantFrom(..."ab1é’'.-‑ ,\uFFFC😀"), fc.string({ unit: 'binary', maxLength: 3 })),
  )
  fc.assert(
    fc.property(text, (pieces) => {
      const words = pieces.join('').match(pattern) ?? []
      expect(wordsOf(pieces.join(''))).toEqual([...words])
      expect(countWords(pieces.join(''))).toBe(words.length)
    }),
  )
})

test('sentences end where they end', () => {
  const text = 'Use e.g. Chrome. It costs 3.5 USD, i.e. little! Is it (really) so? Yes. “Quite.” On Nov. 3 it ends.'
  expect(sentencesOf(text).map((sentence) => sentence.text)).toEqual([
    'Use e.g. Chrome.',
    'It costs 3.5 USD, i.e. little!',
    'Is it (really) so?',
    'Yes.',
    '“Quite.”',
    'On Nov. 3 it ends.',
  ])
})

test('plain front matter is read as all YAML is', () => {
  const value = fc.constantFrom(
    ...[
      'word',
      'two words',
      'true',
      'null',
      '12',
      '012',
      '2026-01-02',
      '2/3/26',
      '3a0c-4e',
      'a: b',
      'a:b',
      "it's",
      '"q"',
      "'s'",
    ],
    ...[
      '"a',
      'x #c',
      'x#c',
      '[a]',
      'é ü',
      'http://a.b/c#d',
      '~',
      'a\u00a0b',
      'a,b',
      '*',
      '&x',
      'end:',
      '',
      '?',
      '“x”',
      '.5',
      '1e3',
    ],
  )
  const space = fc.constantFrom('', ' ', '  ')
  const line = fc.oneof(
    fc.tuple(
      fc.constantFrom('a', 'b', 'x.y-z', '_k', 'Null', '1', 'a b'),
      fc.constantFrom(': ', ':  ', ':', ' : '),
      value,
      space,
    ),
    fc.tuple(space, fc.constantFrom('- ', '-  ', '-'), value, space),
    fc.constantFrom([''], ['# c'], ['  more'], ['key:']),
  )
  const end = fc.constantFrom('\n', '\r\n')
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), end, (lines, end) => {
      const read = (before: string) => {
        const source = `---${end}${before}${lines.map((parts) => parts.join('')).join(end)}${end}---${end}`
        const { entries, errors } = parseArticle('a.md', source).frontMatter
        const textAt = ({ start, end }: { start: Point; end: Point }) => source.slice(start.offset, end.offset)
        return {
          entries: [...entries.values()].map(({ key, value, keyAt, valueAt }) => [
            key,
            value,
            textAt(keyAt),
            textAt(valueAt),
          ]),
          errors: errors.map(({ message }) => message),
        }
      }
      // A comment is not plain, and means nothing.
      expect(read('')).toEqual(read(`# a comment${end}`))
    }),
    { numRuns: 2000 },
  )
})

test('any text is an article', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (source) => {
      const article = parseArticle('a.md', source)
      for (const { at } of article.sections) expect(at.end.offset).toBeLessThanOrEqual(source.length)
    }),
  )
})

test.each([
  ['many sentences in a paragraph', 'A b. '.repeat(20_000)],
  ['many references in a paragraph', 'a &amp; b\n'.repeat(8_000)],
  ['white space in a paragraph', `a${' '.repeat(50_000)}b`],
  ['dots', '.'.repeat(50_000)],
  ['commas after a date', `From 28 Nov 2025${','.repeat(50_000)} x`],
  ['an endless directive', `<!-- deskcheck-disable${' '.repeat(50_000)}x`],
  ['an endless label', `**Short answer${' —'.repeat(20_000)}x**`],
  ['a type that objects know', '---\ntype: constructor\nlast_verified: {toString: a}\nreview_every: P9999999Y\n---\n'],
])('%s can be checked', (_, source) => {
  const report = lint([{ path: '', source }], resolveSettings({}, { today: '2026-11-23' }))
  expect(report.articles[0]!.type).toBe('concept')
})

test('nesting without end is a failure of the article, not of the run', () => {
  expect(parseArticle('a.md', '> '.repeat(5000)).failure).toBeDefined()
  expect(parseArticle('a.md', `${'- '.repeat(300)}x`).failure).toContain('nested')
})

test('a text that may name no role by its first word names none', () => {
  const word = fc.constantFrom(
    ...'the quick short answer in a nutshell tl dr contents on this page when should i use read guide if who is for audience before you start begin need what do requirements technical prerequisites required permissions how to verify check test works testing common issues errors known limitations edge cases related articles see also next steps faq questions and answers step 1 2) iv. q & procedure instructions walkthrough open numbers add calls then'.split(
      ' ',
    ),
  )
  const text = fc.tuple(
    fc.constantFrom('', '1. ', '⚡ ', '**', '(', 'Step 2: '),
    fc.array(word, { minLength: 1, maxLength: 6 }),
  )
  fc.assert(
    fc.property(text, ([mark, words]) => {
      const label = mark + words.join(' ')
      if (namedRole(label) !== undefined) expect(mayNameRole(label, new Set()), label).toBe(true)
    }),
    { seed: 1, numRuns: 5000 },
  )
})

describe('what readers of a title want', () => {
  test.each([
    ["Why can't I hear the caller?", 'trouble'],
    ['Recordings are missing', 'trouble'],
    ['Error 404 in the web app', 'trouble'],
    ['What is a queue?', 'is'],
    ['About queues', 'is'],
    ['How do I stop a queue?', 'do'],
    ['Add a user to a queue', 'do'],
    ['Which plan has queues', 'do'],
    ['Notes on queues', 'name'],
    ['Queue settings', 'name'],
    ['', 'name'],
  ])('%s: %s', (title, kind) => expect(kindOfTitle(title)).toBe(kind))
})
