import type { Node } from 'mdast'
import * as z from 'zod'
import { defineArticleRule, type Article } from '../../src/rule/rule.ts'

const fileName = /^[^\s/]{1,100}\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?|heic)$/i
const saysNothing =
  /^(?:(?:an? |the )?(?:image|img|pic|picture|photo|screen ?shot|screen ?grab|screen|graphic|figure|fig|alt|alt ?text|image ?alt|untitled|inserting image)[\s_.#:-]{0,3}\d{0,12}|\d{1,12}|(?:img|dsc|screenshot|image)[\s_-]?[\d_-]{1,30})$/i

export default defineArticleRule({
  id: 'links/image-text',
  description: 'The text of a picture says what the picture shows.',
  why: 'A screen reader reads it out in place of the picture, and everybody sees it where the picture does not load.',
  severity: 'warning',
  options: z.strictObject({}),
  examples: [
    {
      name: 'What it shows',
      input:
        '![The switch Pause at the top of the page Numbers](img/pause.png)\n\nClick ![Image settings](gear.png) at the top.\n',
      findings: [],
    },
    {
      name: 'Nothing, a file name, a word for any picture',
      input:
        '![](img/pause.png)\n\n![pause_2.png](img/pause_2.png)\n\n1. Open it.\n\n   ![Screenshot 3](img/open.png)\n',
      findings: [
        '1:1-1:19: Unexpected picture without a text, expected what it shows, describe it',
        '3:1-3:32: Unexpected file name `pause_2.png` as the text of a picture, expected what it shows, describe it',
        '7:4-7:33: Unexpected text `Screenshot 3` of a picture, expected what it shows, describe it',
      ],
    },
    {
      name: 'Beside a text that says the same, a picture needs none',
      input: '[![](phone.png) Call us](call.md)\n\n![](new.png) **New:** numbers can be paused.\n',
      findings: [],
    },
    {
      name: 'A table that names what it shows',
      input: '| kind | looks so |\n| --- | --- |\n| **Image** | ![Image](image-node.png) |\n',
      findings: [],
    },
    { name: 'Code', input: '`![](img/pause.png)`\n', findings: [] },
  ],
  *check(article) {
    const { images } = article.links
    if (images.length === 0) return
    for (const node of images) {
      const text = (node.alt ?? '').trim()
      const problem = problemOf(text)
      if (problem === undefined || (text === '' ? standsInText(node, article) : standsInRow(node, article))) continue
      yield { at: node, message: `Unexpected ${problem}, expected what it shows, describe it` }
    }
  },
})

function problemOf(text: string): string | undefined {
  if (text === '') return 'picture without a text'
  if (fileName.test(text)) return `file name \`${text}\` as the text of a picture`
  return saysNothing.test(text) ? `text \`${text}\` of a picture` : undefined
}

/** Whether a picture stands in a row of a table: the cell beside it says what it is, and `Image` may be its name. */
function standsInRow(picture: Node, { source }: Article): boolean {
  const at = picture.position?.start.offset ?? 0
  return source
    .slice(source.lastIndexOf('\n', at - 1) + 1, at)
    .trimStart()
    .startsWith('|')
}

/** Whether a picture stands in a block with words, where it may be there for the eye alone. */
function standsInText(picture: Node, { blocks }: Article): boolean {
  const at = picture.position?.start.offset
  return (
    at === undefined ||
    blocks.some(({ node: { position } }) => (position?.start.offset ?? 0) <= at && at < (position?.end.offset ?? 0))
  )
}
