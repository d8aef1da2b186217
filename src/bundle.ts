import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { build, type BuildOptions } from 'esbuild'

// Run by `npm run build`: the command and what its threads run, as a few files. Loading sixty of our own, and four hundred
// of the packages under them, takes longer than checking an article.

const root = path.resolve(import.meta.dirname, '..')

const common: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  minifyWhitespace: true,
  minifySyntax: true,
  logLevel: 'warning',
}

/** These find files beside their own, or hold what was compiled for a machine. */
const external = ['jiti', 'satteri', 'tinypool']

/** The packages that `load` may be asked for. */
function loadedLater(): string[] {
  const files = ['src', 'rules'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true }).map((file) => path.join(root, folder, String(file))),
  )
  const names = files
    .filter((file) => file.endsWith('.ts') && file !== path.join(root, 'src/load.ts'))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/\bload<typeof import\('([^']+)'\)>/g)])
    .map(([, name]) => name!)
  return [...new Set(names)].filter((name) => !external.includes(name)).toSorted()
}

/** Whether a package is a module, or made as Node did it before: such a one has no names to import. */
async function isModule(name: string): Promise<boolean> {
  const { metafile } = await build({ ...packages, entryPoints: [name], format: 'esm', write: false, metafile: true })
  const [entry] = Object.values(metafile.outputs).flatMap(({ entryPoint }) => entryPoint ?? [])
  return metafile.inputs[entry!]!.format === 'esm'
}

const packages = { ...common, outdir: 'dist/bin/packages', external }
const modules: string[] = []
const others: string[] = []
for (const name of loadedLater()) ((await isModule(name)) ? modules : others).push(name)
await build({ ...packages, entryPoints: modules, format: 'esm', splitting: true })
await build({ ...packages, entryPoints: others, format: 'cjs', outExtension: { '.js': '.cjs' } })

await build({
  ...common,
  entryPoints: ['src/cli.ts', 'src/node/worker.ts'],
  outdir: 'dist/bin',
  entryNames: '[name]',
  format: 'esm',
  splitting: true,
  external,
  // Some packages under ours ask for others as Node did before it had modules.
  banner: {
    js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
  },
  define: {
    packagesBeside: JSON.stringify(
      Object.fromEntries([
        ...modules.map((name) => [name, `./packages/${name}.js`]),
        ...others.map((name) => [name, `./packages/${name}.cjs`]),
      ]),
    ),
  },
})
