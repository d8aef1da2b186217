import type { Node, Nodes, Root as MdastRoot } from 'mdast'
import type { Root as NlcstRoot, Sentence } from 'nlcst'
import type { Plugin, Processor as UnifiedProcessor } from 'unified'
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import type { Article } from '../article/article.ts'
import { countWords, sentencesOf, wordsOf, type Block } from '../article/prose.ts'
import { load } from '../load.ts'
import type { Problem } from './rule.ts'

/**
 * The problems that a remark-lint plugin finds: `check: (article) => remarkProblems(article, plugin, { sees: ['heading'] })`.
 *
 * @param plugin gives a plugin that looks at an mdast tree and leaves it as it is; called when it is needed first
 * @param given `options` of the plugin; `sees`: the types of nodes that it looks at, so that it is spared the others
 */
export function* remarkProblems<Options extends unknown[]>(
  article: Article,
  plugin: () => Plugin<Options, MdastRoot>,
  { options, sees }: { options?: Options; sees?: Nodes['type'][] } = {},
): Generator<Problem> {
  const tree = sees ? pruned(article.tree, new Set(sees)) : article.tree
  const markdown = () => load<typeof import('unified')>('unified').unified()
  if (tree) yield* problemsFrom(markdown, plugin(), options, tree, article)
}

/** A tree with only nodes of some types, and all that they stand in; undefined where there are none. */
function pruned<Node extends Nodes>(node: Node, types: ReadonlySet<string>): Node | undefined {
  if (types.has(node.type)) return node
  if (!('children' in node)) return undefined
  const children = node.children.flatMap((child) => pruned<Nodes>(child, types) ?? [])
  return children.length > 0 ? ({ ...node, children } as Node) : undefined
}

/** A cheap test that spares a prose plugin what it would look at in vain: parsing prose costs more than all else. */
export interface ProseScreen {
  /** Sentences with fewer words hold no problem. */
  minWords: number
  /**
   * Whether a sentence of these words may hold a problem: when in doubt, it may. They may be cut roughly: `and/or` in two,
   * `e.g.` without its last dot.
   */
  mayHold: (words: string[], areRough: boolean) => boolean
}

/**
 * The problems that a retext plugin finds in an article's prose. What is no prose is hidden from it: code, HTML, tables,
 * headings, link targets, bold (which marks names of menus and buttons), and words with a capital inside a sentence (names).
 *
 * @param plugin gives a plugin that looks at an nlcst tree; called when it is needed first
 * @param given `options` of the plugin; `screen`: what it need not see
 */
export function* retextProblems<Options extends unknown[]>(
  article: Article,
  plugin: () => Plugin<Options, NlcstRoot>,
  { options, screen }: { options?: Options; screen?: ProseScreen } = {},
): Generator<Problem> {
  const blocks = article.blocks.filter((block) => isProse(block) && (!screen || mayHold(block, screen)))
  if (blocks.length === 0) return
  const { toNlcst } = load<typeof import('mdast-util-to-nlcst')>('mdast-util-to-nlcst')
  const { ParseEnglish } = load<typeof import('parse-english')>('parse-english')
  const file = fileOf(article)
  // Block by block: a lead without a full stop is no part of the sentence in the next paragraph.
  const trees = blocks.map(
    ({ node }) =>
      toNlcst(node, file, ParseEnglish, { ignore: ['html', 'image'], source: ['strong', 'inlineCode'] }) as NlcstRoot,
  )
  const sentences = trees.flatMap(sentencesIn)
  for (const sentence of sentences) {
    const { start, end } = sentence.position ?? {}
    // A directive of another Markdown dialect is no sentence.
    const isDirective = article.source.slice(start?.offset, end?.offset).includes(':::')
    if (!isDirective) hideNames(sentence)
    if (isDirective || (screen && !screen.mayHold(sentence.children.flatMap(wordOf), false))) sentence.children = []
  }
  const tree: NlcstRoot = { type: 'RootNode', children: trees.flatMap(({ children }) => children) }
  const prose = () => load<typeof import('retext')>('retext').retext()
  yield* problemsFrom(prose, plugin(), options, tree, article)
}

