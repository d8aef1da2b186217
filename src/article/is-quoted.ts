/** Whether a range stands within quotation marks: the words of a screen, a message or another person. */
export function isQuoted(text: string, start: number, end: number): boolean {
  const open = text.lastIndexOf('“', start)
  if (open >= 0 && text.lastIndexOf('”', start - 1) < open && text.includes('”', end)) return true
  let count = 0
  for (let index = text.indexOf('"'); index >= 0 && index < start; index = text.indexOf('"', index + 1)) count++
  return count % 2 === 1 && text.includes('"', end)
}
