import { execFile, execFileSync, spawn } from 'node:child_process'
import { promisify } from 'node:util'

const mostBytes = 1024 * 1024 * 1024

const options = (cwd: string) => ({ cwd, encoding: 'utf8' as const, maxBuffer: mostBytes })

/** It only reads, and shall hinder no one who writes. */
const readOnly = (args: string[]) => ['--no-optional-locks', ...args]

/** What git answers; undefined where it refuses, or is not there. */
export function git(args: string[], cwd: string): string | undefined {
  try {
    return execFileSync('git', readOnly(args), { ...options(cwd), stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return undefined
  }
}

const run = promisify(execFile)

/** As {@link git}, while other work goes on. */
export async function gitLater(args: string[], cwd: string): Promise<string | undefined> {
  try {
    return (await run('git', readOnly(args), options(cwd))).stdout
  } catch {
    return undefined
  }
}

/**
 * The texts of blobs by their names. What is not there, as in a clone that holds only a part, is left out.
 *
 * @returns nothing where git fails
 */
export async function blobsOf(names: readonly string[], cwd: string): Promise<Map<string, string>> {
  const texts = new Map<string, string>()
  if (names.length === 0) return texts
  const child = spawn('git', readOnly(['cat-file', '--batch']), { cwd, stdio: ['pipe', 'pipe', 'ignore'] })
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<boolean>((resolve) => {
    child.on('error', () => resolve(false))
    child.on('close', (code) => resolve(code === 0))
  })
  // Git may stop reading; that it failed is told by its end.
  child.stdin.on('error', () => {})
  child.stdin.end(`${names.join('\n')}\n`)
  if (!(await ended)) return texts
  const bytes = Buffer.concat(chunks)
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(10, at)
    if (end < 0) break
    const [name = '', kind, size = '0'] = bytes.toString('latin1', at, end).split(' ')
    at = end + 1
    if (kind === 'missing') continue
    if (kind === 'blob') texts.set(name, bytes.toString('utf8', at, at + Number(size)))
    at += Number(size) + 1
  }
  return texts
}
