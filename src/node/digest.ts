import { hash } from 'node:crypto'
import type { Settings } from '../config/resolve-settings.ts'

/** A digest that no two texts or files share. */
export function digestOf(bytes: string | Uint8Array): string {
  return hash('sha256', bytes)
}

/**
 * A digest of what decides what is found in an article, besides its path and bytes. The day is not among it: rules about one
 * article do not know it.
 */
export function settingsDigest({ rules, overrides, base, house }: Settings): string {
  const active = rules.map(({ rule, severity, options }) => [rule.id, rule.version, severity, options])
  const others = overrides.map(({ files, types, rules }) => [
    files,
    types,
    [...rules].map(([id, rule]) => [id, rule?.severity, rule?.options]),
  ])
  return digestOf(JSON.stringify([active, others, base, house.config]))
}
