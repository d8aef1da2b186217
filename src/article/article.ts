import type { Root, RootContent } from 'mdast'
import type { FrontMatter } from './front-matter.ts'
import type { LinkNodes } from './links.ts'
import type { Locate, Position } from './position.ts'
import type { Block } from './prose.ts'
import type { House, RoleName } from './house.ts'

/** What kind of question an article answers. */
export const articleTypes = [
  'how-to',
  'integration',
  'troubleshooting',
  'concept',
  'reference',
  'policy',
  'announcement',
] as const

export type ArticleType = (typeof articleTypes)[number]

/** How a section is marked in the text. */
export type SectionForm = 'heading' | 'lead' | 'callout'

/** A labelled part of an article: `## Quick answer`, `**Quick answer:** …` or `> **Quick answer** …`. */
export interface Section {
  /** The label as written, without its mark-up: `1. Prerequisites (what to gather first)`. */
  label: string
  /** What the section is for, where its label tells. */
  role: RoleName | undefined
  form: SectionForm
  /** The level of the heading; a lead or a callout is one deeper than the heading above it. */
  depth: number
  /** Where the label stands. */
  at: Position
  /** What stands in the section itself, sections below it left out. */
  content: RootContent[]
  /** Words of `content` (and of a lead's own paragraph after its label). */
  words: number
  /** The text that follows a lead's or callout's label in the same paragraph. */
  rest: string
  /** Whether the section runs to the end of the file. */
  last: boolean
  /** Whether nothing stands in it: no text, no code, no deeper section right below. */
  isEmpty: boolean
}

/** One file, parsed once: everything that a rule about one article may look at. */
export interface Article {
  /** As given, with forward slashes. */
  path: string
  /** The text of the file, unchanged; every offset counts in it. */
  source: string
  /** The mdast tree. Rules only read it. */
  tree: Root
  frontMatter: FrontMatter
  title: { text: string; at: Position } | undefined
  /** How the house builds its articles. */
  house: House
  /** The type, and why it was chosen. */
  type: { name: ArticleType; because: string }
  /** Whether the article was cut: what is missing past the cut is unknown, not wrong. */
  excerpt: boolean
  /** Sections in the order of the text, the level-one heading that is the title left out. */
  sections: Section[]
  /** Blocks of the body that stand before the first section; comments, pictures and definitions left out. */
  opening: RootContent[]
  /** All paragraphs, headings, items and table cells as plain text, in order. */
  blocks: Block[]
  links: LinkNodes
  /** Where the body begins: after front matter and title. */
  bodyStart: number
  words: number
  locate: Locate
  /** Why the text could not be parsed, where it could not; the tree is empty then. */
  failure?: string
}
