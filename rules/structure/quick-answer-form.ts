import type { RootContent } from 'mdast'
import * as z from 'zod'
import { bareLabel, defineArticleRule, textOf, type Article, type Problem, type Section } from '../../src/rule/rule.ts'

/** A question that wants a yes or a no. */
const yesOrNo =
  /^(can|could|is|are|am|was|were|do|does|did|will|would|should|may|might|must|has|have)\s+(?:i|you|we|it|they|he|she|there|my|our|your|the|a|an|this|these|that|any|all|every|someone|anyone|\p{L}+)\b/iu
const openHow = /^how (?:do|can|should|could|would|to|must|may)\b/i
const verdict =
  /^(?:yes|yeah|yep|no|nope|not|never|only|both|neither|always|usually|mostly|partly|partially|generally|normally|sometimes|it depends|that depends|depends|absolutely|certainly|correct|currently|if|when|unless|once|as long as|until|from|with|without|on|in|for|by default|at the moment)\b/i
const announces =
  /^(?:this|the following|our) (?:article|guide|page|document|tutorial|section|post|faq|help page)\b(?: below)? (?:explains?|describes?|shows?|covers?|provides?|helps?|tells?|walks?|discusses|contains|lists|gives|outlines|will|is (?:about|intended|designed|meant))\b|^(?:in|with) this (?:article|guide|page|document|tutorial|section)\b/i

export default defineArticleRule({
  id: 'structure/quick-answer-form',
  description: 'Quick answers answer the question that the title asks, in its form.',
  why: 'A reader who asks whether something is possible looks for a yes or a no; one who asks how, for what to do. All else has to be read twice.',
  severity: 'suggestion',
  options: z.strictObject({
    maxBlocks: z
      .number()
      .int()
      .positive()
      .default(3)
      .describe('paragraphs, lists and tables that a quick answer may have'),
  }),
  examples: [
    {
      name: 'A yes first',
      input: '# Can I pause a number?\n\n**Quick answer:** Yes. Open Numbers and switch it off.\n',
      findings: [],
    },
    {
      name: 'What it depends on first',
      input: '# Can I pause a number?\n\n**Quick answer:** On the Team plan, yes. Open Numbers and switch it off.\n',
      findings: [],
    },
    {
      name: 'A yes in other words',
      input: '# Can I pause a number?\n\n**Quick answer:** You can pause any number that is yours.\n',
      findings: [],
    },
    {
      name: 'Neither yes nor no',
      input: '# Can I pause a number?\n\n**Quick answer:** Numbers are listed in Settings, with their owners.\n',
      findings: [
        '3:19-3:69: Unexpected quick answer without a yes or a no, expected one first, as the title asks `Can …?`, begin with it',
      ],
    },
    {
      name: 'A yes to a how',
      input: '# How do I pause a number?\n\n## Quick answer\n\nYes. Open Numbers and switch it off.\n',
      findings: ['5:1-5:5: Unexpected `Yes` as the answer to `How …?`, expected what to do, begin with that'],
    },
    {
      name: 'What the article does, and no answer',
      input: '# How do I pause a number?\n\n**Quick answer:** This article explains how numbers are paused.\n',
      findings: [
        '3:19-3:64: Unexpected words about the article in the quick answer, expected the answer itself, write that',
      ],
    },
    {
      name: 'The title again',
      input: '# How do I pause a number?\n\n**Quick answer:** How to pause a number.\n\n1. Open Numbers.\n',
      findings: ['3:19-3:41: Unexpected title as the quick answer, expected the answer to it, write that'],
    },
    {
      name: 'An article within the article',
      input:
        '# How do I pause a number?\n\n## Quick answer\n\nOpen Numbers.\n\nFind it.\n\n- On a phone\n- On a desk\n\nThen switch it off.\n',
      findings: [
        '3:1-3:16: Unexpected quick answer of 4 blocks, expected a paragraph or a short list, move the rest to a section below',
      ],
    },
  ],
  *check(article, { maxBlocks }) {
    const section = article.sections.find(({ role }) => role === 'quick-answer')
    const title = article.title?.text.replace(/[‘’]/g, "'").replace(/^[^\p{L}]+/u, '')
    if (!section || title === undefined) return
    const answer = answerIn(section, article)
    if (answer) {
      const problem = problemOf(answer, title, article)
      if (problem) yield problem
    }
    const blocks = section.content.filter(({ type }) => type !== 'html' && type !== 'definition' && type !== 'heading')
    const count = blocks.length + (section.rest.trim() === '' ? 0 : 1)
    if (count > maxBlocks && section.form !== 'lead') {
      yield {
        at: section.at,
        message: `Unexpected quick answer of ${count} blocks, expected a paragraph or a short list, move the rest to a section below`,
        data: { problem: 'too many blocks' },
        key: 'blocks',
      }
    }
  },
})

