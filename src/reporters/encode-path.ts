/** A path as part of an address by RFC 3986: nothing in a name is taken for a scheme, a query or a fragment. */
export function encodePath(path: string): string {
  // Half a character, as some file systems allow it, has no encoding.
  return path
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
}
