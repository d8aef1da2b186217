import { stemsOf } from './terms.ts'

/**
 * Words that say the same of whatever is claimed, a meaning in a line: other words for it, the noun of a verb, and forms that no
 * stemmer brings together. Opposites stand in different lines, and so does what may differ in a help centre, as files and documents.
 */
const lines = [
  'arrive arrival reach',
  'deliver delivery deliveries',
  'delete deletion remove removal erase',
  'cancel cancellation terminate termination',
  'change changed edit modify modification alter',
  'keep kept retain retention preserve',
  'store storage stored',
  'begin began begun start started commence',
  'end finish cease stop stopped',
  'expire expiry expiration lapse lapsed',
  'choose chose chosen choice select selection pick',
  'buy bought purchase',
  'send sent',
  'show shown display',
  'need require requirement',
  'allow permit permission',
  'enter entry entries entered type typed',
  'close shut closure',
  'ask request',
  'get got receive receipt obtain',
  'pay paid payment payable',
  'refund refundable reimburse reimbursement',
  'fee cost price priced',
  'give gave given',
  'take took taken',
  'make made',
  'hold held',
  'find found',
  'write wrote written',
  'leave left',
  'lose lost loss',
  'break broke broken',
  'withdraw withdrew withdrawn withdrawal',
  'transfer transferred transferral',
  'approve approval',
  'renew renewal',
  'invite invitation',
  'notify notification',
  'subscribe subscription',
  'respond response reply answer',
  'activate activation',
  'verify verification',
  'install installation',
  'register registration',
  'archive archived',
  'replace replacement exchange',
  'stay remain',
  'extra additional',
  'last run',
  'submit hand',
  'wrong wrongly incorrect incorrectly',
  'person people',
  'picture image photo photograph',
  'phone telephone',
  'mail email e-mail',
  'app application',
  'big large',
  'automatic automatically automated',
  'immediate immediately instant instantly',
]

const meanings = new Map<number, number>()
for (const line of lines) {
  const stems = stemsOf(line)
  for (const stem of stems) meanings.set(stem, stems[0]!)
}

/** What a stem, as of `stemsOf`, means: the same number for all that say the same; nothing where no other says it. */
export const meaningOf = (stem: number): number | undefined => meanings.get(stem)
