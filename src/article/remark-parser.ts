import type { Root } from 'mdast'
import { load } from '../load.ts'
import { evenOut } from './even-out.ts'

let parse: ((source: string) => Root) | undefined

/** The reference parser, loaded at its first use: a run that the native parser serves does not pay for it. */
export function remarkParser(): (source: string) => Root {
  if (!parse) {
    const { unified } = load<typeof import('unified')>('unified')
    const { default: remarkParse } = load<typeof import('remark-parse')>('remark-parse')
    const { default: remarkFrontmatter } = load<typeof import('remark-frontmatter')>('remark-frontmatter')
    const { default: remarkGfm } = load<typeof import('remark-gfm')>('remark-gfm')
    const processor = unified().use(remarkParse).use(remarkFrontmatter, ['yaml', 'toml']).use(remarkGfm).freeze()
    parse = (source) => evenOut(processor.parse(source), source)!
  }
  return parse
}
