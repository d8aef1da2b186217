import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
// @ts-expect-error It is run by GitHub as it is, and has no types.
import * as told from '../.github/actions/deskcheck/tell.mjs'

interface Thing {
  id: number
  number: number
  body: string
  title?: string
  state?: string
  pull_request?: object
  user?: { type: string }
}

type Given = Record<string, unknown>

const { tellPullRequest, tellFreshness } = told as Record<
  'tellPullRequest' | 'tellFreshness',
  (given: Given, text: string, name?: string) => Promise<void>
>

/** As much of GitHub as the action asks. @param status of a run that may not write */
function fakeGitHub(things: Thing[], status?: number) {
  const log: string[] = []
  const refuse = () => {
    if (status !== undefined) throw Object.assign(new Error('no'), { status })
  }
  const add = (what: string) => async (given: Partial<Thing>) => {
    refuse()
    log.push(`create ${what}`)
    things.push({ id: things.length + 1, number: things.length + 1, body: '', user: { type: 'Bot' }, ...given })
  }
  const change =
    (what: string) =>
    async ({ comment_id, issue_number, ...rest }: Record<string, unknown>) => {
      log.push(`update ${what}`)
      Object.assign(
        things.find(({ id, number }) => id === comment_id || number === issue_number)!,
        rest,
      )
    }
  const issues = {
    listComments: {},
    listForRepo: {},
    createComment: add('comment'),
    updateComment: change('comment'),
    create: add('issue'),
    update: change('issue'),
  }
  const given = {
    github: { rest: { issues }, paginate: async () => things.filter(({ state }) => state !== 'closed') },
    context: { repo: { owner: 'o', repo: 'r' }, payload: { pull_request: { number: 7 } } as object },
    core: { info: (text: string) => void log.push(text) },
  }
  return { given, log, things }
}

describe('the comment on a pull request', () => {
  test('is made once and changed from then on, only where something has changed', async () => {
    const { given, log, things } = fakeGitHub([{ id: 9, number: 9, body: 'Nice!' }])
    await tellPullRequest(given, '# One\n')
    await tellPullRequest(given, '# One\n')
    await tellPullRequest(given, '# Two\n')
    expect(log).toEqual(['create comment', 'update comment'])
    expect(things.map(({ body }) => body)).toEqual(['Nice!', '<!-- deskcheck comment -->\n# Two\n'])
  })

  test('is that of its own name, and no stranger’s', async () => {
    const { given, log, things } = fakeGitHub([
      { id: 9, number: 9, body: '<!-- deskcheck comment -->\nHa!', user: { type: 'User' } },
    ])
    await tellPullRequest(given, 'one')
    await tellPullRequest(given, 'two', 'german')
    await tellPullRequest(given, 'three', 'german')
    expect(log).toEqual(['create comment', 'create comment', 'update comment'])
    expect(things.map(({ body }) => body.split('\n')[1])).toEqual(['Ha!', 'one', 'three'])
  })

  test('is left out where nobody may write, or there is no pull request', async () => {
    const fork = fakeGitHub([], 403)
    await tellPullRequest(fork.given, 'x')
    expect(fork.log).toEqual(['No comment: this run may not write to the pull request.'])
    await expect(tellPullRequest(fakeGitHub([], 500).given, 'x')).rejects.toThrow('no')
    const push = fakeGitHub([])
    await tellPullRequest({ ...push.given, context: { payload: {} } }, 'x')
    expect(push.things).toEqual([])
  })
})

describe('the issue about freshness', () => {
  const queue = (number: number) =>
    `# Articles to review\n\n${number.toLocaleString('en')} articles with evidence on 2026-11-23, the strongest first.\n${Array.from({ length: number }, (_, index) => `\n## ${index + 1}. Article\n\n${'Because. '.repeat(20)}\n`).join('')}`

  test('is opened, changed, and closed when all is done', async () => {
    const { given, log, things } = fakeGitHub([])
    await tellFreshness(given, queue(0))
    await tellFreshness(given, queue(3))
    await tellFreshness(given, queue(2))
    expect(things[0]).toMatchObject({ title: 'Articles to review: 2' })
    await tellFreshness(given, queue(0))
    expect(log).toEqual(['create issue', 'update issue', 'update issue'])
    expect(things[0]!.state).toBe('closed')
  })

  test('has as much as fits, and says how much more there is', async () => {
    const { given, things } = fakeGitHub([])
    await tellFreshness(given, queue(2000))
    const [{ body, title }] = things as [Thing]
    expect(title).toBe('Articles to review: 2,000')
    expect(body.length).toBeLessThan(65_536)
    const shown = body.match(/^## /gm)!.length
    expect(body).toContain(`… and ${2000 - shown} more`)
  })
})

test('the action and the workflows can be read, and use only what the action offers', () => {
  const read = (file: string) => parse(readFileSync(new URL(`../.github/${file}`, import.meta.url), 'utf8')) as Given
  const { inputs, runs } = read('actions/deskcheck/action.yml') as { inputs: Given; runs: { steps: Given[] } }
  const { jobs } = read('workflows/content.yml') as {
    jobs: Record<string, { steps: { uses?: string; with?: Given }[] }>
  }
  for (const { steps } of Object.values(jobs))
    for (const { uses, with: given = {} } of steps)
      if (uses === './.github/actions/deskcheck')
        for (const name of Object.keys(given)) expect(inputs).toHaveProperty(name)
  const asked = [...JSON.stringify(runs).matchAll(/inputs\.([a-z]+)/g)].map(([, name]) => name)
  expect([...new Set(asked)].sort()).toEqual(Object.keys(inputs).sort())
})
