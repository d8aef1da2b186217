/** What readers do, the words for one thing in a line. */
const actions = [
  'delete remove erase clear discard',
  'create add make set build',
  'change edit modify alter update adjust amend rename',
  'stop disable deactivate suspend prevent',
  'start enable activate begin launch',
  'find locate search',
  'import upload load',
  'export download',
  'connect integrate link attach',
  'restore recover undo',
  'cancel terminate close',
  'pause freeze',
  'install',
  'uninstall',
  'copy duplicate clone',
  'move transfer migrate',
  'send',
  'receive get obtain',
  'accept',
  'propose',
  'block',
  'unblock',
  'lock',
  'unlock',
  'hide',
  'print',
  'archive',
  'merge',
  'split',
  'share',
  'approve',
  'reject refuse decline',
  'schedule',
  'save store',
]

/** Other words that writers of help articles put for one another. */
const groups = [
  ...actions,
  'create new',
  'stop block off',
  'start on',
  'find locate search look see view show display check',
  'select choose pick click tap press',
  'picture image photo',
  'email mail e-mail emails message',
  'cancel end terminate',
  'get retrieve fetch',
  'fix repair solve resolve correct troubleshoot',
  'error problem issue fault trouble',
  'save keep',
  'log sign login signin logon',
  'buy purchase order',
  'move shift',
  'folder directory',
  'app application program programme software',
  'link url address',
  'connect join',
  'import bring',
  'user member agent person people',
  'customer client caller',
  'number count amount',
  'reset restore renew',
  'configure setup arrange',
  'limit restrict cap maximum',
  'bill invoice billing',
  'cost price charge fee',
  'way method means',
  'missing lost gone absent',
  'use employ utilise utilize',
  'help assist support',
  'need require must',
  'allow permit let',
  'guide article page',
  'phone telephone mobile handset device',
  'fail refuse reject decline',
]

const groupsOf = new Map<string, Set<number>>()
groups.forEach((group, index) => {
  for (const word of group.split(' ')) {
    const known = groupsOf.get(word)
    if (known) known.add(index)
    else groupsOf.set(word, new Set([index]))
  }
})

/** Which of the things that readers do a word names, as a number; undefined where it names none. */
export function actionOf(word: string): number | undefined {
  const known = groupsOf.get(plain(word))
  return known && [...known].find((group) => group < actions.length)
}

/** Words that mean the same as one, itself among them; none where none are known. */
export function synonymsOf(word: string): string[] {
  return [...(groupsOf.get(plain(word)) ?? [])].flatMap((group) => groups[group]!.split(' '))
}

/** Whether two words or phrases are one, or mean the same in a help article, whatever their case and number. */
export function areSynonyms(one: string, other: string): boolean {
  const [a, b] = [plain(one), plain(other)]
  if (a === b) return true
  const [of, there] = [groupsOf.get(a), groupsOf.get(b)]
  return of !== undefined && there !== undefined && [...of].some((group) => there.has(group))
}

/** In small letters, without the ending of a plural or a verb. */
function plain(word: string): string {
  const small = word.toLowerCase()
  if (groupsOf.has(small)) return small
  for (const [ending, instead] of endings) {
    if (!small.endsWith(ending)) continue
    const stem = small.slice(0, -ending.length) + instead
    if (groupsOf.has(stem)) return stem
  }
  return small.replace(/s$/, '')
}

const endings = [
  ['s', ''],
  ['es', ''],
  ['ing', ''],
  ['ing', 'e'],
  ['ed', ''],
  ['d', ''],
  ['ies', 'y'],
] as const
