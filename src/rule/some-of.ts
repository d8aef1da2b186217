/** The first few of a list as they stand in a message, and how many there are besides. */
export function someOf(names: readonly string[], most: number): string {
  const shown = names.slice(0, most).map((name) => `\`${name}\``)
  return `${shown.join(', ')}${names.length > shown.length ? ` and ${names.length - shown.length} more` : ''}`
}
