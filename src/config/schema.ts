import * as z from 'zod'
import { severities } from '../report/report.ts'

const level = z.enum([...severities, 'off'])

const levelMessage = 'expected `error`, `warning`, `suggestion` or `off`, or a pair of that and options'

/** The config file, as a user writes it. */
export const configSchema = z.strictObject({
  content: z
    .array(z.string().min(1))
    .min(1)
    .default(['content'])
    .describe('files, folders and globs that are checked when the command line names none'),
  exclude: z.array(z.string().min(1)).default([]).describe('globs of files that folders and globs leave out'),
  baseline: z.string().min(1).optional().describe('file of known findings, which do not fail a run'),
  rules: z
    .record(z.string(), z.union([level, z.tuple([level, z.record(z.string(), z.unknown())])], levelMessage))
    .default({})
    .describe('by rule id or `group/*`: a level, or a level and options'),
})

/** A config as written, every key optional. */
export type Config = z.input<typeof configSchema>

/** The level of a rule in the config or on the command line. */
export type Level = z.infer<typeof level>

/** Reads a level as the command line has it. */
export function parseLevel(text: string): Level | undefined {
  return level.safeParse(text).data
}
