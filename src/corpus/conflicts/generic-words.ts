import { placeWords } from './scope-words.ts'
import { stemsOf } from '../../facts/terms.ts'

/** Words that sentences of any help centre have, whatever they are about: they say little of what two claims share. */
const generic =
  'account accept access action activate active actual add adjust admin after allow amount app appear apply automatically available ' +
  'back button call can case certain change check choose click close common complete configure contact contain content continue ' +
  'create current customer data date default delete depend detail device different disable display document download edit email enable ' +
  'end ensure enter error existing expire feature field file fill follow following form free full general give help high hour ' +
  'immediately include increase individual information instead issue item keep large last later length level limit link list load log long ' +
  'longer low make manage management max maximum mean menu message method minimum mode month move multiple name need new next note ' +
  'number number old open option order own page part people period permanent place plan please point possible press problem process ' +
  'product provide range reach read receive recommend remain remove repeat replace report request require result return review right ' +
  'rule run same save screen search second section see select send service set setting setup several show sign simple single site size ' +
  'specific standard start state status step stop store submit support switch system take team test text time title top total try turn type under ' +
  'unit update upload use user value verify version view visit wait want way website week window work write year'

/** Their stems. */
export const genericStems: ReadonlySet<number> = new Set(stemsOf([generic, ...placeWords].join(' ')))
