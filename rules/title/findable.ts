import * as z from 'zod'
import { defineArticleRule, namesTopic, titleTextOf } from '../../src/rule/rule.ts'

/** What a page may call itself, or the one thing that it is about. */
const noun =
  'program(?:me)?|feature|page|article|guide|document|topic|option|setting|tool|service|product|plan|process|procedure|integration|issue|problem|error|message|button|field|screen|report|policy|offer|update|app|application|software|platform|website|site'
/** One of these without what would name it, as a number, a quotation or `that …` behind it. */
const thisThing = new RegExp(
  String.raw`\b(?:this|these) (?:${noun})s?\b(?!\s*[-:(\d\uFFFC#]| (?:that|which|called|named|of|from|in|on)\b)`,
  'i',
)
/** Questions of readers; others that say `this` are what a program says, `Do you want to delete this page?`. */
const readerAsks =
  /^\W*(?:(?:how|what|why|when|where|which|who|whose)\b|(?:can|could|do|should|may|must|am|have|will) (?:i|we|my|our)\b|(?:is|are|does|can|will|has) (?:this|these)\b|about (?:this|these)\b)/i
/** Behind these, `this` may stand for what was named before. */
const boundary = /[,;:—–?]|\b(?:and|but|or|if|because|when|while|after|before|since)\b/i

const pageOnly =
  /\b(?:the (?:above|below)(?:[- ](?:mentioned|named|described|listed))?|(?:as|see|described|mentioned|listed|shown) (?:above|below)|(?:above|below)[- ](?:mentioned|named|described|listed))\b(?!\s*[-:]?\s*(?:\d|\uFFFC))/i

/** `How do I connect it to …`: nothing before `it` that it could stand for. */
const bareIt =
  /^\W*(?:(?:how|where|when|why)\s+)?(?:do|can|could|should|may|must|will)\s+(?:i|we|you)\s+(?:add|activate|build|cancel|change|close|configure|connect|create|delete|disable|download|edit|enable|fix|install|move|open|remove|rename|reset|restore|run|set|share|start|stop|switch|turn|uninstall|update|upgrade|use)\s+(it|them)\b|^\W*how\s+(?:does|do)\s+(it|they)\s+(?:work|affect|connect|integrate|compare|differ)\b(?!\s+(?:to|when|if|that)\b)/i

export default defineArticleRule({
  id: 'title/findable',
  description: 'Titles say what the article is about, without its page around them.',
  why: 'A title is read alone, in search results, link lists and chats. There, nobody knows which program `this program` is.',
  severity: 'warning',
  options: z.strictObject({
    allow: z
      .array(z.string())
      .default([])
      .describe('titles that may stay, such as the name of a page that every help centre has'),
  }),
  examples: [
    { name: 'Names its topic', input: '# What does the partner programme offer?\n', findings: [] },
    {
      name: 'This and that',
      input: '# Why do we offer this programme?\n',
      findings: [
        '1:19-1:33: Unexpected `this programme` in a title, expected words that say which one without the page, name it',
      ],
    },
    {
      name: 'Nothing but a label',
      input: '---\ntitle: Overview\n---\n',
      findings: ['2:8-2:16: Unexpected title `Overview`, expected words that name the topic, say what it is about'],
    },
    {
      name: 'A question about nothing',
      input: '# How does it work?\n',
      findings: [
        '1:3-1:20: Unexpected title `How does it work?`, expected words that name the topic, say what it is about',
      ],
    },
    {
      name: 'Nothing that it could be',
      input: '# How do I connect it to my calendar?\n',
      findings: ['1:20-1:22: Unexpected `it` in a title, expected words that say which one without the page, name it'],
    },
    {
      name: 'Somewhere on the page',
      input: '# Who may change the above settings?\n',
      findings: [
        '1:18-1:27: Unexpected `the above` in a title, expected words that say which one without the page, name it',
      ],
    },
    {
      name: 'Named in the title itself',
      input: '# If a caller is put on hold, who pays for this service?\n',
      findings: [],
    },
    { name: 'It is no thing', input: '# How do I make it easier to reach my team?\n', findings: [] },
    { name: 'What a message says', input: '# This feature has been disabled by your administrator\n', findings: [] },
    { name: 'A quotation', input: '# What does “Is this number yours?” mean?\n', findings: [] },
    { name: 'An overview of something', input: '# Overview of call queues\n', findings: [] },
    { name: 'A name', input: '# Next\n', findings: [] },
    { name: 'A time', input: '# How many minutes have I used this month?\n', findings: [] },
    { name: 'Another language', input: '# ¿Cómo funciona?\n', findings: [] },
    {
      name: 'A title that the house keeps',
      options: { allow: ['FAQ'] },
      input: '# FAQ\n',
      findings: [],
    },
  ],
  *check(article, { allow }) {
    if (!article.title || !mayBeLost(article.title.text)) return
    // The page of a folder is known by the folder.
    if (isFolderPage.test(article.path) || allow.includes(article.title.text)) return
    const title = titleTextOf(article)
    if (!title) return
    const { text, at } = title
    if (isGeneric(text)) {
      yield {
        at: at(0, text.length),
        message: `Unexpected title \`${article.title.text}\`, expected words that name the topic, say what it is about`,
      }
      return
    }
    const range = unnamedIn(text)
    if (!range) return
    yield {
      at: at(...range),
      message: `Unexpected \`${text.slice(...range)}\` in a title, expected words that say which one without the page, name it`,
    }
  },
})

/** Longer is no title, or says enough. */
const longest = 300

/** Whether a title needs a closer look: what hidden quotations and code would add, only names more. */
function mayBeLost(title: string): boolean {
  if (title.length > longest) return false
  return /\b(?:this|these|it|they|them|above|below)\b/i.test(title) || isGeneric(title)
}

/** What a page calls itself; other words that stand alone may be names, as of a function. */
const label =
  /^(?:overview|introduction|intro|faqs?|general|basics|tips|information|info|details|misc|miscellaneous|questions|troubleshooting|tutorials?|guides?|articles|instructions|limitations|requirements|prerequisites|features)$/i

function isGeneric(text: string): boolean {
  if (namesTopic(text)) return false
  const words = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  return words.includes(' ') || label.test(words)
}

const isFolderPage = /(?:^|\/)_?(?:index|readme)\.\w+$/i

/** Where a title speaks of something that only its page names. */
function unnamedIn(text: string): [number, number] | undefined {
  const above = pageOnly.exec(text)
  if (above) return [above.index, above.index + above[0].length]
  const it = bareIt.exec(text)
  const word = it?.[1] ?? it?.[2]
  if (it && word) {
    const start = text.indexOf(` ${word}`, it.index) + 1
    return [start, start + word.length]
  }
  const thing = readerAsks.test(text) ? thisThing.exec(text) : null
  if (!thing) return undefined
  const before = text.slice(0, thing.index)
  const isNamed = boundary.test(before) && namesTopic(before.slice(0, lastBoundary(before)))
  return isNamed ? undefined : [thing.index, thing.index + thing[0].length]
}

/** Where the last part of a sentence begins. */
function lastBoundary(text: string): number {
  return [...text.matchAll(new RegExp(boundary, 'gi'))].at(-1)?.index ?? 0
}
