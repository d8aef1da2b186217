import type { Root as MdastRoot } from 'mdast'
import { toNlcst } from 'mdast-util-to-nlcst'
import type { Root as NlcstRoot, Sentence } from 'nlcst'
import { ParseEnglish } from 'parse-english'
import { retext } from 'retext'
import { unified, type Plugin } from 'unified'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import type { Article } from '../article/article.ts'
import type { Problem } from './rule.ts'

/**
 * The problems that a remark-lint plugin finds: `check: (article, options) => remarkProblems(article, plugin, options)`.
 *
 * @param plugin a plugin that looks at an mdast tree and leaves it as it is
 */
export function* remarkProblems<Parameters extends unknown[]>(
  article: Article,
  plugin: Plugin<Parameters, MdastRoot>,
  ...parameters: Parameters
): Generator<Problem> {
  const file = fileOf(article)
  unified()
    .use(plugin, ...parameters)
    .runSync(article.tree, file)
  yield* problemsOf(file.messages)
}

/**
 * The problems that a retext plugin finds in an article's prose. What is no prose is hidden from it: code, HTML, tables,
 * link targets, bold (which marks names of menus and buttons), and words with a capital inside a sentence (names).
 *
 * @param plugin a plugin that looks at an nlcst tree
 */
export function* retextProblems<Parameters extends unknown[]>(
  article: Article,
  plugin: Plugin<Parameters, NlcstRoot>,
  ...parameters: Parameters
): Generator<Problem> {
  // Prose is cut into sentences by place: a tree that a transform has built anew has none.
  if (!article.tree.position || hasEndlessParagraph(article)) return
  const file = fileOf(article)
  const tree = toNlcst(article.tree, file, ParseEnglish, {
    ignore: ['heading', 'html', 'code', 'table', 'yaml', 'toml', 'definition', 'footnoteDefinition', 'image'],
    source: ['strong', 'inlineCode'],
  }) as NlcstRoot
  visit(tree, 'SentenceNode', (sentence) => {
    const { start, end } = sentence.position ?? {}
    // A directive of another Markdown dialect is no sentence.
    if (article.source.slice(start?.offset, end?.offset).includes(':::')) sentence.children = []
    else hideNames(sentence)
  })
  retext()
    .use(plugin, ...parameters)
    .runSync(tree, file)
  yield* problemsOf(file.messages)
}

function fileOf({ path, source }: Article): VFile {
  return new VFile({ value: source, ...(path === '' ? {} : { path }) })
}

/** Characters that a person writes in a paragraph, many times over; the parsers of prose run out of stack beyond it. */
const longestParagraph = 50_000

function hasEndlessParagraph(article: Article): boolean {
  let found = false
  visit(article.tree, 'paragraph', ({ position, children }) => {
    const length = (position?.end.offset ?? 0) - (position?.start.offset ?? 0)
    if (length > longestParagraph || children.length > 2000) found = true
  })
  return found
}

/** Turns names, addresses and all that holds a digit into source, which no prose plugin reads. */
function hideNames(sentence: Sentence): void {
  let first = true
  sentence.children = sentence.children.map((node) => {
    if (node.type !== 'WordNode') return node
    const text = node.children.map((child) => ('value' in child ? child.value : '')).join('')
    const isName = /\p{N}|[@/\\]/u.test(text) || (/\p{Lu}/u.test(text) && !(first && /^\p{Lu}[^\p{Lu}]*$/u.test(text)))
    first = false
    return isName && node.position ? { type: 'SourceNode', value: text, position: node.position } : node
  })
}

function* problemsOf(messages: VFileMessage[]): Generator<Problem> {
  for (const { reason, place } of messages) {
    const position = place && ('start' in place ? place : { start: place, end: place })
    yield { at: { type: 'place', ...(position ? { position } : {}) } as Problem['at'], message: reason }
  }
}
