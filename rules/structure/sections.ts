import * as z from 'zod'
import {
  bareEnd,
  defineArticleRule,
  lacksRole,
  nameOf,
  requires,
  sectionRulesOf,
  type Article,
  type Problem,
  type Section,
  type SectionRule,
} from '../../src/rule/rule.ts'

/** What a missing section of these roles means to a reader is told by rules of their own. */
const ownRule = new Set(['quick-answer', 'when-to-use', 'prerequisites'])

const forms: Record<Section['form'], string> = {
  heading: 'a heading',
  lead: 'a label in bold',
  callout: 'a quotation',
}

const symptoms = {
  labels: { symptom: ['What you see', 'Symptom'], cause: ['Cause'], solution: ['Solution', 'Workaround'] },
  types: {
    troubleshooting: {
      sections: [
        { role: 'symptom', required: true },
        { role: 'cause' },
        { role: 'solution', required: true, form: 'heading' as const, maxWords: 12, minItems: 2 },
      ],
    },
  },
}

export default defineArticleRule({
  id: 'structure/sections',
  description: 'Articles have the sections that the house asks of their type, built as it asks.',
  why: 'Readers who have learned where the solution stands look for it there, in every article.',
  severity: 'warning',
  options: z.strictObject({}),
  examples: [
    {
      name: 'As the house wants it',
      house: symptoms,
      input:
        '# Why does my call fail?\n\n## What you see\n\nSilence.\n\n## Workaround\n\n1. Hang up.\n2. Call again.\n',
      findings: [],
    },
    {
      name: 'A section is missing: it is reported where it belongs',
      house: symptoms,
      input: '# Why does my call fail?\n\n## Cause\n\nA weak signal.\n\n## Solution\n\n1. Hang up.\n2. Call again.\n',
      findings: ['3:1-3:1: Unexpected missing section on symptom, expected it before `Cause`, add `What you see`'],
    },
    {
      name: 'Built otherwise than the house asks',
      house: symptoms,
      input:
        '# Why does my call fail?\n\n## Symptom\n\nSilence.\n\n**Solution:** Hang up, walk to a window or to the next room, and call the same person again.\n',
      findings: [
        '7:1-7:14: Unexpected label in bold `Solution`, expected a heading, make it one',
        '7:1-7:14: Unexpected section `Solution` of 17 words, expected at most 12, shorten it',
        '7:1-7:14: Unexpected section `Solution` with 0 items, expected at least 2, write it as a list',
      ],
    },
    {
      name: 'Nothing but our own three sections is asked for where the config says nothing',
      input: '# Why does my call fail?\n\nYour signal is weak.\n',
      findings: [],
    },
  ],
  *check(article) {
    for (const rule of sectionRulesOf(article)) {
      const section = article.sections.find(({ role }) => role === rule.role)
      if (section) yield* problemsOf(section, rule, article)
      else if (!ownRule.has(rule.role) && requires(article, rule.role) && lacksRole(article, rule.role))
        yield missing(rule, article)
    }
  },
})

function* problemsOf(section: Section, rule: SectionRule, article: Article): Generator<Problem> {
  const { at, form, words } = section
  const label = bareEnd(section.label)
  // Of a section that is cut, only what there is too much of is certain; one that is empty is reported as such.
  const mayLack = section.isEmpty || (article.excerpt && section.last)
  if (rule.form !== 'any' && rule.form !== 'majority' && form !== rule.form) {
    const written = forms[form].replace(/^an? /, '')
    yield { at, message: `Unexpected ${written} \`${label}\`, expected ${forms[rule.form]}, make it one`, key: 'form' }
  }
  const unexpected = (what: string) => `Unexpected section \`${label}\` ${what}`
  if (rule.minWords !== undefined && words < rule.minWords && !mayLack) {
    yield {
      at,
      message: `${unexpected(`of ${words} words`)}, expected at least ${rule.minWords}, say more`,
      key: 'words',
    }
  }
  if (rule.maxWords !== undefined && words > rule.maxWords) {
    yield {
      at,
      message: `${unexpected(`of ${words} words`)}, expected at most ${rule.maxWords}, shorten it`,
      key: 'words',
    }
  }
  const items = section.content.reduce((sum, node) => sum + (node.type === 'list' ? node.children.length : 0), 0)
  if (rule.minItems !== undefined && items < rule.minItems && !mayLack) {
    const advice = items === 0 ? 'write it as a list' : 'add what is missing'
    yield {
      at,
      message: `${unexpected(`with ${items} items`)}, expected at least ${rule.minItems}, ${advice}`,
      key: 'items',
    }
  }
  if (rule.maxItems !== undefined && items > rule.maxItems) {
    yield {
      at,
      message: `${unexpected(`with ${items} items`)}, expected at most ${rule.maxItems}, cut or split it`,
      key: 'items',
    }
  }
}

/** The problem of a section that is not there, before the first that should follow it. */
function missing({ role }: SectionRule, article: Article): Problem {
  const order = sectionRulesOf(article).map((rule) => rule.role)
  const later = new Set<string>(order.slice(order.indexOf(role) + 1))
  const next = article.sections.find((section) => section.role !== undefined && later.has(section.role))
  const place = next?.at.start.offset ?? article.source.trimEnd().length
  const where = next ? `before \`${next.label}\`` : 'at the end'
  return {
    at: article.locate(place, place),
    message: `Unexpected missing section on ${nameOf(role)}, expected it ${where}, add \`${article.house.labelOf(role)}\``,
    data: { problem: 'missing', role },
    key: `missing ${role}`,
  }
}