/** Characters that a person writes in a paragraph, many times over; the parsers of prose run out of stack beyond it. */
const longestParagraph = 50_000

function isProse({ kind, node }: Block): boolean {
  // Prose is cut into sentences by place: what a transform has built anew has none.
  if (!node.position) return false
  if (kind !== 'paragraph' && kind !== 'item') return false
  const length = (node.position.end.offset ?? 0) - (node.position.start.offset ?? 0)
  return length <= longestParagraph && node.children.length <= 2000
}

/** Whether a block has a sentence that the screen lets through. */
function mayHold({ plain, words }: Block, { minWords, mayHold }: ProseScreen): boolean {
  const least = minWords - 2
  if (words.length < least) return false
  return sentencesOf(plain).some(({ text }) => {
    if (countWords(text) < least) return false
    const prose = proseWords(text)
    return prose.length >= least && mayHold(prose, true)
  })
}

const mayBeName = /[\p{N}\p{Lu}@/\\]/u
const neverFirst = /[\p{N}@/\\]|.\p{Lu}/u

/** Whether a word is a name, an address or a number, and not prose. */
function isName(word: string, isFirst: boolean): boolean {
  return mayBeName.test(word) && !(isFirst && !neverFirst.test(word))
}

/** The words of a sentence, as `hideNames` leaves them in a tree. */
function proseWords(sentence: string): string[] {
  return wordsOf(sentence).filter((word, index) => !isName(word, index === 0))
}

/** Turns names, addresses and all that holds a digit into source, which no prose plugin reads. */
function hideNames(sentence: Sentence): void {
  let isFirst = true
  sentence.children = sentence.children.map((node) => {
    const [text] = wordOf(node)
    if (text === undefined) return node
    const hide = isName(text, isFirst)
    isFirst = false
    return hide && node.position ? { type: 'SourceNode', value: text, position: node.position } : node
  })
}

function wordOf(node: Sentence['children'][number]): string[] {
  return node.type === 'WordNode' ? [node.children.map((child) => ('value' in child ? child.value : '')).join('')] : []
}

function sentencesIn(tree: NlcstRoot): Sentence[] {
  return tree.children.flatMap((paragraph) =>
    paragraph.type === 'ParagraphNode' ? paragraph.children.filter((node) => node.type === 'SentenceNode') : [],
  )
}

/** What runs a plugin over a tree; made once, as that takes longer than running it. */
type Run = (tree: Node, file: VFile) => unknown
const runs = new WeakMap<Plugin<never>, Map<string, Run>>()

function runOf(processor: () => object, plugin: Plugin<unknown[]>, options: unknown[]): Run {
  let ofPlugin = runs.get(plugin)
  if (!ofPlugin) runs.set(plugin, (ofPlugin = new Map()))
  const key = JSON.stringify(options)
  let run = ofPlugin.get(key)
  if (!run) {
    // The types of processors follow a chain of plugins from text to text; here is one, from a tree to messages.
    const ready = (processor() as UnifiedProcessor).use(plugin, ...options)
    ofPlugin.set(key, (run = (tree, file) => ready.runSync(tree, file)))
  }
  return run
}

/** Runs a plugin over a tree of an article. */
function* problemsFrom<Options extends unknown[], Tree extends MdastRoot | NlcstRoot>(
  processor: () => object,
  plugin: Plugin<Options, Tree>,
  options: Options | undefined,
  tree: Tree,
  article: Article,
): Generator<Problem> {
  const file = fileOf(article)
  runOf(processor, plugin as unknown as Plugin<unknown[]>, options ?? [])(tree, file)
  yield* problemsOf(file.messages)
}

function fileOf({ path, source }: Article): VFile {
  const { VFile } = load<typeof import('vfile')>('vfile')
  return new VFile({ value: source, ...(path === '' ? {} : { path }) })
}

function* problemsOf(messages: VFileMessage[]): Generator<Problem> {
  for (const { reason, place } of messages) {
    const position = place && ('start' in place ? place : { start: place, end: place })
    yield { at: { type: 'place', ...(position ? { position } : {}) } as Problem['at'], message: reason }
  }
}
