import { clearLine, cursorTo } from 'node:readline'
import type { WriteStream } from 'node:tty'
import { digits } from '../reporters/count.ts'

/** Tells how far long work is. */
export interface Progress {
  /** @param work what is done, such as `Checking` @param done so many of `total`; of 0 where nobody can tell */
  tell: (work: string, done: number, total: number) => void
  /** Takes away what was told: something else is about to be written. */
  clear: () => void
}

/** Work that is over sooner is not worth a bar; in milliseconds. */
const soon = 400
/** Not drawn more often than the eye follows; in milliseconds. */
const pause = 80
const width = 24

/** A bar in the last line of a terminal, which is gone when the work is done. */
export function progressOn(stream: WriteStream): Progress {
  const begun = performance.now()
  let drawn = -Infinity
  const clear = () => {
    if (drawn === -Infinity) return
    cursorTo(stream, 0)
    clearLine(stream, 0)
    drawn = -Infinity
  }
  return {
    clear,
    tell(work, done, total) {
      const now = performance.now()
      if (now - begun < soon || (total > 0 && now - drawn < pause)) return
      drawn = now
      cursorTo(stream, 0)
      const full = Math.round((width * Math.min(done, total)) / Math.max(total, 1))
      const line =
        total === 0
          ? `${work} …`
          : `${work} ${'█'.repeat(full)}${'░'.repeat(width - full)} ${digits(done)} of ${digits(total)}`
      stream.write(line.slice(0, Math.max(20, stream.columns - 1)))
      clearLine(stream, 1)
    },
  }
}
