import type { Reading } from './reading.ts'

export type ConflictKind = 'number' | 'date' | 'contact' | 'path' | 'list' | 'answer'

/** Two claims about the same thing that cannot both be right. */
export interface Conflict {
  kind: ConflictKind
  /** The side that the corpus speaks against: the older, the rarer. */
  left: Side
  right: Side
  /** What both are about. */
  subject: string
  /** 0 to 1. */
  confidence: number
  /** How many articles say the one and the other, where that was counted. */
  votes?: { left: number; right: number }
  /** The same for conflicts about the same. */
  fact?: string
}

/** One side of a conflict. */
export interface Side {
  reading: Reading
  /** What it gives, as written. */
  value: string
  /** Of a list: the member that the other has not. */
  only?: string
}

/** What was found between two claims, before it is known which of them is the weaker. */
export interface Found {
  kind: ConflictKind
  values: [a: string, b: string]
  /** What of the sentences is about the value, where only that is alike. */
  clauses?: [a: string, b: string]
  /** Whether both say it in the same words, and at some length. */
  isVerbatim?: boolean
  /** Of lists: the member that only one has. */
  only?: [a: string | undefined, b: string | undefined]
  confidence: number
  /** How many articles give either, where that was counted. */
  votes?: [a: number, b: number]
  /** What they disagree about, where other pairs may disagree about the same. */
  fact?: string
}
