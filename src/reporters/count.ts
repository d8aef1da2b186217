/** A number for people: `2,461`. */
export function digits(number: number): string {
  // Not by `Intl`, whose first use takes longer than the check of an article.
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

/** A number with its noun: `1 article`, `2,461 articles`. */
export function count(number: number, noun: string): string {
  return `${digits(number)} ${noun}${number === 1 ? '' : 's'}`
}
