import fc from 'fast-check'
import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import * as z from 'zod'
import type { Node } from 'mdast'
import retextReadability from 'retext-readability'
import { describe, expect, test } from 'vitest'
import readability from '../rules/prose/readability.ts'
import { createHouse, type HouseConfig } from '../src/article/house.ts'
import { parseArticle } from '../src/article/parse-article.ts'
import { articleOf } from '../src/article/parse-article.ts'
import { resolveSettings, type Settings } from '../src/config/resolve-settings.ts'
import { fixArticle } from '../src/lint/fix-article.ts'
import { lint } from '../src/pipeline.ts'
import type { Finding, Report } from '../src/report/report.ts'
import { renderCatalogue, renderRuleIndex, renderRulePage } from '../src/rule/render-docs.ts'
import { atMost, defineArticleRule, englishBlocks, findPhrases, isQuoted } from '../src/rule/rule.ts'
import type { Problem, Rule } from '../src/rule/rule.ts'
import { proseTreeOf } from '../src/rule/prose-tree.ts'
import { retextProblems } from '../src/rule/unified-rule.ts'

// The rules are found by their files: the generated list may be stale in the very run that renews it.
const files = import.meta.glob<{ default: Rule }>('../rules/*/*.ts', { eager: true })
const rules = Object.entries(files)
  .map(([file, { default: rule }]) => ({ id: file.slice('../rules/'.length, -'.ts'.length), rule }))
  .sort((a, b) => (a.id < b.id ? -1 : 1))

function settingsFor(
  rule: Rule,
  example: { options?: unknown; today?: string; house?: HouseConfig; besides?: string[] },
): Settings {
  const besides = rules.flatMap((one) => (example.besides?.includes(one.id) ? [one.rule] : []))
  return {
    today: example.today ?? '2026-11-23',
    base: '',
    parser: 'auto',
    house: createHouse(example.house),
    overrides: [],
    ruleIds: rules.map(({ id }) => id),
    rules: [
      { rule, severity: rule.severity, options: rule.options.parse(example.options ?? {}) },
      ...besides.map((rule) => ({ rule, severity: rule.severity, options: rule.options.parse({}) })),
    ],
  }
}

function place({ start, end }: Finding): string {
  return `${start.line}:${start.column}-${end.line}:${end.column}`
}

describe.each(rules)('$id', ({ id, rule }) => {
  test('is named as its file', () => expect(rule.id).toBe(id))

  test('has words for a writer', () => {
    expect(rule.description).toMatch(/^[A-Z].*\.$/)
    expect(rule.why).toMatch(/^[A-Z][^]*\.$/)
  })

  test('describes every option and gives it a default', () => {
    expect(() => rule.options.parse({})).not.toThrow()
    expect(renderRulePage(rule)).not.toMatch(/\| {2}\||undefined/)
  })

  test('has a good and a bad example', () => {
    expect(rule.examples.some((example) => example.findings.length > 0)).toBe(true)
    expect(rule.examples.some((example) => example.findings.length === 0)).toBe(true)
  })

  if (rule.scope === 'article') {
    test.each(rule.examples)('$name', (example) => {
      const path = 'article.md'
      const settings = settingsFor(rule, example)
      const { findings } = lint([{ path, source: example.input }], settings)
      expect(findings.map((finding) => `${place(finding)}: ${finding.message}`)).toEqual(example.findings)
      for (const finding of findings) expect(finding.message).toMatch(/^Unexpected .+[^.]$/)

      const article = parseArticle(path, example.input, settings)
      const before = JSON.stringify(article.tree)
      if (rule.checksFailures === (article.failure !== undefined)) {
        const options = rule.options.parse(example.options ?? {})
        Array.from(rule.check(article, options))
        expect(JSON.stringify(article.tree), 'the tree is only read').toBe(before)
        const bare = JSON.parse(before, (key, value) => (key === 'position' ? undefined : value))
        expect(
          () => Array.from(rule.check(articleOf(path, example.input, bare, settings.house), options)),
          'a tree without positions',
        ).not.toThrow()
      }

      const after = fixArticle({ path, source: example.input }, settings)
      expect(after).toBe(example.fixed ?? example.input)
      if (example.fixed !== undefined) {
        expect(rule.fixable, 'says that it fixes').toBe(true)
        const again = lint([{ path, source: example.fixed }], settings)
        expect(again.findings.filter((finding) => finding.fixable)).toEqual([])
      }
    })
  } else {
    test.each(rule.examples)('$name', (example) => {
      const sources = Object.entries(example.files).map(([path, source]) => ({ path, source }))
      const settings = settingsFor(rule, example)
      const own = (report: Report) => report.findings.filter((finding) => finding.rule === rule.id)
      const history = { changedOn: (path: string) => example.history?.[path] }
      const findings = own(lint(sources, settings, history))
      expect(findings.map((finding) => `${finding.path}:${place(finding)}: ${finding.message}`)).toEqual(
        example.findings,
      )
      for (const finding of findings) expect(finding.message).toMatch(/^Unexpected .+[^.]$/)
      expect(own(lint(sources.reverse(), settings, history)), 'the order of files').toEqual(findings)
    })
  }

  test('has an up-to-date page', async () => {
    await expect(renderRulePage(rule)).toMatchFileSnapshot(`../rules/${id}.md`)
  })
})

