/** A number with its noun: `1 article`, `2,461 articles`. */
export function count(number: number, noun: string): string {
  // Not by `Intl`, whose first use takes longer than the check of an article.
  const digits = String(number).replace(/\B(?=(?:\d{3})+$)/g, ',')
  return `${digits} ${noun}${number === 1 ? '' : 's'}`
}
