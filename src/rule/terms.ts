import * as z from 'zod'

const form = z
  .string('expected a text')
  .trim()
  .refine((text) => /[\p{L}\p{N}]/u.test(text), 'expected a word')
  .refine((text) => text.length <= 100, 'expected a word or a few, and not more than 100 characters')
const forms = z.union([form, z.array(form).min(1, 'expected at least one')], {
  error: 'expected a word, or a list of words',
})

/** A preferred term and what it stands for, a longer name that is right as it is, or a term that is to be avoided. */
const term = z
  .strictObject({ use: form.optional(), not: forms.optional(), avoid: forms.optional(), because: form.optional() })
  .superRefine(({ use, not, avoid, because }, { addIssue }) => {
    const issue = (message: string) => addIssue({ code: 'custom', message })
    if (avoid === undefined && use === undefined) issue('expected `use`, or `avoid` with `because`')
    else if (avoid !== undefined && (use !== undefined || not !== undefined))
      issue('expected either `use` or `avoid`, in an entry each')
    else if (avoid !== undefined && because === undefined)
      issue('expected `because`: writers need to know what to do instead')
  })

/** Terms as a writer lists them; none may say the opposite of another. */
export const termsSchema = z
  .array(term, 'expected a list of terms, each after `- `')
  .superRefine((terms, { addIssue }) => {
    const preferred = new Set(terms.flatMap(({ use }) => use ?? []))
    const seen = new Set<string>()
    terms.forEach((one, index) => {
      for (const wrong of wrongForms(one)) {
        const problem = preferred.has(wrong) ? 'is preferred elsewhere' : seen.has(wrong) ? 'is there twice' : undefined
        if (problem) addIssue({ code: 'custom', message: `\`${wrong}\` ${problem}`, path: [index] })
        seen.add(wrong)
      }
    })
  })

/** One entry of a list of terms. */
export type Term = z.output<typeof term>

/** What is not to be written, by a term. */
export function wrongForms({ not = [], avoid = [] }: Term): string[] {
  return [not, avoid].flat()
}
