import * as z from 'zod'
import { defineArticleRule, titleTextOf, topicWordsOf } from '../../src/rule/rule.ts'

const asking = 'how|what|why|when|where|who|whom|which|whose'
const helping = 'do|does|did|can|could|should|would|will|must|may|might|shall'
const being = 'is|are|was|were|am|has|have|had'
/** What a question may be about, right after the verb that opens it. */
const subject = 'i|you|we|he|she|it|they|there|my|your|our|their|its|the|a|an|this|that|these|those|one'

/** How a whole question opens: `how do …`, `which limits apply …`, `can I …`. */
const opening = new RegExp(
  String.raw`(?:(?:${asking})(?:\s+[\p{L}\p{N}'’-]+){0,4}?\s+(?:${helping}|${being}|apply|applies)|(?:${asking})['’]s|(?:${helping}|${being})(?:n['’]t)?\s+(?:${subject}))(?=\s)`,
  'iu',
)
const opens = new RegExp(String.raw`^[^\p{L}]*(?:in\s[^,?]{1,40},\s+)?${opening.source}`, 'iu')
/** The same after a condition: `If so, how do we …`, `When a call drops, is there …`. */
const opensLater = new RegExp(
  String.raw`^[^\p{L}]*(?:if|when|once|after|before|while)\b[^?]*,\s+${opening.source}`,
  'iu',
)
const joint = new RegExp(
  String.raw`(?:[,;—–]\s*|\s+-\s+|\s+)(?:and|&|plus)\s+(?:also\s+|then\s+)?(?=${opening.source})`,
  'giu',
)

/** Points back to what the first question is about. */
const pointsBack = /\b(?:it|its|them|they|their|this|these|those|that|one|ones|so|both|instead)\b/i
/** What any question may end in. */
const goesWithAny =
  /\b(?:contact|reach|ask|call|tell)\s+(?:you|us|support)\b|\b(?:get|ask for|find) help\b|\b(?:avoid|prevent)\b|\b(?:affected|changed|involved|included)\s*$/i
/** `who is in and who is out`: clauses of one question, which do not turn the verb round. */
const clause = new RegExp(String.raw`[^\p{L}'’-](?:${asking}|if|whether)\s`, 'iu')
const turned = new RegExp(String.raw`\b(?:${helping})(?:n['’]t)?\s+(?:${subject}|\p{Lu})`, 'u')

export default defineArticleRule({
  id: 'title/one-question',
  description: 'Titles ask one question.',
  why: 'Who has the second question does not find it behind the first, and an article with two tasks answers both by halves.',
  severity: 'warning',
  options: z.strictObject({}),
  examples: [
    { name: 'One question', input: '# How do I forward calls to a mobile?\n', findings: [] },
    {
      name: 'Two questions, one mark',
      input: '# How do I forward calls to a mobile, and what is a hunt group?\n',
      findings: [
        '1:43-1:63: Unexpected second question `what is a hunt group` in a title, expected one, give it an article or a section of its own',
      ],
    },
    {
      name: 'Two marks',
      input: '---\ntitle: "What is a hunt group? How do I set it up?"\n---\n',
      findings: [
        '2:31-2:49: Unexpected second question `How do I set it up` in a title, expected one, give it an article or a section of its own',
      ],
    },
    {
      name: 'After a condition',
      input: '# If I move abroad, can I keep my number? If so, how do I port it?\n',
      findings: [
        '1:43-1:66: Unexpected second question `If so, how do I port it` in a title, expected one, give it an article or a section of its own',
      ],
    },
    {
      name: 'A question and what it leads to',
      input: '# Why does my call drop, and what can I do about it?\n',
      findings: [],
    },
    {
      name: 'What something is and how it works',
      input: '# What is a hunt group and how does it work?\n',
      findings: [],
    },
    { name: 'All about one thing', input: '# How do I export recordings, and what are the limits?\n', findings: [] },
    {
      name: 'What follows from it',
      input: '# What does call masking do, and how are reports affected?\n',
      findings: [],
    },
    { name: 'Two tasks in one question', input: '# How do I record calls and download the files?\n', findings: [] },
    { name: 'Clauses of one question', input: '# How do I see who is on a call and who is away?\n', findings: [] },
    { name: 'A choice', input: '# Can I pay by card or do I need an invoice?\n', findings: [] },
    { name: 'Not a question before it', input: '# Locked out? What can I do?\n', findings: [] },
    {
      name: 'In a quotation',
      input: '# What does “Who is calling? Who may listen?” mean?\n',
      findings: [],
    },
  ],
  *check(article) {
    // Nearly all titles hold neither, and need no closer look.
    if (!article.title || !mayHoldTwo.test(article.title.text)) return
    const title = titleTextOf(article)
    const second = title && secondQuestionIn(title.text)
    if (!second) return
    const { start, end } = second
    const at = title.at(start, end)
    yield {
      at,
      message: `Unexpected second question \`${article.source.slice(at.start.offset, at.end.offset)}\` in a title, expected one, give it an article or a section of its own`,
    }
  },
})

const mayHoldTwo = /[?？]\s*[^\s?？]|\band\b|&|\bplus\b/i

/** Where the second question of a title stands, without its mark. */
function secondQuestionIn(text: string): { start: number; end: number } | undefined {
  const asks = [...text.matchAll(/[^?？]+(?=[?？])/g)].filter(([part]) => opens.test(part) || opensLater.test(part))
  const second = asks[1]
  if (second) return trimmed(text, second.index, second.index + second[0].length)
  for (const match of text.matchAll(joint)) {
    const start = match.index + match[0].length
    const end = text.slice(start).search(/[?？]|$/) + start
    const before = text.slice(0, match.index)
    if (/[?？]/.test(before) || !opens.test(before)) continue
    if (!isAside(before, text.slice(start, end))) return trimmed(text, start, end)
  }
  return undefined
}

/** Whether a question belongs to the one before it: both can be answered at once. */
function isAside(before: string, question: string): boolean {
  if (pointsBack.test(question) || goesWithAny.test(question)) return true
  if (clause.test(before.trimStart()) && !turned.test(question)) return true
  const known = new Set(topicWordsOf(before))
  return topicWordsOf(question).every((word) => known.has(word))
}

function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  const part = text.slice(start, end)
  return { start: start + part.length - part.trimStart().length, end: start + part.trimEnd().length }
}
