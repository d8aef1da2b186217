const unprintable = /[\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g
const plain = /^[!-~]+(?: [!-~]+)*$/

/** Text of an article for a terminal: it must not move the cursor or change colours. */
export function printable(text: string): string {
  return plain.test(text) ? text : text.replace(/[\s]+/g, ' ').replace(unprintable, '\uFFFD')
}
