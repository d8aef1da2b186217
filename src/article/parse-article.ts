import type { Heading, Parents, Root, RootContent } from 'mdast'
import { messageOf } from '../errors.ts'
import type { Article } from './article.ts'
import { typeOf } from './article-type.ts'
import { isFrontMatter, readFrontMatter } from './front-matter.ts'
import { ourHouse, type House } from './house.ts'
import { emptyLinkNodes } from './links.ts'
import { createWordsIn, outlineOf } from './outline.ts'
import { createLocator } from './position.ts'
import { isModuleLine, isSilent } from './page-furniture.ts'
import { parseMarkdown, type ParserChoice } from './parse-markdown.ts'
import { blocksOf } from './prose.ts'
import { textOf } from './text-of.ts'

/** Deeper than any article that a person wrote; beyond it, functions that recurse over a tree run out of stack. */
const deepest = 200

/**
 * Parses one file into an article. Any text is an article and nothing is thrown: a text that the parser cannot take is an
 * article without content that says so in `failure`.
 *
 * @param path as it shall stand in the report
 * @param source the whole text of the file
 * @param by `parser`: which one reads it, the article is the same; `house`: how the house builds its articles
 */
export function parseArticle(
  path: string,
  source: string,
  { parser = 'auto', house = ourHouse }: { parser?: ParserChoice; house?: House } = {},
): Article {
  const failed = (failure: string): Article => ({
    ...articleOf(path, source, { type: 'root', children: [] }, house),
    failure,
  })
  let tree: Root
  try {
    tree = parseMarkdown(source, parser)
  } catch (error) {
    return failed(messageOf(error))
  }
  return isTooDeep(tree) ? failed(`blocks nested more than ${deepest} deep`) : articleOf(path, source, tree, house)
}

/** Whether a tree is deeper than is allowed. */
function isTooDeep(tree: Root): boolean {
  let parents: Parents[] = [tree]
  for (let depth = 1; parents.length > 0; depth++) {
    if (depth > deepest) return true
    const below: Parents[] = []
    for (const { children } of parents) for (const child of children) if ('children' in child) below.push(child)
    parents = below
  }
  return false
}

/**
 * Builds the article over a tree that is parsed already, as in a remark pipeline.
 *
 * @param tree an mdast tree with positions; front matter is a `yaml` node, if it was parsed
 */
export function articleOf(path: string, source: string, tree: Root, house: House = ourHouse): Article {
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
  const links = emptyLinkNodes()
  const blocks = blocksOf(tree, source, locate, links)
  const wordsIn = createWordsIn(blocks)
  const { sections, opening } = outlineOf(content, { source, locate, wordsIn, roleOf: house.roleOf })
  const bodyStart = heading?.position?.end.offset ?? frontMatter.at?.end.offset ?? 0
  return {
    path,
    source,
    tree,
    frontMatter,
    title,
    house,
    type: typeOf(frontMatter, title?.text),
    excerpt: frontMatter.entries.get('excerpt')?.value === true,
    sections,
    opening: opening.filter((node) => !isSilent(node)),
    blocks,
    links,
    bodyStart,
    words: body.reduce((sum, node) => sum + wordsIn(node), 0),
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
