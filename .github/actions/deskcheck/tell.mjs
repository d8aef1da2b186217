// What the action tells on GitHub: one comment on a pull request, one issue about freshness. Each is found again by a mark in
// its text, and is changed and not repeated.

/** A comment or an issue takes 65,536 characters. */
const most = 65_000

/**
 * Comments on a pull request, or changes the comment that was there.
 *
 * @param given what `actions/github-script` has: `github`, `context`, `core`
 * @param text the report as Markdown
 * @param name sets apart the comments of several runs in one pull request
 */
export async function tellPullRequest({ github, context, core }, text, name = '') {
  const number = context.payload.pull_request?.number
  if (number === undefined) return
  const mark = markOf('comment', name)
  const body = fitting(`${mark}\n${text}`)
  try {
    const comments = await github.paginate(github.rest.issues.listComments, {
      ...context.repo,
      issue_number: number,
      per_page: 100,
    })
    const before = comments.find((comment) => comment.body?.startsWith(mark) && isOurs(comment))
    if (!before) await github.rest.issues.createComment({ ...context.repo, issue_number: number, body })
    else if (before.body !== body)
      await github.rest.issues.updateComment({ ...context.repo, comment_id: before.id, body })
  } catch (error) {
    // From a fork, nobody may comment: the summary has the same.
    if (error.status !== 403) throw error
    core.info('No comment: this run may not write to the pull request.')
  }
}

/**
 * Opens the issue about freshness, or changes the one that is open; where nothing wants a review any more, it is closed.
 *
 * @param text `freshness.md` as `deskcheck report` writes it
 * @param name sets apart the issues of several help centres
 */
export async function tellFreshness({ github, context }, text, name = '') {
  const mark = markOf('freshness', name)
  const open = await github.paginate(github.rest.issues.listForRepo, { ...context.repo, state: 'open', per_page: 100 })
  const before = open.find((issue) => issue.body?.startsWith(mark) && !issue.pull_request && isOurs(issue))
  const number = /^\d[\d,]*/m.exec(text)?.[0] ?? '0'
  const title = `Articles to review: ${number}`
  const body = fitting(`${mark}\n${text}`)
  if (number === '0') {
    if (before)
      await github.rest.issues.update({ ...context.repo, issue_number: before.number, title, body, state: 'closed' })
  } else if (before) await github.rest.issues.update({ ...context.repo, issue_number: before.number, title, body })
  else await github.rest.issues.create({ ...context.repo, title, body })
}

/** Whoever else begins with the mark is left alone. */
const isOurs = ({ user }) => user?.type === 'Bot'

const markOf = (kind, name) => `<!-- deskcheck ${kind}${name === '' ? '' : ` ${name}`} -->`

/** Whole sections as far as they fit, and how many there are besides. */
function fitting(text) {
  if (text.length <= most) return text
  const sections = text.split(/\n(?=## )/)
  let kept = sections[0].slice(0, most)
  let shown = 1
  while (shown < sections.length && kept.length + sections[shown].length < most - 200) kept += `\n${sections[shown++]}`
  return `${kept}\n\n… and ${sections.length - shown} more: see the report in the artifacts of the run.\n`
}
