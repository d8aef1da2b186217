import type { Root, RootContent } from 'mdast'
import type { Document } from 'yaml'
import { load } from '../load.ts'
import { readPlainFrontMatter } from './plain-front-matter.ts'
import type { Locate, Position } from './position.ts'

/** One key of the front matter with its value and both places. */
export interface FrontMatterEntry {
  key: string
  value: unknown
  keyAt: Position
  valueAt: Position
}

/** The front matter of a file; `entries` is empty where there is none. */
export interface FrontMatter {
  entries: Map<string, FrontMatterEntry>
  /** From the opening fence to the closing one; undefined where there is none. */
  at: Position | undefined
  /** What the YAML parser could not read. */
  errors: { message: string; at: Position }[]
}

const opensWithKey = /^\uFEFF?---[ \t]*\r?\n(?:[ \t]*#[^\n]*\n)*[A-Za-z_][\w.-]*[ \t]*:/

/**
 * Reads the YAML at the start of a file. Never throws: what is wrong is in `errors`, and whatever could be read is kept.
 *
 * @param tree the parsed file, with a `yaml` node first where there is front matter
 */
export function readFrontMatter(tree: Root, source: string, locate: Locate): FrontMatter {
  const node = tree.children[0] as RootContent | TomlNode | undefined
  if (node?.type === 'toml') return readToml(node as TomlNode, source, locate)
  if (node?.type !== 'yaml') {
    const opening = opensWithKey.exec(source)
    const errors = opening
      ? [
          {
            message: 'is not closed by a line `---`',
            at: locate(opening[0].startsWith('\uFEFF') ? 1 : 0, opening[0].indexOf('\n')),
          },
        ]
      : []
    return { entries: new Map(), at: undefined, errors }
  }

  const start = node.position?.start.offset ?? 0
  const end = node.position?.end.offset ?? start
  const base = start + (/^[^\r\n]*(?:\r\n|\r|\n)/.exec(source.slice(start, end))?.[0].length ?? 0)
  const plain = readPlainFrontMatter(node.value, base, locate)
  const at = locate(start, end)
  if (plain) return { entries: plain, at, errors: [] }
  return { ...readYaml(node.value, base, at, locate), at }
}

/** Front matter as YAML. @param base where the text begins in the file; `at`: where all of it stands */
function readYaml(text: string, base: number, at: Position, locate: Locate): Pick<FrontMatter, 'entries' | 'errors'> {
  const { isMap, isScalar, parseDocument } = load<typeof import('yaml')>('yaml')
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false })
  const errors = document.errors.map((error) => ({
    message: error.message.replace(/\s+/g, ' '),
    at: locate(base + error.pos[0], base + Math.max(error.pos[1], error.pos[0] + 1)),
  }))
  const entries = new Map<string, FrontMatterEntry>()
  if (isMap(document.contents)) {
    for (const pair of document.contents.items) {
      if (!isScalar(pair.key) || !pair.key.range) continue
      const key = String(pair.key.value)
      const range = (pair.value as { range?: [number, number, number] } | null)?.range ?? pair.key.range
      const value: unknown = toPlain(pair.value, document)
      // Found here, as the parser's own search compares every key with every other.
      if (entries.has(key)) {
        errors.push({
          message: `the key \`${key}\` is not unique`,
          at: locate(base + pair.key.range[0], base + pair.key.range[1]),
        })
        continue
      }
      entries.set(key, {
        key,
        value,
        keyAt: locate(base + pair.key.range[0], base + pair.key.range[1]),
        // Of a list, the range goes on to the next key.
        valueAt: locate(base + range[0], base + range[0] + text.slice(range[0], range[1]).trimEnd().length),
      })
    }
  } else if (document.contents !== null && errors.length === 0) {
    errors.push({ message: 'is not a list of `key: value` lines', at })
  }
  return { entries, errors }
}

/** Front matter between `+++` fences, as remark-frontmatter makes it. */
interface TomlNode {
  type: 'toml'
  value: string
  position?: Position | undefined
}

/** Whether a node is front matter, in either language. */
export function isFrontMatter(node: { type: string }): boolean {
  return node.type === 'yaml' || node.type === 'toml'
}

const tomlLine = /^([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|(true|false)|([\d][\w:.+-]*))\s*(?:#.*)?$/

/** The plain `key = value` lines before the first table: all that the rules read. */
function readToml(node: TomlNode, source: string, locate: Locate): FrontMatter {
  const entries: FrontMatter['entries'] = new Map()
  const start = node.position?.start.offset ?? 0
  let offset = source.indexOf('\n', start) + 1
  for (const line of node.value.split('\n')) {
    if (/^\s*\[/.test(line)) break
    const match = tomlLine.exec(line.trimEnd())
    const [, key, basic, literal, truth, bare] = match ?? []
    if (key !== undefined && !entries.has(key)) {
      const value = basic?.replace(/\\(["\\])/g, '$1') ?? literal ?? (truth === undefined ? bare : truth === 'true')
      const valueStart = offset + line.indexOf('=') + 1 + /^\s*/.exec(line.slice(line.indexOf('=') + 1))![0].length
      const valueAt = locate(valueStart, offset + line.trimEnd().length)
      entries.set(key, { key, value, keyAt: locate(offset, offset + key.length), valueAt })
    }
    offset = source.indexOf('\n', offset) + 1
  }
  return { entries, at: locate(start, node.position?.end.offset ?? start), errors: [] }
}

/** A YAML value as plain data; an alias that leads nowhere, or to far too much, is left out. */
function toPlain(node: unknown, document: Document): unknown {
  const { isNode } = load<typeof import('yaml')>('yaml')
  try {
    return isNode(node) ? node.toJS(document, { maxAliasCount: 100 }) : null
  } catch {
    return null
  }
}
