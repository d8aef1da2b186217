import type { Code, Nodes } from 'mdast'
import type { Article } from '../article/article.ts'
import type { Position } from '../article/position.ts'
import { hashesOf } from '../article/prose.ts'
import { textOf } from '../article/text-of.ts'

/** The text of an article as it is compared with others: what it says, without the parts that a house uses everywhere. */
export interface Body {
  /**
   * A hash of every word, in order, those of programs too. Headings are left out (a house uses the same ones everywhere), and so is every label of a
   * role.
   */
  words: Uint32Array
  /**
   * Where its blocks stand, seven numbers each: the index of the first word in `words`, and line, column and offset of the
   * start and of the end.
   */
  places: Uint32Array
  /** The same for two articles of which all words and programs are the same, headings included; 0 where there are none. */
  digest: number
}

const columns = 7

/** @param article its tree is read for programs, which are no words */
export function bodyOf({ blocks, house, tree, title }: Article): Body {
  const words: number[] = []
  const places: number[] = []
  let [low, high] = [basis, basis]
  const digest = (own: ArrayLike<number>) => {
    for (let index = 0; index < own.length; index++) {
      low = Math.imul(low ^ own[index]!, 0x01000193)
      high = Math.imul(high ^ (own[index]! >>> 3) ^ (own[index]! << 7), 0x85ebca6b)
    }
  }
  const add = (own: ArrayLike<number>, node: Nodes) => {
    digest(own)
    addPlace(node, words.length, places)
    for (let index = 0; index < own.length; index++) words.push(own[index]!)
  }
  const programs = programsIn(tree)
  let next = 0
  const addPrograms = (until: number) => {
    for (; next < programs.length && startOf(programs[next]!) < until; next++)
      add(hashesOf(programs[next]!.value.toLowerCase()), programs[next]!)
  }
  for (const block of blocks) {
    addPrograms(startOf(block.node))
    // What one writer puts in bold, another writes as code.
    const own = block.text.includes('\uFFFC') ? hashesOf(textOf(block.node).toLowerCase()) : block.words
    const isTitle = block.kind === 'heading' && startOf(block.node) === title?.at.start.offset
    if (block.kind !== 'heading' && house.roleOf(block.text) === undefined) add(own, block.node)
    else if (!isTitle) digest(own)
  }
  addPrograms(Infinity)
  return {
    words: Uint32Array.from(words),
    places: Uint32Array.from(places),
    // Of 52 bits, as many as a number holds exactly.
    digest: low === basis && high === basis ? 0 : (high >>> 6) * 0x4000000 + (low >>> 6),
  }
}

/** The place of some words of an article: from the start of the block that holds the first one to the end of that of the last. */
export function placeOfWords({ places }: Body, from: number, to: number): Position {
  const first = blockOf(places, from) * columns
  const last = blockOf(places, Math.max(from, to - 1)) * columns
  const at = (index: number) => ({
    line: places[index] ?? 1,
    column: places[index + 1] ?? 1,
    offset: places[index + 2] ?? 0,
  })
  return { start: at(first + 1), end: at(last + 4) }
}

/** Which block holds a word. */
function blockOf(places: Uint32Array, word: number): number {
  let [low, high] = [0, places.length / columns - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (places[middle * columns]! <= word) low = middle
    else high = middle - 1
  }
  return low
}

const startOf = ({ position }: Nodes): number => position?.start.offset ?? 0

function addPlace({ position }: Nodes, word: number, places: number[]): void {
  if (!position) {
    places.push(word, 1, 1, 0, 1, 1, 0)
    return
  }
  const { start, end } = position
  places.push(word, start.line, start.column, start.offset ?? 0, end.line, end.column, end.offset ?? 0)
}

function programsIn(tree: Nodes): Code[] {
  const programs: Code[] = []
  const nodes: Nodes[] = [tree]
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    if (node.type === 'code') programs.push(node)
    else if ('children' in node) {
      for (let index = node.children.length - 1; index >= 0; index--) nodes.push(node.children[index] as Nodes)
    }
  }
  return programs
}

const basis = 0x811c9dc5 | 0
