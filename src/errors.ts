/**
 * A failure that the user can mend: shown as one message with its cause and what to do, and exit code 2.
 * Any other error is a bug of ours and keeps its stack.
 */
export class UserError extends Error {
  override readonly name = 'UserError'

  /**
   * @param message what could not be done: ``Cannot <verb> `<thing>` ``, without a full stop
   * @param detail `because`: the cause; `hint`: what to do next
   */
  constructor(message: string, detail: { because?: string; hint?: string } = {}) {
    super(`${message}${detail.because ? `: ${detail.because}` : ''}` + `${detail.hint ? `\n${detail.hint}` : ''}`)
  }
}

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if ('code' in error && error.code === 'ENOTDIR') return 'a file stands where a folder is needed'
  return error.message
}
