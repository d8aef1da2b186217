import type { Root as MdastRoot } from 'mdast'
import type { Root as NlcstRoot } from 'nlcst'
import type { Plugin } from 'unified'
import * as z from 'zod'
import { defineArticleRule, type ArticleRule } from './rule.ts'
import { remarkProblems, retextProblems } from './unified-rule.ts'

/** What a name of a plugin begins with, by what it looks at. */
const kinds = { 'remark-lint-': 'Markdown', 'retext-': 'prose' } as const

/** Whether a package is named as a plugin that can be a rule. */
export function isPluginName(name: string): boolean {
  return Object.keys(kinds).some((start) => name.replace(/^@[^/]+\//, '').startsWith(start))
}

/**
 * A plugin of remark-lint or retext as a rule, `plugin/<name>`: what it says of an article is a suggestion unless the config
 * gives it another level.
 *
 * @param name of its package, which tells whether it looks at Markdown or at prose
 * @param plugin its default export
 * @param version of the package: with another, what was found before says nothing
 */
export function pluginRule(name: string, plugin: Plugin<unknown[]>, version = ''): ArticleRule {
  const isProse = name.replace(/^@[^/]+\//, '').startsWith('retext-')
  return defineArticleRule({
    id: `plugin/${name}`,
    version,
    description: `\`${name}\` has nothing to say.`,
    why: `The config names this plugin for ${isProse ? kinds['retext-'] : kinds['remark-lint-']}; its own page tells what it asks.`,
    severity: 'suggestion',
    options: z.strictObject({
      options: z.array(z.unknown()).default([]).describe('what the plugin is given, as in `.use(plugin, ...options)`'),
    }),
    examples: [],
    check: (article, { options }) =>
      isProse
        ? retextProblems(article, () => plugin as unknown as Plugin<unknown[], NlcstRoot>, { options })
        : remarkProblems(article, () => plugin as unknown as Plugin<unknown[], MdastRoot>, { options }),
  }) as ArticleRule
}