test('the list of rules is up to date', async () => {
  await expect(renderRuleIndex(rules.map(({ id }) => id))).toMatchFileSnapshot('../rules/index.ts')
})

test('the catalogue is up to date', async () => {
  await expect(renderCatalogue(rules.map(({ rule }) => rule))).toMatchFileSnapshot('../rules/README.md')
})

test('the list of rules is what the settings use', () => {
  const listed = resolveSettings({}, { today: '2026-11-23' }).rules.map(({ rule }) => rule.id)
  expect(listed).toEqual(rules.map(({ id }) => id))
})

describe('prose for plugins', () => {
  const proseOf = (source: string) => {
    const tree = proseTreeOf(parseArticle('a.md', source))
    const sentences = (tree?.children ?? []).flatMap((node) => (node.type === 'ParagraphNode' ? node.children : []))
    return sentences.flatMap((node) => (node.type === 'SentenceNode' ? [node] : []))
  }
  const slice = (source: string, { position }: Node) => source.slice(position!.start.offset, position!.end.offset)

  test('is cut into the sentences of the text', () => {
    const source =
      '> [!NOTE]\n> It runs in Microsoft 365. `npm ci` comes next, e.g. Now. **Save** it and **stop**.\n\n:::row end:::\n\n- One item\n'
    expect(proseOf(source).map((sentence) => slice(source, sentence))).toEqual([
      'It runs in Microsoft 365.',
      '`npm ci` comes next, e.g. Now.',
      '**Save** it and **stop**.',
      'One item',
    ])
  })

  test('shows words, and hides names, numbers, code and bold', () => {
    const source = "Don't call **Jo Ann** at `x` in the IVR room 12 of sign-in, ever."
    const [sentence] = proseOf(source)
    const ofType = (type: string) =>
      sentence!.children.filter((node) => node.type === type).map((node) => slice(source, node))
    expect(ofType('WordNode')).toEqual(["Don't", 'call', 'at', 'in', 'the', 'room', 'of', 'sign-in', 'ever'])
    expect(ofType('SourceNode')).toEqual(['Jo Ann', '`x`', 'IVR', '12'])
    expect(ofType('PunctuationNode')).toEqual([',', '.'])
    expect(sentence!.children.map((node) => slice(source, node)).join('')).toBe(source.replaceAll('**', ''))
  })

  test('is what a machine wrote neither', () => {
    expect(proseOf(`${'at some.place of the trace '.repeat(60)}\n`)).toEqual([])
  })
})

test('what readability is spared from, it would not find', () => {
  const word = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...'the a of to is it you can add user call plan team number'.split(' ')) },
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        ...'configuration administrator availability authorisation department subscription organisational'.split(' '),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('Settings', 'IVR', '**Save now**', '`code`', "user's", 'sign-in', 'e.g.', 'and/or'),
    },
  )
  const sentence = fc.array(word, { minLength: 12, maxLength: 45 }).map((words) => `It ${words.join(' ')}.`)
  const options = { age: 18, threshold: 0.7, minWords: 20 }
  let found = 0
  fc.assert(
    fc.property(fc.array(sentence, { maxLength: 3 }), (sentences) => {
      const article = parseArticle('a.md', `${sentences.join(' ')}\n`)
      const places = (problems: Iterable<Problem>) => [...problems].map(({ at }) => (at as Node).position)
      const expected = places(retextProblems(article, () => retextReadability, { options: [options] }))
      found += expected.length
      expect(places(readability.check(article, options))).toEqual(expected)
    }),
    { numRuns: 500 },
  )
  expect(found).toBeGreaterThan(50)
})

