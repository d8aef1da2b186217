import type { Heading, Nodes, Root, RootContent } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { messageOf } from '../errors.ts'
import type { Article } from './article.ts'
import { typeOf } from './article-type.ts'
import { isFrontMatter, readFrontMatter } from './front-matter.ts'
import { countWords, outlineOf } from './outline.ts'
import { createLocator } from './position.ts'
import { isModuleLine, isSilent } from './page-furniture.ts'
import { textOf } from './text-of.ts'

const parser = unified().use(remarkParse).use(remarkFrontmatter, ['yaml', 'toml']).use(remarkGfm).freeze()

/** Deeper than any article that a person wrote; beyond it, functions that recurse over a tree run out of stack. */
const deepest = 200

/**
 * Parses one file into an article. Any text is an article and nothing is thrown: a text that the parser cannot take is an
 * article without content that says so in `failure`.
 *
 * @param path as it shall stand in the report
 * @param source the whole text of the file
 */
export function parseArticle(path: string, source: string): Article {
  const failed = (failure: string): Article => ({ ...articleOf(path, source, { type: 'root', children: [] }), failure })
  let tree: Root
  try {
    tree = parseMarkdown(source)
  } catch (error) {
    return failed(messageOf(error))
  }
  return depthOf(tree) > deepest ? failed(`blocks nested more than ${deepest} deep`) : articleOf(path, source, tree)
}

function depthOf(tree: Root): number {
  let depth = 0
  for (let level: Nodes[] = [tree]; level.length > 0; depth++) {
    level = level.flatMap((node) => ('children' in node ? node.children : []))
  }
  return depth
}

/** The tree of a text; where the text opens with a byte-order mark, every position counts it. */
function parseMarkdown(source: string): Root {
  if (!source.startsWith('\uFEFF')) return parser.parse(source)
  const tree = parser.parse(source.slice(1))
  visit(tree, (node) => {
    for (const point of [node.position?.start, node.position?.end]) {
      if (!point) continue
      if (point.offset !== undefined) point.offset += 1
      if (point.line === 1) point.column += 1
    }
  })
  return tree
}

/**
 * Builds the article over a tree that is parsed already, as in a remark pipeline.
 *
 * @param tree an mdast tree with positions; front matter is a `yaml` node, if it was parsed
 */
export function articleOf(path: string, source: string, tree: Root): Article {
  const locate = createLocator(source)
  const frontMatter = readFrontMatter(tree, source, locate)
  const body = tree.children.filter((node) => !isFrontMatter(node) && !isModuleLine(node, path))
  const fromFrontMatter = frontMatter.entries.get('title')
  const heading = titleHeading(body)
  let title: Article['title']
  const value = typeof fromFrontMatter?.value === 'number' ? String(fromFrontMatter.value) : fromFrontMatter?.value
  if (fromFrontMatter && typeof value === 'string' && value.trim() !== '') {
    title = { text: value.trim(), at: fromFrontMatter.valueAt }
  } else if (heading) {
    title = {
      text: textOf(heading).replace(/\s+/g, ' ').trim(),
      at: locate(heading.position?.start.offset ?? 0, heading.position?.end.offset ?? 0),
    }
  }
  const content = heading ? body.slice(body.indexOf(heading) + 1) : body
  const { sections, opening } = outlineOf(content, source, locate)
  const bodyStart = heading?.position?.end.offset ?? frontMatter.at?.end.offset ?? 0
  return {
    path,
    source,
    tree,
    frontMatter,
    title,
    type: typeOf(frontMatter, title?.text),
    excerpt: frontMatter.entries.get('excerpt')?.value === true,
    sections,
    opening: opening.filter((node) => !isSilent(node)),
    bodyStart,
    words: body.reduce((sum, node) => sum + countWords(node), 0),
    locate,
  }
}

/** The level-one heading that opens the body; comments, pictures and definitions may stand before it. */
function titleHeading(body: RootContent[]): Heading | undefined {
  for (const node of body) {
    if (node.type === 'heading') return node.depth === 1 ? node : undefined
    if (!isSilent(node)) return undefined
  }
  return undefined
}
