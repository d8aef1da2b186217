import type { Edit } from '../report/report.ts'

/**
 * Applies edits to a text, from its end to its start. A fix is applied whole or not at all: of two fixes that touch the
 * same place the first by position wins, and the other waits for the next run.
 *
 * @param fixes the edits of each finding
 */
export function applyFixes(source: string, fixes: Edit[][]): string {
  const accepted: Edit[] = []
  const ordered = fixes
    .filter((fix) => fix.length > 0)
    .sort((a, b) => Math.min(...a.map((edit) => edit.start)) - Math.min(...b.map((edit) => edit.start)))
  for (const fix of ordered) {
    if (
      fix.some((edit) =>
        accepted.some((other) => (edit.start < other.end && other.start < edit.end) || edit.start === other.start),
      )
    )
      continue
    accepted.push(...fix)
  }
  return accepted
    .sort((a, b) => b.start - a.start)
    .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), source)
}
