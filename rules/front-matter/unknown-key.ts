import { closest, distance } from 'fastest-levenshtein'
import * as z from 'zod'
import { defineArticleRule, everyKeys, verifiedKeys } from '../../src/rule/rule.ts'

/** Keys that this program reads. */
const ours = ['title', 'type', 'excerpt', 'owner', 'distinct_from', 'expires', ...verifiedKeys, ...everyKeys]

const wordsOf = (text: string) => text.trim().split(/\s+/)

/** Keys of other houses and of site generators. */
const common = wordsOf(`
  abstract aliases alias archived audience author authors banner breadcrumb canonical cascade categories category
  comments contributors content created createdAt created_at custom_css data date date_created date_modified
  date_published datePublished dateModified deprecated description details difficulty display_name draft edit_url
  editUrl editor excerpt_separator expired expire expiryDate featured hidden hide_table_of_contents hide_title hideToc
  hide_toc head header headline height hero icon id image images index intro keyword keywords label labels lang
  language languages last_modified last_modified_at last_updated lastmod lastModified lastUpdated layout level
  linkTitle linktitle link links locale markup menu menuTitle meta modified name nav nav_order navigation next noindex
  note notes order outputs owners page pagination_next pagination_prev parent permalink platform platforms plan plans
  position prev priority private product products published published_at publishDate publishedAt reading_time redirect
  redirect_from redirects redirect_to related related_articles released render resources review reviewer reviewers
  reviewed_by robots role roles scope search section sections seo series short_title shortTitle sidebar sidebar_label
  sidebar_position sitemap slug source standalone state status style styles sub_title subtitle subject summary
  table_of_contents tableOfContents tag tags taxonomies taxonomy team template theme thumbnail time titles toc
  toc_max_heading_level toc_min_heading_level topic topics translated translation translator types unlisted update
  updated updatedAt updated_at url urls user users version versions video videos visibility weight width words
  api_name api_type appliesto f1_keywords f1.keywords feedback_system localization_priority manager ms.assetid
  ms.author ms.collection ms.component ms.contributor ms.contributors ms.custom ms.date ms.devlang ms.editor
  ms.localizationpriority ms.manager ms.prod ms.product ms.reviewer ms.reviewers ms.service ms.subservice ms.suite
  ms.technology ms.tgt_pltfrm ms.topic ms.workload search.appverid search.audienceType
`)

/** Words near to one of these, and their like in other languages: never meant, and never a slip. */
const others = wordsOf(`
  board border except leader mode model patent reader sender stage stats tile tiles tagline auteur autor autore
  autores categoria categorias categorie catégorie datum descripcion descrição descrizione etiquetas fecha titel
  titolo titre titulo título typ tipo kategorie schlagworte sprache
`)

