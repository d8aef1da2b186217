import type { Edit, Finding } from './report.ts'

/** A finding before it is counted against a baseline: with what its fingerprint is made from, and its edits. */
export interface Found extends Omit<Finding, 'status' | 'fingerprint' | 'fixable' | 'fix'> {
  key: string
  fix: Edit[] | undefined
}
