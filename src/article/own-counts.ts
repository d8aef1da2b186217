import type { Heading, List, Nodes, Paragraph } from 'mdast'
import type { Article } from './article.ts'
import { sentencesOf } from './prose.ts'
import { textOf } from './text-of.ts'

/** An article that says how many there are, and then lists another number of them. */
export interface OwnCount {
  /** Where the number is given. */
  at: Paragraph
  /** The sentence. */
  quote: string
  /** `three methods`. */
  written: string
  said: number
  found: number
  /** What is counted, in small letters: `methods`. */
  noun: string
  /** What follows. */
  members: string[]
}

const numbers = 'two three four five six seven eight nine ten eleven twelve'.split(' ')
const nouns =
  'ways|methods|options|types|kinds|plans|roles|reasons|modes|stages|tabs|formats|categories|levels|statuses|permissions|tiers|columns|channels|variants|choices|buttons|steps|parts|phases|causes|solutions|workarounds|requirements|conditions|cases|scenarios|fields|settings|tools|editions|versions|elements|sections|areas|groups|items|documents|features|actions|states|rules|things|points|questions'
const counted = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,]|\b(?:least|most|than|to|first|last|next|other|another|any|every|of|or|step|steps)\s)(?<number>${numbers.join('|')}|\d{1,2})\s(?:(?!(?:of|and|or|to|more|other|additional)\b)\p{L}[\p{L}-]*\s){0,2}(?<noun>${nouns})\b`,
  'giu',
)
/** More or fewer may follow. */
const partly =
  /\b(?:at least|at most|more than|up to|among|some of|includ(?:e|es|ing)|such as|out of|any of|either of)\b/i
/** `Method 1`, `Option B`. */
const numbered =
  /^(?<noun>method|option|way|type|reason|step|part|phase|cause|solution|workaround|case|scenario)\s(?<place>\d{1,2}|[A-H])\b/i

/** `Widget or lightbox: …`: one item may stand for two. */
const namesTwo = /^[^:.]{1,60}\s(?:or|and|\/)\s/i

/** Where an article gives a number of things and then lists another number of them. */
export function* ownCountsIn({ tree }: Article): Generator<OwnCount> {
  const nodes = tree.children
  for (const [place, node] of nodes.entries()) {
    if (node.type !== 'paragraph') continue
    const text = textOf(node).replace(/\s+/g, ' ').trim()
    // Nearly no paragraph counts anything.
    if (text.search(counted) < 0) continue
    const sentences = sentencesOf(text)
    for (const [index, { text: sentence }] of sentences.entries()) {
      const found = [...sentence.matchAll(counted)]
      if (found.length !== 1) continue
      const after = found[0]!.index + found[0]![0].length
      if (partly.test(sentence.slice(0, after))) continue
      const { noun = '', number = '' } = found[0]!.groups!
      const said = numbers.includes(number.toLowerCase()) ? numbers.indexOf(number.toLowerCase()) + 2 : Number(number)
      if (said < 2 || said > 20) continue
      const members =
        enumeratedIn(sentence, after) ??
        (index === sentences.length - 1 && /^[^,;]*:$/.test(sentence.slice(after).trim())
          ? listedBelow(nodes[place + 1], nodes[place + 2])
          : undefined) ??
        headedBelow(nodes.slice(place + 1), noun)
      if (!members || members.length === said || members.length < 2) continue
      if (members.length < said && members.some((member) => namesTwo.test(member))) continue
      yield {
        at: node,
        quote: sentence.trim(),
        written: found[0]![0],
        said,
        found: members.length,
        noun: noun.toLowerCase(),
        members,
      }
    }
  }
}

/** `three ways: by post, by e-mail and in the app`: what stands after the colon, to the end of the sentence. */
function enumeratedIn(sentence: string, after: number): string[] | undefined {
  const colon = /^[^,;]*:/.test(sentence.slice(after)) ? sentence.indexOf(':', after) : -1
  const rest =
    colon < 0
      ? ''
      : sentence
          .slice(colon + 1)
          .replace(/\s?\([^()]*\)/g, '')
          .replace(/[.!]\s*$/, '')
  if (!/,\s/.test(rest) || !/\s(?:and|or|&)\s/i.test(rest) || /[;:]/.test(rest)) return undefined
  const members = rest.split(/,\s(?:and|or|&)\s|,\s|\s(?:and|or|&)\s/i).map((member) => member.trim())
  // Clauses have commas of their own, and a name may have an `and`.
  if (members.some((member) => member === '' || member.split(' ').length > 3)) return undefined
  return /,\s(?:and|or|&)\s/i.test(rest) || members.every((member) => member.split(' ').length === 1)
    ? members
    : undefined
}

/** The items of a list that follows, if it is the only one. */
function listedBelow(next: Nodes | undefined, afterNext: Nodes | undefined): string[] | undefined {
  if (next?.type !== 'list' || afterNext?.type === 'list') return undefined
  // A list that is broken by a picture or a note goes on below.
  if (next.ordered && ((next.start ?? 1) !== 1 || (afterNext && afterNext.type !== 'heading'))) return undefined
  return (next satisfies List).children.map((item) => textOf(item).replace(/\s+/g, ' ').trim())
}

/** Headings below that number the same noun: `Method 1`, `Method 2`. */
function headedBelow(below: readonly Nodes[], noun: string): string[] | undefined {
  const one = noun.toLowerCase().replace(/s$/, '')
  const headings = below.filter((node): node is Heading => node.type === 'heading').map((node) => textOf(node).trim())
  const named = headings.filter((heading) => numbered.exec(heading)?.groups?.['noun']?.toLowerCase() === one)
  const places = named.map((heading) => numbered.exec(heading)!.groups!['place']!.toUpperCase())
  // Each number once, in order, from the first: else there are several rows of them.
  const isRow = places.every(
    (written, index) => written === String(index + 1) || written === String.fromCharCode(65 + index),
  )
  return isRow && places.length > 1 ? named : undefined
}
