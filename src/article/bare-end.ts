/** A label without the punctuation that ends it: `Quick answer:` is `Quick answer`. */
export function bareEnd(label: string): string {
  return label.replace(/[\s:：—–-]{1,12}$/, '')
}
