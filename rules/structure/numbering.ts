import type { List, Nodes, Parents } from 'mdast'
import * as z from 'zod'
import { defineArticleRule, type Article, type Problem } from '../../src/rule/rule.ts'

export default defineArticleRule({
  id: 'structure/numbering',
  description: 'Steps and numbered headings count on, without a gap or a repeat.',
  why: 'A number that comes twice, or not at all, looks like a step that is lost; and nobody can say on the phone which one is meant.',
  severity: 'warning',
  options: z.strictObject({}),
  fixable: true,
  examples: [
    { name: 'One after another', input: '1. Open Numbers.\n2. Select one.\n3. Switch it off.\n', findings: [] },
    {
      name: 'A one before each step, which Markdown counts itself',
      input: '1. Open Numbers.\n1. Select one.\n1. Switch it off.\n\n---\n\n1. Open Users.\n2. Select one.\n1. Save.\n',
      findings: [],
    },
    {
      name: 'A number that comes twice',
      input: '1. Open Numbers.\n2. Select one.\n2. Switch it off.\n3. Save.\n',
      findings: ['3:1-3:2: Unexpected second step `2`, expected `3`, number the steps anew'],
      fixed: '1. Open Numbers.\n2. Select one.\n3. Switch it off.\n4. Save.\n',
    },
    {
      name: 'A number that is missing may be a step that is missing',
      input: '1. Open Numbers.\n2. Select one.\n4. Save.\n',
      findings: [
        '3:1-3:2: Unexpected step `4` after `2`, expected `3`, write what is missing or number the steps anew',
      ],
    },
    {
      name: 'Steps of a step, too little indented to be that',
      input: '1. Open Numbers.\n2. Select one:\n  1. Open the list.\n  2. Click the name.\n3. Save.\n',
      findings: [
        '3:3-3:4: Unexpected step `1` after `2`, expected `3`, indent the steps that belong to step `2` by three spaces more or number them anew',
      ],
    },
    {
      name: 'A picture that breaks a list in two',
      input: '1. Open Numbers.\n2. Select one.\n\n![The list](list.png)\n\n1. Switch it off.\n2. Save.\n',
      findings: [
        '6:1-6:2: Unexpected step `1` after `2`, expected `3`, indent what stands between the two so that it belongs to step `2`',
      ],
    },
    {
      name: 'Two procedures',
      input: '1. Open Numbers.\n2. Select one.\n\nOn a phone:\n\n1. Swipe.\n\n### On the web\n\n1. Click.\n',
      findings: [],
    },
    {
      name: 'A list that goes on after a picture',
      input: '1. Open Numbers.\n2. Select one.\n\n![The list](list.png)\n\n3. Switch it off.\n',
      findings: [],
    },
    {
      name: 'A step that the paragraph above it has swallowed',
      input: '1. Open Numbers.\n\nOnly admins see them.\n2. Select one.\n\n3. Switch it off.\n',
      findings: ['4:1-4:2: Unexpected step `2` in a paragraph, expected a list item, leave an empty line above it'],
      fixed: '1. Open Numbers.\n\nOnly admins see them.\n\n2. Select one.\n\n3. Switch it off.\n',
    },
    {
      name: 'Headings',
      input:
        '## Step 1: Buy a number\n\nIn Numbers.\n\n## Step 2: Assign it\n\nIn Users.\n\n## Step 4: Test it\n\nCall it.\n',
      findings: [
        '9:1-9:19: Unexpected `Step 4` after `Step 2`, expected `Step 3`, write what is missing or number the headings anew',
      ],
    },
    {
      name: 'Headings with numbers that do not count',
      input:
        '## 2 ways to pay\n\nCard or bank.\n\n## 5 common questions\n\nNone.\n\n### Windows 7\n\nNo.\n\n### Windows 10\n\nYes.\n\n## Steps 1-3\n\nOn paper.\n\n## Step 5\n\nSign.\n',
      findings: [],
    },
    {
      name: 'Headings that count anew',
      input:
        '## On the web\n\n### Step 1\n\nClick.\n\n### Step 2\n\nSave.\n\n## On a phone\n\n### Step 1\n\nSwipe.\n\n## Method 1\n\nCall.\n',
      findings: [],
    },
  ],
  *check(article) {
    yield* problemsInLists(article)
    yield* problemsInHeadings(article)
  },
})