describe('a rule that shows so many of its problems in one article', () => {
  const rule = defineArticleRule({
    id: 'prose/x',
    description: 'No x.',
    why: 'A test.',
    severity: 'suggestion',
    options: z.strictObject({ atMost: atMost(2) }),
    fixable: true,
    examples: [],
    *check(article) {
      for (const { index } of article.source.matchAll(/x/g)) {
        const at = article.locate(index, index + 1)
        yield {
          at,
          message: 'Unexpected `x`, expected `y`',
          data: { index },
          fix: [{ start: index, end: index + 1, text: 'y' }],
        }
      }
    },
  })
  const settings = (options?: object) => settingsFor(rule, { options })
  const found = (source: string, options?: object) =>
    lint([{ path: 'a.md', source }], settings(options)).findings.map(({ message, data }) => ({ message, data }))
  const message = 'Unexpected `x`, expected `y`'

  test('shows the first of them, and says how many more there are', () => {
    expect(found('x x\n')).toEqual([
      { message, data: { index: 0 } },
      { message, data: { index: 2 } },
    ])
    expect(found('x x x x\n')).toEqual([
      { message, data: { index: 0 } },
      { message: `${message} (and 2 more in this article)`, data: { index: 2, more: 2 } },
    ])
    expect(found('x x x x\n', { atMost: 1 })).toEqual([
      { message: `${message} (and 3 more in this article)`, data: { index: 0, more: 3 } },
    ])
  })

  test('does not count what is suppressed', () => {
    expect(
      found('<!-- deskcheck-disable -->\n\nx x x\n\n<!-- deskcheck-enable -->\n\nx x\n').map((one) => one.message),
    ).toEqual([message, message])
  })

  test('knows a problem again when there are more of them', () => {
    const fingerprints = (source: string) =>
      lint([{ path: 'a.md', source }], settings()).findings.map(({ fingerprint }) => fingerprint)
    expect(fingerprints('x x x x\n')).toEqual(fingerprints('x x\n'))
  })

  test('is fixed everywhere', () => {
    expect(fixArticle({ path: 'a.md', source: 'x x x x\n' }, settings())).toBe('y y y y\n')
  })

  test('does the same as a remark plugin', () => {
    const processor = unified().use(remarkParse).use(remarkStringify).use(rule, { atMost: 1 })
    expect(processor.processSync('x x x\n').messages.map(({ reason }) => reason)).toEqual([
      `${message} (and 2 more in this article)`,
    ])
  })
})

describe('prose in English', () => {
  const isEnglish = (source: string) => englishBlocks(parseArticle('a.md', source)).length > 0

  test.each([
    'Open **Numbers** and switch it off. Callers then hear that the number is paused.',
    'When calls come in at night, nobody answers. This is how you send them to your voicemail.',
    '- Name of the queue\n- Number of agents in it\n- Hours that it is open',
  ])('is told: %s', (source) => expect(isEnglish(source)).toBe(true))

  test.each([
    'Öffnen Sie **Numbers** und schalten Sie die Nummer aus. Anrufer hören dann, dass sie pausiert ist. Klicken Sie auf The Queue.',
    'Ouvrez la page et désactivez le numéro. Les appelants entendent alors un message, et on peut le changer à tout moment.',
    'Abra la página y desactive el número. Quien llama oye un mensaje, que se puede cambiar a cada hora. Has iniciado sesión.',
    'Abra a página e desative o número. Quem liga ouve uma mensagem, que se pode mudar a qualquer hora, como o utilizador quiser.',
    'Open de pagina en zet het nummer uit. Wie belt hoort een bericht, of je kiest een andere wachtrij in de lijst. Dat is alles.',
    'Åbn siden og slå nummeret fra. De, der ringer, hører en besked om at det er sat på pause i to timer, og kan ringe igen.',
    'Otwórz stronę i wyłącz numer. To wszystko: dzwoniący usłyszą wiadomość, a to można zmienić w każdej chwili.',
    'पेज खोलें और नंबर बंद करें। Dashboard में जाकर Save पर क्लिक करें।',
    '番号のページを開いて、オフにします。Save をクリックしてください。',
    'Settings, Numbers, Queues, Billing',
  ])('is told from other languages: %s', (source) => expect(isEnglish(source)).toBe(false))

  test('has phrases, whole words only, in the order of the text', () => {
    const article = parseArticle(
      'a.md',
      'Just open it, and adjust the just-in-time list. You can **just** see that it is just\n> a test of `just` it.\n\nJust Call is the name, and we call it Just. "Just this" and “just that” are what it says.\n',
    )
    const found = [...findPhrases(article, ['just', 'see that'])]
    expect(
      found.map(({ text, block, start, end }) => [text, block.text.slice(start, end), block.at(start, end).start.line]),
    ).toEqual([
      ['Just', 'Just', 1],
      ['see that', 'see that', 1],
      ['just', 'just', 1],
      ['Just', 'Just', 4],
    ])
    expect([...findPhrases(article, [])]).toEqual([])
  })

  test('tells what is quoted', () => {
    const quoted = (text: string) => isQuoted(text, text.indexOf('x'), text.indexOf('x') + 1)
    expect(['"a x b"', '“x”', '"a" “b x”', 'it is 5" or "x"'].map(quoted)).toEqual([true, true, true, false])
    expect(['"a" x "b"', '“a” x', 'x', '5" x', '“a x'].map(quoted)).toEqual([false, false, false, false, false])
  })
})