export default defineArticleRule({
  id: 'front-matter/unknown-key',
  description: 'Keys of front matter are spelt as the programs that read them spell them.',
  why: 'A misspelt key is skipped in silence: the article has no title, no reviewer, or never comes up for review.',
  severity: 'suggestion',
  options: z.strictObject({
    keys: z.array(z.string().min(1)).default([]).describe('keys of this house, besides the usual ones'),
  }),
  fixable: true,
  examples: [
    {
      name: 'Known keys, and keys that only this house has',
      input:
        '---\ntitle: How do I pause a number?\nlast_verified: 2026-05-02\nms.date: 05/02/2026\nreaders: many\nphone_region: EU\n---\n',
      findings: [],
    },
    {
      name: 'Slips of the pen',
      input: '---\ntilte: How do I pause a number?\nlast_verifed: 2026-05-02\nms.reviwer: mei\n---\n',
      findings: [
        '2:1-2:6: Unexpected key `tilte`, expected `title`, rename it',
        '3:1-3:13: Unexpected key `last_verifed`, expected `last_verified`, rename it',
        '4:1-4:11: Unexpected key `ms.reviwer`, expected `ms.reviewer`, rename it',
      ],
      fixed: '---\ntitle: How do I pause a number?\nlast_verified: 2026-05-02\nms.reviewer: mei\n---\n',
    },
    {
      name: 'In capitals, which this program does not read',
      input: '---\nTitle: How do I pause a number?\nLast_Verified: 2026-05-02\n---\n',
      findings: [
        '2:1-2:6: Unexpected key `Title`, expected `title`, rename it',
        '3:1-3:14: Unexpected key `Last_Verified`, expected `last_verified`, rename it',
      ],
      fixed: '---\ntitle: How do I pause a number?\nlast_verified: 2026-05-02\n---\n',
    },
    {
      name: 'A key of the house',
      options: { keys: ['crew_size'] },
      input: '---\ntitle: How do I pause a number?\ncrew_sise: 3\n---\n',
      findings: ['3:1-3:10: Unexpected key `crew_sise`, expected `crew_size`, rename it'],
      fixed: '---\ntitle: How do I pause a number?\ncrew_size: 3\n---\n',
    },
    {
      name: 'A name of the house for a key of ours',
      house: { keys: { last_verified: ['audit_date'] } },
      input: '---\ntitle: How do I pause a number?\naudit_dat: 2026-05-02\n---\n',
      findings: ['3:1-3:10: Unexpected key `audit_dat`, expected `audit_date`, rename it'],
      fixed: '---\ntitle: How do I pause a number?\naudit_date: 2026-05-02\n---\n',
    },
    {
      name: 'Beside the key that it looks like, it is another one',
      input: '---\ntitle: How do I pause a number?\ntitled: true\n---\n',
      findings: [],
    },
    {
      name: 'Words that are near by chance',
      input: '---\ntitle: How do I pause a number?\nolder: a\nheights: 2\nrates: b\nstatute: c\n---\n',
      findings: [],
    },
  ],
  *check({ frontMatter, source, house }, { keys }) {
    // What a broken document holds by chance is not judged.
    if (frontMatter.errors.length > 0) return
    const taken = new Set<string>()
    const ofHouse = [...keys, ...Object.values(house.keys).flat()]
    for (const { key, keyAt } of frontMatter.entries.values()) {
      const meant = meantBy(key, ofHouse)
      if (meant === undefined || frontMatter.entries.has(meant) || taken.has(meant)) continue
      taken.add(meant)
      const { start, end } = { start: keyAt.start.offset, end: keyAt.end.offset }
      yield {
        at: keyAt,
        message: `Unexpected key \`${key}\`, expected \`${meant}\`, rename it`,
        ...(source.slice(start, end) === key ? { fix: [{ start, end, text: meant }] } : {}),
      }
    }
  },
})

const usual = new Set([...ours, ...common])
const exempt = new Set(others)

/** The same few keys stand in every article: each is looked up once. */
const asked = new Map<string, string | undefined>()
const mostAsked = 10_000

/** The known key that a key was meant to be; undefined for known ones and for those that look like none. */
function meantBy(key: string, house: string[]): string | undefined {
  if (usual.has(key) || exempt.has(key) || house.includes(key)) return undefined
  const ofHouse = house.length > 0 ? nearestTo(key, house) : undefined
  if (ofHouse !== undefined) return ofHouse
  if (!asked.has(key)) {
    if (asked.size >= mostAsked) asked.clear()
    // Other programs may read a key in capitals; this one does not.
    const inCapitals = ours.find((known) => known.toLowerCase() === key.toLowerCase())
    const isOther = [...usual].some((known) => known.toLowerCase() === key.toLowerCase())
    asked.set(key, inCapitals ?? (isOther ? undefined : nearestTo(key, usual)))
  }
  return asked.get(key)
}

function nearestTo(key: string, known: Iterable<string>): string | undefined {
  const near = [...known].filter((one) => isSlip(key, one))
  // `last-verifed` was meant to be `last-verified`, and not `last_verified`.
  return near.length > 1 ? closest(key, near) : near[0]
}

/**
 * Whether a key is another one with a slip in it: a letter too many, too few or wrong, or two that changed places; two such
 * slips in a long key. Short keys are near too many words, and another form of a word is a key of its own: `release`, `released`.
 */
function isSlip(key: string, known: string): boolean {
  if (known.length < 5 || Math.abs(key.length - known.length) > 2) return false
  const [here, there] = [key.toLowerCase(), known.toLowerCase()]
  if (here[0] !== there[0] || stemOf(here) === stemOf(there)) return false
  const apart = distance(here, there)
  // `order` and `older` are words both; longer ones are not by chance the same but for a letter.
  if (apart === 1 && here.length === there.length && here.length < 6) return false
  if (apart === 1) return !/\d/.test(here) && (known.length > 6 || here.at(-1) === there.at(-1))
  return apart === 2 && (isSwapped(here, there) || (known.length >= 10 && sharesEnd(here, there)))
}

const stemOf = (word: string) => word.replace(/(?:[drs]|ing)$/, '')

/** Whether two neighbours changed places, and nothing else. */
function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  const index = [...a].findIndex((letter, place) => letter !== b[place])
  return a[index] === b[index + 1] && a[index + 1] === b[index] && a.slice(index + 2) === b.slice(index + 2)
}

const sharesEnd = (a: string, b: string) => a.slice(-2) === b.slice(-2)
