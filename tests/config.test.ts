import { describe, expect, test } from 'vitest'
import { extended } from '../src/config/extend.ts'
import { idleSettings } from '../src/config/idle-settings.ts'
import { configJsonSchema } from '../src/config/json-schema.ts'
import { parseRedirects } from '../src/config/redirects.ts'
import { configSchema } from '../src/config/schema.ts'
import { lint, resolveSettings, type Config, type SourceFile } from '../src/index.ts'
import { settingsDigest } from '../src/node/digest.ts'

const today = '2026-11-23'
const found = (config: Config, files: SourceFile[], base = '') =>
  lint(files, resolveSettings(config, { today, base })).findings.map(
    ({ rule, severity, path }) => `${path} ${severity} ${rule}`,
  )
const article = (path: string, title = 'Data storage') => ({
  path,
  source: `# ${title}\n\n**Quick answer:** A year.\n`,
})
const twins = ['a/one.md', 'b/two.md'].map((path) => ({
  path,
  source: `# How?\n\n**Quick answer:** Calls can ring agents in a fixed order, all at once, or in turn, and the choice is made for each department by an admin in its settings page, or by the owner of the account.\n`,
}))

test('the JSON schema of the config is up to date', async () => {
  await expect(`${JSON.stringify(configJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(
    '../src/config/config.schema.json',
  )
})

describe('presets', () => {
  test('say how strict a run is', () => {
    const files = [article('a.md')]
    expect(found({}, files)).toEqual(['a.md warning title/question', 'a.md warning structure/when-to-use'])
    expect(found({ preset: 'strict' }, files)).toEqual([
      'a.md error title/question',
      'a.md error structure/when-to-use',
    ])
    expect(found({ preset: 'minimal' }, files)).toEqual([])
    expect(found({ preset: 'minimal', rules: { 'title/question': 'suggestion' } }, files)).toEqual([
      'a.md suggestion title/question',
    ])
  })
})

describe('overrides', () => {
  const config: Config = {
    rules: { 'duplicates/*': 'off', 'structure/*': 'off', 'structure/quick-answer': ['error', { maxWords: 2 }] },
    overrides: [
      { files: ['legacy/**'], rules: { 'title/*': 'off', 'structure/quick-answer': 'warning' } },
      { types: ['policy'], rules: { 'title/question': 'suggestion' } },
    ],
  }

  test('give some articles other levels, and keep the options', () => {
    expect(found(config, [article('a.md'), article('legacy/b.md'), article('legacy/c.md', 'Refund policy')])).toEqual([
      'a.md warning title/question',
      'legacy/c.md suggestion title/question',
    ])
    const long = { path: 'legacy/b.md', source: '# How?\n\n**Quick answer:** Wait for a year.\n' }
    expect(found(config, [long, { ...long, path: 'b.md' }])).toEqual([
      'b.md error structure/quick-answer',
      'legacy/b.md warning structure/quick-answer',
    ])
  })

  test('see paths from the folder of the config', () => {
    expect(found(config, [article('b.md')], 'legacy')).toEqual([])
    expect(found(config, [article('../legacy/b.md')], 'other')).toEqual([])
  })

  test('turn rules on, too, and rules about several articles at the article that they are found at', () => {
    const exact = { 'duplicates/exact': 'warning' } as const
    const off: Config = { rules: { '*/*': 'off' } as never }
    expect(() => found(off, twins)).toThrow('Cannot find the rule `*/*`')
    const only = (overrides: NonNullable<Config['overrides']>, rules: Config['rules'] = {}) =>
      found({ preset: 'minimal', rules: { 'structure/*': 'off', ...rules }, overrides }, twins)
    const [finding] = only([], exact)
    expect(finding).toMatch(/ warning duplicates\/exact$/)
    const path = finding!.split(' ')[0]!
    expect(only([{ files: [path], rules: exact }])).toEqual([finding])
    expect(only([{ files: [path], rules: { 'duplicates/exact': 'off' } }], exact)).toEqual([])
    expect(only([{ files: ['elsewhere/**'], rules: exact }])).toEqual([])
  })

  test('that cannot be are refused', () => {
    const resolve = (overrides: NonNullable<Config['overrides']>) => () => resolveSettings({ overrides })
    expect(resolve([{ rules: { 'title/qestion': 'off' } }])).toThrow('Cannot find the rule `title/qestion`')
    expect(resolve([{ rules: { 'duplicates/near': ['warning', { minWords: 3 }] } }])).toThrow(
      '`overrides` gives options to `duplicates/near`, which looks at all articles together',
    )
    expect(resolve([{ rules: { 'structure/quick-answer': ['error', { maxWord: 3 }] } }])).toThrow(
      'Cannot use the options of `structure/quick-answer`',
    )
  })

  test('and levels of the command line hold in all of them', () => {
    const settings = resolveSettings(config, { today, levels: [['title/question', 'error']] })
    const { findings } = lint([article('a.md'), article('legacy/b.md')], settings)
    expect(findings.map(({ path, severity }) => `${path} ${severity}`)).toEqual(['a.md error', 'legacy/b.md error'])
  })

  test('and of the command line the later level wins, whether it names a rule or a group', () => {
    const levelOf = (...levels: [string, 'off' | 'error'][]) =>
      resolveSettings(config, { today, levels }).rules.find(({ rule }) => rule.id === 'title/question')?.severity
    expect(levelOf(['title/question', 'off'], ['title/*', 'error'])).toBe('error')
    expect(levelOf(['title/*', 'error'], ['title/question', 'off'])).toBeUndefined()
  })

  test('and houses are told apart by what is remembered', () => {
    const digests = [{}, config, { labels: { cause: ['Cause'] } }, { types: { policy: { sections: [] } } }].map((one) =>
      settingsDigest(resolveSettings(one as Config, { today })),
    )
    expect(new Set(digests).size).toBe(4)
  })
})

describe('extended', () => {
  test('what is named is put together, and the later word counts', () => {
    const base: Config = {
      baseline: 'known.json',
      exclude: ['a/**'],
      labels: { cause: ['Cause'], related: ['More'] },
      overrides: [{ files: ['x/**'], rules: {} }],
      preset: 'strict',
    }
    const own: Config = { extends: 'base', exclude: ['b/**'], labels: { related: ['See also'] }, preset: 'minimal' }
    expect(extended(base, own)).toMatchObject({
      baseline: 'known.json',
      exclude: ['a/**', 'b/**'],
      labels: { cause: ['Cause'], related: ['See also'] },
      overrides: [{ files: ['x/**'], rules: {} }],
      preset: 'minimal',
    })
    expect(extended(base, own)).not.toHaveProperty('extends')
    expect(extended({}, base)).toMatchObject(base)
  })

  test.each<[Config['rules'], Config['rules'], Config['rules']]>([
    [{ 'prose/wordy': 'off' }, { 'prose/*': 'error' }, { 'prose/wordy': 'error', 'prose/*': 'error' }],
    [{ 'prose/*': 'off' }, { 'prose/wordy': 'error' }, { 'prose/*': 'off', 'prose/wordy': 'error' }],
    [
      { 'title/length': ['error', { max: 9 }] },
      { 'title/*': 'warning' },
      { 'title/length': ['warning', { max: 9 }], 'title/*': 'warning' },
    ],
    [
      { 'title/length': 'error' },
      { 'title/length': 'off', 'title/*': 'warning' },
      { 'title/length': 'off', 'title/*': 'warning' },
    ],
  ])('rules: %j and %j', (base, own, both) => {
    expect(extended({ rules: base! }, { rules: own! }).rules).toEqual(both)
  })

  test('for the library, files are for the caller to read', () => {
    expect(() => resolveSettings({ extends: './base.json' })).toThrow(
      /^Cannot use the config: `extends`: `.\/base.json` was not read/,
    )
    expect(() => resolveSettings({ redirects: '_redirects' })).toThrow(
      /^Cannot use the config: `redirects`: `_redirects` was not read/,
    )
  })
})

describe('redirects', () => {
  test.each([
    ['# Moved.\n/old /new 301\n\n  /older/page   /new\n', ['/old', '/older/page']],
    ['{ "redirections": [{ "source_path": "a/b.md", "redirect_url": "/c" }] }', ['a/b.md']],
    ['[{ "from": ["/a", "/b"], "to": "/c" }, { "source": "/d", "destination": "/e" }]', ['/a', '/b', '/d']],
    ['{ "/old": "/new", "/older": "https://other.example/x" }', ['/old', '/older']],
    ['', []],
  ])('%j', (text, addresses) => expect(parseRedirects(text, 'redirects')).toEqual(addresses))

  test.each([
    ['{ "a": ', /^Cannot use the redirects in `redirects`: .*JSON/],
    ['/old /new\n/lost\n', /^Cannot use the redirects in `redirects`: `\/lost` names no two addresses\n/],
  ])('broken: %j', (text, message) => expect(() => parseRedirects(text, 'redirects')).toThrow(message))
})

describe('settings without effect', () => {
  const idle = (config: Config, paths: string[], base = '') =>
    idleSettings(
      configSchema.parse(config),
      resolveSettings(config, { today, base }),
      paths.map((path) => ({ path, type: 'concept' as const })),
    )

  test('are told, each with its reason', () => {
    const config: Config = {
      content: ['docs', 'guides/*.md', 'one.md'],
      labels: { symptom: ['Symptoms'], related: ['See also'] },
      terms: [{ use: 'sign in', not: 'log in' }],
      rules: { 'style/terms': 'off', 'title/length': ['off', { max: 9 }], 'prose/wordy': 'suggestion' },
      overrides: [
        { files: ['docs/**'], rules: { 'title/question': 'warning', 'title/slash': 'off' } },
        { files: ['legacy/**'], rules: { 'title/question': 'off' } },
        { types: ['policy'], rules: { 'title/question': 'off' } },
      ],
    }
    expect(idle(config, ['docs/a.md', 'one.md'])).toEqual([
      '`content`: `guides/*.md` holds no article',
      '`labels.symptom`: no section of a type has this role',
      '`terms`: `style/terms` is off',
      '`rules`: the options of `title/length`, which is off',
      '`overrides[0]`: `title/question` is so without it',
      '`overrides[1]`: no article is in `legacy/**`',
      '`overrides[2]`: no article is of the type `policy`',
    ])
  })

  test('are none where all have one, and paths are seen from the config', () => {
    expect(idle({}, ['content/a.md'])).toEqual([])
    const config: Config = { content: ['.'], overrides: [{ files: ['docs/**'], rules: { 'title/question': 'off' } }] }
    expect(idle(config, ['a.md'], 'docs')).toEqual([])
  })
})

describe('a house', () => {
  const sections = (config: Config, source: string) =>
    lint([{ path: 'a.md', source }], resolveSettings(config, { today })).findings.map(({ message }) => message)

  test('has words of its own for our sections', () => {
    const source = '# What is a number?\n\n## In a sentence\n\nA line.\n\n## Good to know\n\nFor admins.\n'
    expect(sections({}, source).length).toBe(2)
    const config: Config = { labels: { 'quick-answer': ['In a sentence'], 'when-to-use': ['Good to know'] } }
    expect(sections({ ...config, rules: { 'structure/quick-answer-label': 'off' } }, source)).toEqual([])
    expect(sections(config, '# What is a number?\n\nA line.\n')).toEqual([
      'Unexpected missing quick answer, expected it right after the title, add a section `In a sentence`',
      'Unexpected missing section on when to use the article, expected it after the quick answer, add `Good to know`',
    ])
  })

  test('asks of a type what it wants, and nothing else', () => {
    const config: Config = { types: { concept: { sections: [] } } }
    expect(sections(config, '# What is a number?\n\nA line.\n')).toEqual([])
  })
})
