import * as z from 'zod'

const share = () => z.number().gt(0).lte(1)

/** The options of rules about articles that say the same: from when on two texts are the same. */
export const duplicateOptions = z.strictObject({
  similarity: share().default(0.5).describe('share of the text of both that must be the same, in runs of five words'),
  containment: share().default(0.75).describe('or: share of the shorter one that stands in the other'),
  likeness: share().default(0.75).describe('or: share of the words of both that are the same, in the same order'),
  minWords: z.number().int().positive().default(30).describe('shorter articles are not compared'),
})
