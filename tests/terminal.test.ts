import type { WriteStream } from 'node:tty'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { progressOn } from '../src/commands/progress.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => void vi.useRealTimers())

/** A terminal of some width that keeps what is written to it. */
function terminal(columns = 80) {
  const written: string[] = []
  const stream = { columns, write: (text: string) => written.push(text) } as unknown as WriteStream
  return { stream, written, text: () => written.join('') }
}

test('a bar is drawn for long work only, not too often, and is gone in the end', () => {
  const { stream, written, text } = terminal()
  const { tell, clear } = progressOn(stream)
  tell('Checking', 1, 2461)
  clear()
  expect(written).toEqual([])
  vi.advanceTimersByTime(500)
  tell('Checking', 1230, 2461)
  tell('Checking', 1231, 2461)
  expect(text()).toContain('Checking ████████████░░░░░░░░░░░░ 1,230 of 2,461')
  expect(text()).not.toContain('1,231')
  vi.advanceTimersByTime(100)
  tell('Checking', 2461, 2461)
  expect(text()).toContain('████████████████████████ 2,461 of 2,461')
  clear()
  expect(written.at(-1)).toBe('\u001B[2K')
  const soFar = written.length
  clear()
  expect(written).toHaveLength(soFar)
})

test('a bar stays in its line where the terminal is narrow', () => {
  const { stream, written } = terminal(30)
  const { tell } = progressOn(stream)
  vi.advanceTimersByTime(500)
  tell('Checking', 5, 10)
  expect(Math.max(...written.map(({ length }) => length))).toBe(29)
})