interface Answer {
  /** The first sentence, or what there is of it. */
  text: string
  start: number
  end: number
}

/** The first sentence of a quick answer: after its label in the same paragraph, or in the first paragraph below. */
function answerIn(section: Section, { source }: Article): Answer | undefined {
  if (section.rest.trim() !== '') {
    const first = sentenceOf(section.rest)
    const start = source.indexOf(first, section.at.end.offset)
    return start < 0 ? undefined : { text: first, start, end: start + first.length }
  }
  const paragraph = section.content.find(
    (node): node is RootContent & { type: 'paragraph' } => node.type === 'paragraph',
  )
  if (paragraph === undefined || section.content.indexOf(paragraph) > 0) return undefined
  const first = sentenceOf(textOf(paragraph))
  const start = paragraph.position?.start.offset
  // Where mark-up stands in the sentence, the whole paragraph is shown.
  if (start === undefined) return undefined
  const end = source.startsWith(first, start) ? start + first.length : (paragraph.position?.end.offset ?? start)
  return { text: first, start, end }
}

function sentenceOf(text: string): string {
  return /^[^]*?[.!?](?=\s|$)/.exec(text.trimStart())?.[0] ?? text.trim()
}

function problemOf({ text, start, end }: Answer, title: string, article: Article): Problem | undefined {
  const words = text.replace(/[‘’]/g, "'").replace(/^[^\p{L}]+/u, '')
  const at = article.locate(start, end)
  if (words === '') return undefined
  if (announces.test(words)) {
    return {
      at,
      message: 'Unexpected words about the article in the quick answer, expected the answer itself, write that',
      data: { problem: 'about the article' },
    }
  }
  if (isSame(words, title)) {
    return {
      at,
      message: 'Unexpected title as the quick answer, expected the answer to it, write that',
      data: { problem: 'the title' },
    }
  }
  const asked = yesOrNo.exec(title)?.[1]
  const isCut = article.excerpt && end >= article.source.trimEnd().length
  if (asked && !isCut && !verdict.test(words) && !says(asked, words)) {
    const name = asked[0]!.toUpperCase() + asked.slice(1).toLowerCase()
    return {
      at,
      message: `Unexpected quick answer without a yes or a no, expected one first, as the title asks \`${name} …?\`, begin with it`,
      data: { problem: 'no yes or no' },
    }
  }
  const said = openHow.test(title) ? /^(?:yes|no)\b(?=[.,:!—–-])/i.exec(words)?.[0] : undefined
  if (said !== undefined) {
    return {
      at: article.locate(start, start + said.length + 1),
      message: `Unexpected \`${said}\` as the answer to \`How …?\`, expected what to do, begin with that`,
      data: { problem: 'yes to a how' },
    }
  }
  return undefined
}

/** Whether a sentence says yes or no in the words of the question: `You can …` to `Can I …?`. */
function says(asked: string, sentence: string): boolean {
  const own = asked.toLowerCase()
  if (
    /\b(?:not|no|cannot|never|none|without|\w+n't|only|if|unless|yes|automatically|supports?|supported|possible|available|allowed?|allows|enabled?|required?)\b/i.test(
      sentence,
    )
  )
    return true
  // `Does it record calls?`: it records them, said with any verb.
  if (/^d(?:o|oes|id)$/.test(own)) return !/^(?:open|go|click|select|use|see|choose|visit|contact)\b/i.test(sentence)
  const kin = /^(?:can|could|may|might)$/.test(own)
    ? 'can|could|may|might|able|lets?'
    : /^(?:is|are|am|was|were)$/.test(own)
      ? "is|are|was|were|'s|'re"
      : /^(?:should|must|has|have)$/.test(own)
        ? 'should|must|has|have|need|needs|recommend'
        : 'will|would|\\w+s'
  return new RegExp(`\\b(?:${kin})\\b`, 'i').test(sentence)
}

/** Whether a text is the title, but for marks and the words of the question. */
function isSame(text: string, title: string): boolean {
  const bare = (words: string) =>
    bareLabel(words)
      .replace(/[^\p{L}\p{N} ]/gu, '')
      .replace(/^(?:how (?:do|can|to|should)(?: (?:i|you|we))?|what (?:is|are)|why (?:is|are|do|does)) /, '')
  return bare(title).length > 8 && bare(text) === bare(title)
}
