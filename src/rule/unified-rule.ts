import type { Node, Nodes, Root as MdastRoot } from 'mdast'
import type { Root as NlcstRoot } from 'nlcst'
import type { Plugin, Processor as UnifiedProcessor } from 'unified'
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import type { Article } from '../article/article.ts'
import { load } from '../load.ts'
import { proseTreeOf, type ProseScreen } from './prose-tree.ts'
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

/**
 * The problems that a retext plugin finds in an article's prose, as {@link proseTreeOf} shows it.
 *
 * @param plugin gives a plugin that looks at an nlcst tree; called when it is needed first
 * @param given `options` of the plugin; `screen`: what it need not see
 */
export function* retextProblems<Options extends unknown[]>(
  article: Article,
  plugin: () => Plugin<Options, NlcstRoot>,
  { options, screen }: { options?: Options; screen?: ProseScreen } = {},
): Generator<Problem> {
  const tree = proseTreeOf(article, screen)
  const prose = () => load<typeof import('retext')>('retext').retext()
  if (tree) yield* problemsFrom(prose, plugin(), options, tree, article)
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
