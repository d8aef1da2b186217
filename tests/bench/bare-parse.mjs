// Reads and parses every article of the working directory and does nothing else: what no linter in JavaScript can be
// faster than. `node bare-parse.mjs remark|satteri` prints the paths of what it parsed.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const parsers = {
  async remark() {
    const { unified } = await import('unified')
    const plugins = ['remark-parse', 'remark-gfm', 'remark-frontmatter'].map(
      async (name) => (await import(name)).default,
    )
    const processor = unified()
      .use(await Promise.all(plugins))
      .freeze()
    return (source) => processor.parse(source)
  },
  async satteri() {
    const { markdownToMdast } = await import('satteri')
    return (source) => markdownToMdast(source, { features: { gfm: true, frontmatter: true } })
  },
}

const parse = await parsers[process.argv[2]]()
const parsed = []
for (const entry of readdirSync('.', { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !entry.name.endsWith('.md')) continue
  const file = path.join(entry.parentPath ?? entry.path, entry.name)
  if (parse(readFileSync(file, 'utf8')).type === 'root') parsed.push(file)
}
process.stdout.write(`${parsed.join('\n')}\n`)
