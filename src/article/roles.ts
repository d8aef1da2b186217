/** What a section is for. The order is the order in which an article is best read. */
export const roles = [
  'quick-answer',
  'contents',
  'when-to-use',
  'prerequisites',
  'steps',
  'verify',
  'limitations',
  'troubleshooting',
  'faq',
  'related',
] as const

export type Role = (typeof roles)[number]

/** The name of a role as a writer would say it. */
export const roleNames: Record<Role, string> = {
  'quick-answer': 'quick answer',
  contents: 'table of contents',
  'when-to-use': 'when to use',
  prerequisites: 'prerequisites',
  steps: 'steps',
  verify: 'verification',
  limitations: 'limitations',
  troubleshooting: 'troubleshooting',
  faq: 'questions and answers',
  related: 'related articles',
}

const page = '(?:guide|article|faq|page|document|doc|tutorial|topic|instructions?|steps|checklist)'

/**
 * How labels are worded, tried on the bare label: lower case, no numbering, emoji, brackets or closing punctuation.
 * The first role that matches wins.
 */
const wordings: [Role, RegExp][] = [
  [
    'quick-answer',
    /^(?:the )?(?:quick|short|direct|fast|one line|brief) (?:answer|summary|reply|version)(?: (?:in|for) .{1,20})?$|^(?:the )?answer(?: in brief)?$|^tl ?;? ?dr$|^(?:in (?:short|brief|a nutshell)|at a glance|key takeaways?|bottom line)$/,
  ],
  ['contents', /^(?:table of contents|contents|on this page|in this (?:article|guide|page|topic))$/],
  [
    'when-to-use',
    new RegExp(
      `^when (?:should|do|can|must|would) (?:i|you|we) (?:use|read|follow|need|consult|refer to)(?: (?:this|these|it).*)?$|^when to (?:use|read|follow|consult)(?: (?:this|these|it)\\b.*)?$` +
        `|^(?:use|read|follow|consult) (?:this|these)(?: ${page})? (?:if|when|whenever)\\b.*$` +
        `|^who(?: is| are|'s)? (?:this|it|these)(?: ${page})?(?: (?:is|are))? for$|^who (?:should|can) (?:use|read|follow) (?:this|these).*$` +
        `|^(?:is this(?: ${page})? for (?:me|you)|when you need this(?: ${page})?|this ${page} is for(?: you if)?|(?:intended |target )?audience|when this applies|when does this apply|who needs this(?: ${page})?)$`,
    ),
  ],
  [
    'prerequisites',
    /^(?:technical |general |system |minimum )?(?:pre ?requisites?|pre ?reqs?|preconditions)\b.*$|^(?:technical |general |system |minimum )?requirements$|^(?:required|needed) (?:permissions?|roles?|access)$|^before (?:you|we) (?:begin|start|get started|proceed|continue)$|^before (?:beginning|starting)$|^what (?:you(?:'ll| will)?|do (?:i|you)) need(?: first| to (?:begin|start|get started)| before you (?:begin|start))?$|^(?:things )?you(?:'ll| will)? need$/,
  ],
  [
    'verify',
    /^(?:verification|validation|confirmation|testing|expected (?:results?|outcome))$|^how to (?:verify|check|validate|confirm|test)\b.*$|^(?:verify|validate|check|confirm|test|testing) (?:it|that (?:it|everything) works|(?:the|your) (?:results?|setup|set up|configuration|integration|connection|changes?|installation))\b.*$|^verify$|^(?:verify and test|test and verify)\b.*$/,
  ],
  [
    'troubleshooting',
    /^(?:troubleshoot(?:ing)?\b.*|common (?:issues|problems|errors|mistakes)\b.*|if (?:something|anything) (?:goes|is) wrong|known problems)$/,
  ],
  [
    'limitations',
    /^(?:limitations?|limits|restrictions|known (?:issues|limitations)|caveats|constraints)\b.*$|^edge cases\b.*$/,
  ],
  [
    'related',
    /^related(?: \w+){0,3}$|^(?:see also|further reading|read (?:more|next)|more (?:information|help|resources)|additional (?:resources|information|reading)|next steps|what's next|learn more|references|useful links)$/,
  ],
  ['faq', /^(?:faqs?|frequently asked questions|questions and answers|q ?& ?a)\b.*$/],
  [
    'steps',
    /^(?:steps?|procedure|instructions|walkthrough|step by step)\b.*$|^(?:the )?(?:steps|procedure) (?:to|for)\b.*$|^how to\b.*$/,
  ],
]

/** The words that the wordings above open with, and those that may stand before a number. */
const openings = new Set(
  'the quick short direct fast one brief answer tl tldr in at key bottom table contents on when use read follow consult who is this intended target audience technical general system minimum pre prerequisite prerequisites prereq prereqs preconditions requirements required needed before what things you verification validation confirmation testing expected how verify validate check confirm test troubleshoot troubleshooting common if known limitation limitations limits restrictions caveats constraints edge related see further more additional next learn references useful faq faqs frequently questions steps step procedure instructions walkthrough part section method option'.split(
    ' ',
  ),
)
const opening = /^[a-z]+/i

/**
 * Whether a text may name a role: a test that spares nearly all sentences a closer look.
 *
 * @param others the words that labels of the house open with
 */
export function mayNameRole(text: string, others: ReadonlySet<string>): boolean {
  const first = opening.exec(text)?.[0].toLowerCase()
  // What comes before the first word, and what may be a numeral, is taken off later.
  if (first === undefined || first.length === 1 || openings.has(first) || others.has(first)) return true
  return first.length < 5 && /^[ivx]+$/.test(first)
}

/** The word that a label opens with, as above. @param bare as from {@link bareLabel} */
export const openingOf = (bare: string): string => opening.exec(bare)?.[0] ?? ''

/** Characters that a label with all its decoration may have: whole paragraphs are asked about too. */
export const longestLabel = 120

const numbering =
  /^(?:(?:step|part|section|method|option)\s+)?(?:\d+(?:\.\d+)*|[ivx]{1,4}(?=[.)])|[a-z](?=[.)]\s))\s*(?:[.):]|[—–-](?=\s))?\s*(?:[—–-]\s*)?(?=\S)/i

