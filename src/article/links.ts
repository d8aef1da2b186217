import type { Definition, Html, Image, ImageReference, Link, LinkReference, Nodes } from 'mdast'
import { textOf } from './text-of.ts'

/** Everything in an article that leads somewhere, each in the order of the text. */
export interface LinkNodes {
  links: (Link | LinkReference)[]
  images: (Image | ImageReference)[]
  /** What references refer to. */
  definitions: Definition[]
  /** Comments and tags: some of them hold links. */
  html: Html[]
}

/** No links yet. */
export const emptyLinkNodes = (): LinkNodes => ({ links: [], images: [], definitions: [], html: [] })

/** Adds a node where it belongs, if it leads somewhere. */
export function collectLink(node: Nodes, { links, images, definitions, html }: LinkNodes): void {
  if (node.type === 'link' || node.type === 'linkReference') links.push(node)
  else if (node.type === 'image' || node.type === 'imageReference') images.push(node)
  else if (node.type === 'definition') definitions.push(node)
  else if (node.type === 'html') html.push(node)
}

/** A part of the file. */
export interface Range {
  start: number
  end: number
}

const definitionStart = /^\[(?:[^\]\\]|\\.){0,1000}\]:\s{0,20}/

/**
 * Where the target of a link, picture or definition stands in the file, without `<…>` around it.
 *
 * @returns undefined where it has none of its own: a reference, an address that is its own text
 */
export function targetRangeOf(node: Link | Image | Definition, source: string): Range | undefined {
  const from = node.position?.start.offset
  const end = node.position?.end.offset
  if (from === undefined || end === undefined) return undefined
  if (node.type === 'definition') {
    const opening = definitionStart.exec(source.slice(from, end))
    return opening ? targetAt(source, from + opening[0].length, end) : undefined
  }
  const last = node.type === 'link' ? node.children.at(-1)?.position?.end.offset : undefined
  const bracket = source.indexOf('](', last ?? from)
  return bracket < 0 || bracket >= end || source[end - 1] !== ')' ? undefined : targetAt(source, bracket + 2, end - 1)
}

/** The target that begins at an offset or after white space there. */
function targetAt(source: string, from: number, limit: number): Range {
  let start = from
  while (start < limit && isSpace(source[start])) start++
  let end = start
  if (source[start] === '<') {
    end = ++start
    while (end < limit && source[end] !== '>') end++
  } else {
    while (end < limit && !isSpace(source[end])) end++
  }
  return { start, end }
}

const isSpace = (character: string | undefined) => character !== undefined && ' \t\r\n'.includes(character)

/**
 * The text of a link.
 *
 * @returns undefined where there is none, where a picture stands in it, or where it is longer than is asked
 */
export function linkTextOf(link: Link | LinkReference, longest: number): string | undefined {
  const [first, second] = link.children
  const value = first?.type === 'text' && !second ? first.value : textOf(link)
  if (value.length > 2 * longest) return undefined
  const text = value.replace(/\s+/g, ' ').trim()
  return text === '' || text.length > longest || hasImage(link) ? undefined : text
}

function hasImage(node: Link | LinkReference): boolean {
  return node.children.some((child) => child.type === 'image' || child.type === 'imageReference')
}