function* problemsInLists(article: Article): Generator<Problem> {
  const parents: Parents[] = [article.tree]
  for (let parent = parents.pop(); parent; parent = parents.pop()) {
    let before: Before | undefined
    for (const node of parent.children) {
      if (node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote') parents.push(node)
      if (node.type === 'heading' || node.type === 'thematicBreak' || node.type === 'html') before = undefined
      if (node.type !== 'list' || !node.ordered) {
        before?.between.push(node)
        continue
      }
      const numerals = numeralsOf(node, article)
      const first = numerals[0]
      if (!first) {
        before = undefined
        continue
      }
      yield* problemWithin(numerals, article)
      if (before && first.mark === before.mark) yield* problemBetween(before, first, parent, article)
      before = { next: first.value + numerals.length, mark: first.mark, between: [] }
    }
  }
}

/** A list, for what may be its second half. */
interface Before {
  /** The number that it would go on with. */
  next: number
  mark: string
  /** The blocks since. */
  between: Nodes[]
}

/** The number of an item as it stands in the file: `2` and `.` of `2. Select one.` */
interface Numeral {
  value: number
  mark: string
  start: number
  end: number
}

/** The numbers of a list; none where the tree has no positions. */
function numeralsOf(list: List, { source }: Article): Numeral[] {
  const numerals: Numeral[] = []
  for (const { position } of list.children) {
    const start = position?.start.offset ?? source.length
    let end = start
    let value = 0
    for (let digit = digitAt(source, end); digit >= 0; digit = digitAt(source, end)) {
      value = 10 * value + digit
      end++
    }
    if (end === start) return []
    numerals.push({ value, mark: source[end]!, start, end })
  }
  return numerals
}

/** The digit that stands at a place, or a negative number. */
function digitAt(source: string, at: number): number {
  const digit = source.charCodeAt(at) - 48
  return digit <= 9 ? digit : -1
}

/** The first number of a list that does not go on. What readers see is what Markdown counts, for which `1` is as good. */
function* problemWithin(numerals: Numeral[], article: Article): Generator<Problem> {
  const first = numerals[0]!.value
  if (numerals.every(({ value }) => value === first)) return
  let index = numerals.findIndex(({ value }, index) => value !== first + index && value !== 1)
  if (index < 0) return
  // `1, 2, 3, 1, 2, 4`: the count begins anew at the `1`.
  const isAnew = index > 1 && numerals[index]!.value === 2 && numerals[index - 1]!.value === 1
  if (isAnew) index--
  const { value, start, end } = numerals[index]!
  const before = numerals[index - 1]!.value
  const expected = first + index
  const at = article.locate(start, end)
  if (isAnew) {
    yield {
      at,
      message: `Unexpected step \`1\` after \`${before}\`, expected \`${expected}\`, indent the steps that belong to step \`${before}\` by three spaces more or number them anew`,
    }
  } else if (value === before) {
    const wanted = numerals.map((one, index) => ({ start: one.start, end: one.end, text: String(first + index) }))
    // Only where every number is the one before or the next; and what stands in an item is indented as wide as its number.
    const isSafe = numerals.every(
      (one, index) =>
        one.end - one.start === wanted[index]!.text.length &&
        (index === 0 || one.value - numerals[index - 1]!.value === 0 || one.value - numerals[index - 1]!.value === 1),
    )
    yield {
      at,
      message: `Unexpected second step \`${value}\`, expected \`${expected}\`, number the steps anew`,
      ...(isSafe ? { fix: wanted.slice(index) } : {}),
    }
  } else {
    yield {
      at,
      message: `Unexpected step \`${value}\` after \`${before}\`, expected \`${expected}\`, write what is missing or number the steps anew`,
    }
  }
}

/** What is wrong where a list stands behind another one, with nothing between that begins something new. */
function* problemBetween(before: Before, first: Numeral, parent: Parents, article: Article): Generator<Problem> {
  const { next, between } = before
  if (first.value === next) return
  if (first.value <= 1) {
    if (between.length === 0 || !between.every(isAside)) return
    yield {
      at: article.locate(first.start, first.end),
      message: `Unexpected step \`${first.value}\` after \`${next - 1}\`, expected \`${next}\`, indent what stands between the two so that it belongs to step \`${next - 1}\``,
    }
    return
  }
  const from = between[0]?.position?.start.offset ?? first.start
  const swallowed = new RegExp(`^[ \\t]*${next}\\${before.mark}(?=[ \\t])`, 'm').exec(
    article.source.slice(from, first.start),
  )
  if (swallowed) {
    const lineStart = from + swallowed.index
    const start = lineStart + swallowed[0].length - String(next).length - 1
    yield {
      at: article.locate(start, start + String(next).length),
      message: `Unexpected step \`${next}\` in a paragraph, expected a list item, leave an empty line above it`,
      ...(parent.type === 'root' && start === lineStart
        ? { fix: [{ start: lineStart, end: lineStart, text: '\n' }] }
        : {}),
    }
    return
  }
  yield {
    at: article.locate(first.start, first.end),
    message: `Unexpected step \`${first.value}\` after \`${next - 1}\`, expected \`${next}\`, write what is missing or number the steps anew`,
  }
}

/** Whether a block adds something to the step before it: code, a note, a picture. */
function isAside(node: Nodes): boolean {
  if (node.type === 'code' || node.type === 'blockquote') return true
  if (node.type !== 'paragraph') return false
  return node.children.every((child) => child.type === 'image' || (child.type === 'text' && child.value.trim() === ''))
}

/** `Step 2 …` and `2. …`, but not `Steps 2-4`, `Step 2.1`, `2 ways` or `Windows 7`. */
const counting =
  /^[^\p{L}\p{N}]{0,4}(?:(step|part|phase|stage|method|option|solution|workaround|task|scenario|case|lesson|module|chapter)\s+(\d{1,2})(?!\d|\.\d|\s*[–&/-]\s*\d|\s+(?:and|or|to)\b)|(\d{1,2})(?:[.)]|\s+[—–-])\s)/iu

function* problemsInHeadings({ sections, excerpt }: Article): Generator<Problem> {
  /** By level and word: the number of the last heading. */
  const last = new Map<string, number>()
  for (const { label, form, depth, at, last: isLast } of sections) {
    if (form !== 'heading') continue
    if (last.size > 0) for (const key of last.keys()) if (Number(key[0]) > depth) last.delete(key)
    const match = /\d/.test(label) ? counting.exec(label) : null
    // The end of an excerpt may be half a number.
    if (!match || (excerpt && isLast)) continue
    const [, word = '', behindWord, alone] = match
    const key = `${depth}${word.toLowerCase()}`
    const value = Number(behindWord ?? alone)
    const before = last.get(key)
    last.set(key, value)
    if (before === undefined || value === before + 1 || (value <= 1 && before > value)) continue
    const named = (number: number) => `\`${word}${word && ' '}${number}\``
    yield {
      at,
      message: `Unexpected ${named(value)} after ${named(before)}, expected ${named(before + 1)}, ${value > before ? 'write what is missing or ' : ''}number the headings anew`,
    }
  }
}
