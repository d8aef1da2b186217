import { UserError } from '../errors.ts'

/** Keys under which lists of redirects have the old address. */
const oldAddress = /^(?:source_path(?:_from_root)?|source|from|old|path)$/i

/**
 * The addresses that lead on to others, from a list that a site keeps: JSON with `source_path`, `source` or `from` (Microsoft
 * Learn, Vercel, Docusaurus) or with the old address as a key, or lines such as `/old /new 301` (Netlify, Cloudflare).
 *
 * @param name of the file, for messages
 * @throws UserError for a file that is neither
 */
export function parseRedirects(text: string, name: string): string[] {
  if (/^\s*[[{]/.test(text)) {
    let list: unknown
    try {
      list = JSON.parse(text.replace(/^\uFEFF/, ''))
    } catch (error) {
      throw new UserError(`Cannot use the redirects in \`${name}\``, {
        because: error instanceof Error ? error.message : String(error),
        hint: 'Correct the JSON.',
      })
    }
    return [...new Set(addressesIn(list))]
  }
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '' && !line.trimStart().startsWith('#'))
  const wrong = lines.find((line) => !/^\s*\S+\s+\S+/.test(line))
  if (wrong !== undefined) {
    throw new UserError(`Cannot use the redirects in \`${name}\``, {
      because: `\`${wrong.trim().slice(0, 60)}\` names no two addresses`,
      hint: 'Write lines such as `/old-page /new-page`, or JSON with `from` and `to`.',
    })
  }
  return [...new Set(lines.map((line) => line.trim().split(/\s+/)[0]!))]
}

function* addressesIn(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const one of value) yield* addressesIn(one)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner === 'object') {
      // Some tools name several old addresses for one new one.
      if (oldAddress.test(key) && Array.isArray(inner)) yield* inner.filter((one) => typeof one === 'string')
      else yield* addressesIn(inner)
    } else if (
      typeof inner === 'string' &&
      (oldAddress.test(key) || (/^\.?\//.test(key) && /^(?:\.?\/|https?:)/.test(inner)))
    ) {
      yield oldAddress.test(key) ? inner : key
    }
  }
}