/** Nothing but ASCII, without the digits and signs that may be part of an emoji. */
const plainMarks = /^[ -"$-)+-/:-~]*$/

/**
 * A label without what decorates it: emoji, numbering, brackets, mark-up and closing punctuation; in lower case.
 * `⚡ 1 — Before you begin (prereqs & permissions):` is `before you begin`.
 */
export function bareLabel(label: string): string {
  let bare = plainMarks.test(label)
    ? label
    : label
        .normalize('NFKC')
        .replace(/[‘’]/g, "'")
        .replace(/[‐‑]/g, '-')
        .replace(/[\p{Extended_Pictographic}\uFE0F\u200D\u20E3]/gu, ' ')
  bare = bare.replace(/[*_`]/g, '').trim()
  bare = bare.replace(numbering, '')
  if (/[([{]/.test(bare)) {
    const unbracketed = bare.replace(/\s*[([{][^)\]}]*[)\]}]?\s*/g, ' ').trim()
    bare = unbracketed === '' ? bare.replace(/[()[\]{}]/g, '') : unbracketed
  }
  if (bare.includes('-')) bare = bare.replace(/(?<=\p{L})-(?=\p{L})/gu, ' ')
  if (!/^[a-z].*[a-z]$/i.test(bare)) bare = bare.replace(/^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu, '')
  return bare.replace(/\s+/g, ' ').toLowerCase()
}

/** The role that a label names by its wording, if it names one. @param label as written, with numbering, emoji and all */
export function namedRole(label: string): Role | undefined {
  const bare = bareLabel(label)
  return bare === '' ? undefined : wordings.find(([, wording]) => wording.test(bare))?.[0]
}

/** Whether a role's label may open or be a paragraph without mark-up; the words of other roles open too many sentences. */
export function opensParagraph(role: string): boolean {
  return role === 'quick-answer' || role === 'when-to-use' || role === 'prerequisites'
}

/** A label at the start of a paragraph, `Quick answer: …`, `Short answer — …`: its length in characters, and its role. */
export interface LeadLabel {
  label: string
  role: string
  /** How many characters of the text the label takes, its punctuation and the white space after it counted. */
  length: number
}

const leadPattern = /^([^\n:：—–]{2,60}?)(?:\s*[:：]|\s+[—–-](?=\s|$)|\s*[—–])\s*/
const sentenceLead =
  /^(?:(?:use|read|follow|consult) (?:this|these)(?: \w+)? (?:if|when|whenever|before)\b[^\n.]{0,60}?:|(?:use|read|follow|consult) (?:this|these) (?:guide|article|faq|page|steps) (?:if|when|whenever)\b|this (?:guide|article|faq|page) is for\b)/i

/**
 * Reads the label that opens a paragraph without mark-up. Only labels that name a role count, so that `Note: …` and
 * `Step 3: …` stay text; steps and related words open too many sentences to be taken for labels.
 *
 * @param roleOf the role that a label names in the house
 */
export function readLeadLabel(text: string, roleOf: (label: string) => string | undefined): LeadLabel | undefined {
  const sentence = sentenceLead.exec(text)
  if (sentence) return { label: sentence[0], role: 'when-to-use', length: sentence[0].length }
  const match = leadPattern.exec(text)
  if (!match?.[1]) return undefined
  const role = roleOf(match[1])
  if (!role || !opensParagraph(role)) return undefined
  return { label: match[0].trim(), role, length: match[0].length }
}
