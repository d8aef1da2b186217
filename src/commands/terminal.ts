import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PrettyOptions } from '../reporters/pretty.ts'
import type { Machine } from './gather.ts'

/** How the terminal shows a report: in colours if it has them, with places that it can open if it can. */
export function terminalOf({ cwd, color, links }: Machine): PrettyOptions {
  if (!color) return {}
  return links?.() ? { color, addressOf: (file) => pathToFileURL(path.resolve(cwd, file)).href } : { color }
}
