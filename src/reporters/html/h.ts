import type { Child, Properties } from 'hastscript'
import type { Element } from 'hast'
import { load } from '../../load.ts'

type Hastscript = typeof import('hastscript')

let loaded: Hastscript | undefined
/** A large page has a hundred thousand elements. */
const made = () => (loaded ??= load<Hastscript>('hastscript'))

/**
 * An element of HTML as data: text in it is text, whatever it holds, when it is written.
 *
 * @param selector as in `hastscript`: `li.finding#first`
 */
export function h(selector: string, properties: Properties = {}, ...children: Child[]): Element {
  return made().h(selector, properties, ...children)
}

/** An element of SVG. */
export function s(selector: string, properties: Properties = {}, ...children: Child[]): Element {
  return made().s(selector, properties, ...children)
}

/** A message with what stands between backticks as code. */
export function withCode(message: string): Child[] {
  return message.split(/(`[^`]+`)/).map((part) => (/^`[^`]+`$/.test(part) ? h('code', {}, part.slice(1, -1)) : part))
}

export type { Child }
