import { articleTypes, type ArticleType } from './article.ts'
import type { FrontMatter } from './front-matter.ts'

/** Names that other houses use for our types. */
const aliases: Record<string, ArticleType> = {
  howto: 'how-to',
  'how to': 'how-to',
  how_to: 'how-to',
  task: 'how-to',
  tutorial: 'how-to',
  procedure: 'how-to',
  problem: 'troubleshooting',
  explanation: 'concept',
  overview: 'concept',
  conceptual: 'concept',
  faq: 'concept',
  announcements: 'announcement',
  'release-note': 'announcement',
  'release-notes': 'announcement',
  policies: 'policy',
}

/** The type that a `type` in front matter names, in our words or another house's. */
export function namedType(value: unknown): ArticleType | undefined {
  if (typeof value !== 'string') return undefined
  const name = value.trim().toLowerCase()
  return articleTypes.find((type) => type === name) ?? (Object.hasOwn(aliases, name) ? aliases[name] : undefined)
}

/** Tried in order on the title; the first that matches decides. */
const wordings: [ArticleType, RegExp, string][] = [
  [
    'announcement',
    /\b(?:what(?:'s| is| are)? (?:\S+ )?(?:new|changing)|announc\w+|release notes?|deprecat\w+|phasing out|changelog|coming soon)\b/i,
    'the title announces a change',
  ],
  [
    'integration',
    /\bintegrat(?:e|es|ed|ing|ion|ions)\b|\bconnect(?:ed|ing)? (?:\S+ ){0,4}(?:to|with)\b/i,
    'the title speaks of an integration',
  ],
  ['policy', /\b(?:policy|policies|terms of|agreement|nda|sla)\b/i, 'the title names a policy'],
  [
    'troubleshooting',
    /^why\b.*\b(?:not|n't|cannot|wrong|fail\w*|error|spam|unable|missing)\b|\b(?:troubleshoot\w*|not (?:working|delivered|receiving)|fails? to|errors?|can't|cannot|doesn't|won't|unable to|undelivered)\b/i,
    'the title speaks of a problem',
  ],
  [
    'how-to',
    /\bhow (?:do|can|should|could|would|to|must|may) ?(?:i|we|you|one)?\b(?! (?:\S+ )?(?:work|differ)\b)|^(?:what|which) (?:(?:is|are) the )?(?:\S+ )?(?:steps?|ways?|quickest)\b|\bhow (?:might|shall) (?:i|we)\b/i,
    'the title asks how to do something',
  ],
  [
    'reference',
    /^(?:which|how (?:many|much|long|often))\b|\b(?:limits|types of|list of|reference|formats?|codes?)\b/i,
    'the title asks for facts to look up',
  ],
  [
    'concept',
    /^(?:what|why|how|when|who|whom|where|is|are|does|do|can|will|should)\b/i,
    'the title asks what something is',
  ],
  [
    'how-to',
    /^(?:add|allow|assign|block|build|cancel|change|check|choose|configure|connect|create|customi[sz]e|delete|disable|download|edit|enable|export|find|fix|get|import|install|invite|make|manage|migrate|move|open|pay|record|remove|rename|replace|request|reset|restore|run|save|schedule|send|set|share|start|stop|switch|sync|test|transfer|turn|update|upgrade|upload|use|verify|view|\w+ing (?:a|an|the|your|up)\b)/i,
    'the title names a task',
  ],
]

/**
 * The type of an article and why: from front matter where that says, else from the question that the title asks.
 * Nothing to go by makes it a `concept`, the type that asks least.
 */
export function typeOf(frontMatter: FrontMatter, title: string | undefined): { name: ArticleType; because: string } {
  const named = namedType(frontMatter.entries.get('type')?.value)
  if (named) return { name: named, because: 'front matter says so' }
  const question = (title ?? '').normalize('NFKC').replace(/[‘’]/g, "'").trim()
  for (const [name, wording, because] of wordings) if (wording.test(question)) return { name, because }
  return { name: 'concept', because: 'nothing in the title tells' }
}
