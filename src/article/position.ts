import { location } from 'vfile-location'

/** A place in a file: line and column from 1, offset from 0 in UTF-16 units. */
export interface Point {
  line: number
  column: number
  offset: number
}

/** A range of a file; `end` is exclusive. The same shape as in unist. */
export interface Position {
  start: Point
  end: Point
}

/** Turns a range of offsets into a position. Offsets outside the file are moved to its nearest end. */
export type Locate = (start: number, end: number) => Position

/**
 * A locator for one file.
 *
 * @param source the whole text of the file
 */
export function createLocator(source: string): Locate {
  const places = location(source)
  const point = (offset: number): Point => {
    const clamped = Math.max(0, Math.min(offset, source.length))
    const found = places.toPoint(clamped)
    return { line: found?.line ?? 1, column: found?.column ?? 1, offset: clamped }
  }
  return (start, end) => ({ start: point(start), end: point(Math.max(start, end)) })
}
