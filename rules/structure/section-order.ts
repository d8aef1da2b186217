import * as z from 'zod'
import { defineArticleRule, nameOf, sectionRulesOf } from '../../src/rule/rule.ts'

export default defineArticleRule({
  id: 'structure/section-order',
  description: 'Sections stand in the order in which they are needed.',
  why: 'Readers work from top to bottom: what must be ready before the first step is no use after the last.',
  severity: 'warning',
  options: z.strictObject({}),
  examples: [
    {
      name: 'In order',
      input:
        '## When to use this guide\n\nOn holidays.\n\n## Prerequisites\n\n- Admin.\n\n## Steps\n\n1. Switch it off.\n\n## See also\n\n- Numbers\n',
      findings: [],
    },
    {
      name: 'Related articles at the top: only they are out of place',
      input: '## See also\n\n- Numbers\n\n## Prerequisites\n\n- Admin.\n\n## Steps\n\n1. Switch it off.\n',
      findings: [
        '1:1-1:12: Unexpected section `See also` before `Prerequisites`, expected related articles after prerequisites, move it down',
      ],
    },
    {
      name: 'Prerequisites after the steps',
      input: '## Steps\n\n1. Switch it off.\n\n## Prerequisites\n\n- Admin.\n',
      findings: [
        '5:1-5:17: Unexpected section `Prerequisites` after `Steps`, expected prerequisites before steps, move it up',
      ],
    },
    {
      name: 'In the order of the house',
      house: {
        labels: { symptom: ['What you see'], cause: ['Cause'] },
        types: { troubleshooting: { sections: [{ role: 'symptom' }, { role: 'cause' }] } },
      },
      input: '# Why does my call fail?\n\n## Cause\n\nA weak signal.\n\n## What you see\n\nSilence.\n',
      findings: [
        '7:1-7:16: Unexpected section `What you see` after `Cause`, expected symptom before cause, move it up',
      ],
    },
  ],
  *check(article) {
    // The quick answer has a rule of its own.
    const order = sectionRulesOf(article).flatMap(({ role }) => (role === 'quick-answer' ? [] : [role]))
    const seen = new Set<string>()
    // A second section of a role belongs to a second task in the same article.
    const ranked = article.sections.flatMap(({ role, depth, label, at }) => {
      if (role === undefined || depth > 2 || !order.includes(role) || seen.has(role)) return []
      seen.add(role)
      return [{ rank: order.indexOf(role), name: nameOf(role), label, at }]
    })
    const inPlace = longestRising(ranked.map(({ rank }) => rank))
    for (const [index, section] of ranked.entries()) {
      if (inPlace.has(index)) continue
      // Among those in place, the nearest one that it should stand on the other side of.
      const after = ranked.findLast((other, at) => at < index && inPlace.has(at) && other.rank > section.rank)
      const before = ranked.find((other, at) => at > index && inPlace.has(at) && other.rank < section.rank)
      const [other, side, move] = after ? [after, 'before', 'up'] : [before, 'after', 'down']
      if (!other) continue
      yield {
        at: section.at,
        message: `Unexpected section \`${section.label}\` ${after ? 'after' : 'before'} \`${other.label}\`, expected ${section.name} ${side} ${other.name}, move it ${move}`,
      }
    }
  },
})

/** Indices of a longest run, not necessarily unbroken, of rising numbers: what is not in it is out of order. */
function longestRising(numbers: number[]): Set<number> {
  let best: number[] = []
  const ending: number[][] = []
  numbers.forEach((number, index) => {
    let run: number[] = []
    for (let before = 0; before < index; before++) {
      if (numbers[before]! < number && ending[before]!.length > run.length) run = ending[before]!
    }
    ending[index] = [...run, index]
    if (ending[index].length > best.length) best = ending[index]
  })
  return new Set(best)
}
