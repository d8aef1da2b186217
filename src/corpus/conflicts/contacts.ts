import type { Value } from '../../facts/values.ts'
import type { Reading } from './reading.ts'

/** An address as a claim gives it. */
export interface Contact {
  reading: Reading
  value: Value
}

/** The same mailbox under two addresses, and how many articles give each. */
export interface ContactVote {
  rarer: Contact
  commoner: Contact
  votes: { left: number; right: number }
}

/** Addresses that stand for any. */
export const placeholder =
  /@(?:example\.|domain\.|yourdomain|yourcompany|company\.|[\w.-]*contoso|[\w.-]*fabrikam|test\.|email\.|abc\.|xyz\.)|\b(?:your|my)[-\w]*(?:domain|company|site|server|instance|id|name|account)|\w\/[^\s?]*example|x{3}|\.(?:test|invalid|local)$|^(?:user|name|your|you|someone|john|jane|admin@domain|abc|xyz)[\w.]*@/i
/** Mailboxes that many companies have. */
const mailbox = /^[^@]+/
/** Mailboxes of the house itself: whose address is asked for, and not that of a person. */
const shared =
  /^(?:support|help|helpdesk|info|contact|sales|billing|accounts?|care|customer[\w.-]*|service|hello|team|security|privacy|legal|press|admin|office|no-?reply|feedback|abuse|kyc|finance|payments?|hr|careers?|partners?)\b/i

/**
 * Mailboxes that are given with two domains that look alike (`support@acme.com` and `support@acme.co`): the corpus votes, and
 * the address of fewer articles loses. Where as many give either, none does.
 */
export function contactVotes(contacts: readonly Contact[]): ContactVote[] {
  const mailboxes = new Map<string, Map<string, Contact[]>>()
  for (const contact of contacts) {
    const { kind, key } = contact.value
    if (kind !== 'email' || placeholder.test(key)) continue
    const local = mailbox.exec(key)![0]
    if (!shared.test(local)) continue
    let forms = mailboxes.get(local)
    if (!forms) mailboxes.set(local, (forms = new Map()))
    const some = forms.get(key)
    if (some) some.push(contact)
    else forms.set(key, [contact])
  }
  const found: ContactVote[] = []
  for (const forms of mailboxes.values()) {
    const ranked = [...forms]
      .map(([address, some]) => ({ address, some, articles: new Set(some.map(({ reading }) => reading.article)).size }))
      .sort((a, b) => b.articles - a.articles)
    for (const { address, some, articles } of ranked) {
      const winner = ranked.find((other) => other.articles > articles && areAlike(address, other.address))
      if (!winner) continue
      const seen = new Set<unknown>()
      for (const rarer of some) {
        if (seen.has(rarer.reading.article)) continue
        seen.add(rarer.reading.article)
        const commoner = winner.some.find(({ reading }) => reading.article !== rarer.reading.article)
        if (commoner) found.push({ rarer, commoner, votes: { left: articles, right: winner.articles } })
      }
    }
  }
  return found
}

const leastStart = 4

/** Whether two addresses seem to be of one company: `@acme.com` and `@acme.co`, `@acme-help.com`. */
function areAlike(a: string, b: string): boolean {
  const [one, other] = [a, b].map((address) => address.split('@')[1]!)
  // A host of the house has mailboxes of its own.
  if (one!.endsWith(`.${other}`) || other!.endsWith(`.${one}`)) return false
  const [mine, yours] = [one!, other!].map((domain) => (domain.split('.').at(-2) ?? '').replace(/[^a-z\d]/g, ''))
  if (mine === yours) return true
  return Math.min(mine!.length, yours!.length) >= leastStart && (mine!.startsWith(yours!) || yours!.startsWith(mine!))
}
