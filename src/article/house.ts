import { articleTypes, type ArticleType, type SectionForm } from './article.ts'
import { bareLabel, longestLabel, mayNameRole, namedRole, openingOf, roles, type Role } from './roles.ts'
import { commonlySuperseded, type Superseded } from './superseded.ts'

/** What a section is for: one of ours, or a role that the config names. */
export type RoleName = Role | (string & {})

/** What articles of a type should have in one of their sections. */
export interface SectionRule {
  role: RoleName
  /** `with-steps`: where the article has a procedure. */
  required: boolean | 'with-steps'
  /** `majority`: as most articles have it. */
  form: SectionForm | 'any' | 'majority'
  minWords?: number | undefined
  maxWords?: number | undefined
  /** Entries of the lists in the section. */
  minItems?: number | undefined
  maxItems?: number | undefined
}

/** How a house builds its articles: what its labels mean, and which sections each type of article has, in their order. */
export interface House {
  /** The role that a label names, if it names one. @param label as written, with numbering, emoji and all */
  roleOf: (label: string) => RoleName | undefined
  /** The words for a role that the house prefers. */
  labelOf: (role: RoleName) => string
  /** All labels that the house names by itself, with their roles. */
  labels: readonly (readonly [label: string, role: RoleName])[]
  sections: Readonly<Record<ArticleType, readonly SectionRule[]>>
  /** Other names of this house for keys of front matter. */
  keys: Readonly<Record<MappedKey, readonly string[]>>
  dayOrder: DayOrder
  /** What has been replaced or has come to its end. */
  superseded: readonly Superseded[]
  /** What it was built from: two houses of one config are alike. */
  config: HouseConfig
}

/** A key of front matter that a house may have under other names. */
export const mappedKeys = ['last_verified', 'review_every', 'updated', 'expires', 'owner'] as const
export type MappedKey = (typeof mappedKeys)[number]

/** How a house writes days in figures: whether `03/04/2026` is in April or in March. */
export const dayOrders = ['either', 'day-first', 'month-first'] as const
export type DayOrder = (typeof dayOrders)[number]

/** A rule of a section, where it need not say everything. */
export type GivenSectionRule = Pick<SectionRule, 'role'> & Partial<SectionRule>

/** A house as the config has it. */
export interface HouseConfig {
  /** By role: its label, and other words for it. */
  labels?: Record<string, string[]> | undefined
  types?: Partial<Record<ArticleType, { sections: readonly GivenSectionRule[] } | undefined>> | undefined
  /** By key of ours: its other names in this house. */
  keys?: Partial<Record<MappedKey, string[] | undefined>> | undefined
  dayOrder?: DayOrder | undefined
  /** What counts as superseded besides what is so for everybody, and what does not. */
  superseded?: readonly GivenSuperseded[] | undefined
}

/** An entry of the house's own list. */
export interface GivenSuperseded {
  old?: string | string[] | undefined
  new?: string | undefined
  since?: string | undefined
  because?: string | undefined
  /** Names that are right in this house, whatever any list says. */
  keep?: string | string[] | undefined
}

const required = (role: Role, when: SectionRule['required'] = true): SectionRule => ({
  role,
  required: when,
  form: 'majority',
})
const welcome = (role: Role): SectionRule => required(role, false)

const task = [
  required('quick-answer'),
  required('when-to-use'),
  required('prerequisites', 'with-steps'),
  welcome('steps'),
  welcome('verify'),
  welcome('related'),
]
const explanation = task.map((rule) => (rule.role === 'prerequisites' ? welcome('prerequisites') : rule))
const notice = explanation.map((rule) => (rule.role === 'when-to-use' ? welcome('when-to-use') : rule))

/** The sections of each type where the config says nothing. */
const defaultSections: Record<ArticleType, readonly SectionRule[]> = {
  'how-to': task,
  integration: task,
  troubleshooting: explanation,
  concept: explanation,
  reference: explanation,
  policy: notice,
  announcement: notice,
}

const defaultLabels: Record<Role, string> = {
  'quick-answer': 'Quick answer',
  contents: 'Table of contents',
  'when-to-use': 'When should I use this guide?',
  prerequisites: 'Prerequisites',
  steps: 'Steps',
  verify: 'How to check that it works',
  limitations: 'Limitations',
  troubleshooting: 'Troubleshooting',
  faq: 'Frequently asked questions',
  related: 'Related articles',
}

/** The same labels stand in article after article, and each is asked about more than once. */
const mostKnown = 20_000

/** Builds a house from the config; without one, ours. */
export function createHouse({
  labels = {},
  types = {},
  keys = {},
  dayOrder = 'either',
  superseded = [],
}: HouseConfig = {}): House {
  const own = new Map<string, RoleName>()
  for (const [role, words] of Object.entries(labels)) for (const label of words) own.set(bareLabel(label), role)
  const ownOpenings = new Set([...own.keys()].map(openingOf))
  const known = new Map<string, RoleName | undefined>()
  return {
    roleOf(label) {
      if (label.length > longestLabel || !mayNameRole(label, ownOpenings)) return undefined
      if (known.has(label)) return known.get(label)
      const role = (own.size > 0 ? own.get(bareLabel(label)) : undefined) ?? namedRole(label)
      if (known.size >= mostKnown) known.clear()
      known.set(label, role)
      return role
    },
    labelOf: (role) => labels[role]?.[0] ?? (isRole(role) ? defaultLabels[role] : role),
    labels: [
      ...Object.entries(labels).flatMap(([role, words]) => words.map((label) => [label, role] as const)),
      ...roles.map((role) => [defaultLabels[role], role] as const),
    ],
    sections: Object.fromEntries(
      articleTypes.map((type) => [type, types[type]?.sections.map(filled) ?? defaultSections[type]]),
    ) as House['sections'],
    keys: Object.fromEntries(mappedKeys.map((key) => [key, keys[key] ?? []])) as unknown as House['keys'],
    dayOrder,
    superseded: supersededFor(superseded),
    config: { labels, types, keys, dayOrder, superseded },
  }
}

/** What is superseded for everybody, and the house's own list over it. */
function supersededFor(own: readonly GivenSuperseded[]): readonly Superseded[] {
  if (own.length === 0) return commonlySuperseded
  const named = new Set(own.flatMap(({ old = [], keep = [] }) => [old, keep].flat()).map((name) => name.toLowerCase()))
  const rest = commonlySuperseded.flatMap((entry) => {
    const old = entry.old.filter((name) => !named.has(name.toLowerCase()))
    return old.length > 0 ? [{ ...entry, old }] : []
  })
  const ours = own.flatMap(({ old, keep: _, ...entry }) => (old === undefined ? [] : [{ ...entry, old: [old].flat() }]))
  return [...ours, ...rest]
}

const filled = (rule: GivenSectionRule): SectionRule => ({ required: false, form: 'majority', ...rule })

/** Whether a role is one of ours. */
export function isRole(role: RoleName): role is Role {
  return (roles as readonly string[]).includes(role)
}

/** Our own way to build articles. */
export const ourHouse = createHouse()

/** The role that a label names in our own words. */
export const roleOf = (label: string): Role | undefined => ourHouse.roleOf(label) as Role | undefined
