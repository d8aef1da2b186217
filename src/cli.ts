#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8'
import { Command, CommanderError } from 'commander'
import type { Machine } from './commands/gather.ts'
import { progressOn } from './commands/progress.ts'
import { UserError } from './errors.ts'
import { load } from './load.ts'
import { version } from './version.ts'

// A run is over in seconds: compiling what is a little warm, in every thread, takes longer than it gains. Later versions of
// Node do not know the flag.
if (/^20\./.test(process.versions.node)) setFlagsFromString('--interrupt-budget=1000000')

const isPlain = Boolean(process.env.CI) || process.env.TERM === 'dumb'
const progress = process.stderr.isTTY && !isPlain ? progressOn(process.stderr) : undefined

const machine: Machine = {
  cwd: process.cwd(),
  color: process.stdout.isTTY === true && !process.env.NO_COLOR && !isPlain,
  links: () =>
    load<typeof import('supports-hyperlinks')>('supports-hyperlinks').createSupportsHyperlinks(process.stdout),
  out: (text) => {
    progress?.clear()
    process.stdout.write(text)
  },
  err: (text) => {
    progress?.clear()
    process.stderr.write(text)
  },
  ...(progress ? { progress } : {}),
}

const each = (value: string, before: string[] | undefined): string[] => [...(before ?? []), value]

/** Options of every command that checks articles. */
function checking(command: Command): Command {
  return settling(command)
    .option('--today <day>', 'the day that freshness is judged on, YYYY-MM-DD, else today')
    .option('--threads <n>', 'threads to work in, else as many as there is a gain from')
    .option('--parser <name>', 'what reads Markdown: auto, native or remark; what is found is the same')
    .option('--no-cache', 'check every article anew, and remember nothing')
    .option('--no-history', 'do not ask git when articles were last changed')
    .option('--cache-dir <dir>', 'folder to remember checked articles in, else node_modules/.cache/deskcheck')
}

/** Options of every command that settles how strictly articles are checked. */
function settling(command: Command): Command {
  return command
    .option('--config <file>', 'config file, else the nearest deskcheck.config.{ts,js,json} upwards')
    .option('--rule <id=level>', 'override a rule or `group/*`: off, error, warning, suggestion; repeatable', each)
    .option('--baseline <file>', 'findings in this file are known and do not fail the run')
    .option('--no-baseline', 'use no baseline, even if the config names one')
    .option('--timing', 'where the time goes, on stderr')
}

/** Options of every command that ends in one report. */
function reporting(command: Command): Command {
  return command
    .option(
      '--format <name>',
      'pretty (when nothing is said), json, sarif, junit, github, gitlab, markdown, html or csv',
    )
    .option('--output <file>', 'write the report there and not to stdout')
    .option('--report <name:file>', 'write one more report; repeatable', each)
    .option(
      '--source <address>',
      'where a page links to, such as https://example.com/blob/main/{path}#L{line}, else as in the config',
    )
    .option('--update-baseline', 'write all findings to the baseline')
    .option('--max-warnings <n>', 'fail above so many new warnings')
    .option('--quiet', 'show errors only')
}

function build(finish: (code: number) => void): Command {
  const program = new Command('deskcheck')
    .description('A linter for help centres: structure, duplicates and freshness of support articles in Markdown.')
    .version(version)
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureOutput({ writeErr: () => {} })

  reporting(checking(program.command('lint', { isDefault: true })))
    .description('check articles; with no path, the `content` of the config')
    .argument('[paths...]', 'files, folders or globs')
    .option('--fix', 'apply safe fixes')
    .option('--fix-dry-run', 'print safe fixes as a unified diff and change nothing')
    .option('--since <ref>', 'compare everything, and report only what touches an article changed since then, by git')
    .option('--shard <i/n>', 'check one part of the articles in one job of several, for `deskcheck merge`')
    .action(async (paths, options) => finish(await (await import('./commands/lint.ts')).lint(paths, options, machine)))

  reporting(settling(program.command('merge')))
    .description('what one run would have found, from the parts that `lint --shard` wrote')
    .argument('<files...>', 'one file of each part')
    .action(async (files, options) =>
      finish(await (await import('./commands/merge.ts')).merge(files, options, machine)),
    )

  checking(program.command('report'))
    .description("write the editors' reports, and print what was found")
    .argument('[paths...]', 'files, folders or globs')
    .option('--out <dir>', 'folder for the reports', 'reports/latest')
    .option(
      '--format <name>',
      'what is printed: pretty (when nothing is said), csv for the queue, or another format of `lint`',
    )
    .option(
      '--source <address>',
      'where the page links to, such as https://example.com/blob/main/{path}#L{line}, else as in the config',
    )
    .option('--readers <file>', 'CSV with the readers of articles, such as `path,views`: more readers, earlier review')
    .action(async (paths, options) =>
      finish(await (await import('./commands/report.ts')).report(paths, options, machine)),
    )

  program
    .command('compare')
    .description('two articles side by side: what they share, where they disagree')
    .argument('<a>', 'an article')
    .argument('<b>', 'another one')
    .option('--format <name>', 'pretty, html or json, else as the name of the output tells')
    .option('--output <file>', 'write it there and not to stdout')
    .option('--config <file>', 'config file, else the nearest deskcheck.config.{ts,js,json} upwards')
    .action(async (a, b, options) =>
      finish(await (await import('./commands/compare.ts')).compare(a, b, options, machine)),
    )

  checking(program.command('similar'))
    .description('the articles nearest to a draft, before it is published')
    .argument('<draft>', 'the draft')
    .argument('[paths...]', 'files, folders or globs to look in, else the `content` of the config')
    .option('--format <name>', 'pretty or json')
    .option('--limit <n>', 'how many', '5')
    .action(async (draft, paths, options) =>
      finish(await (await import('./commands/similar.ts')).similar(draft, paths, options, machine)),
    )

  checking(program.command('settle'))
    .description('list the conflicts that are open, or record which side of one is right')
    .argument('[place]', 'where a conflict is, such as `content/a.md:7`')
    .option('--keep <side>', 'the side that is right: 1, 2, or what it says')
    .option('--scope <text>', 'what it holds for, such as a plan')
    .option('--by <name>', 'who has decided it')
    .action(async (place, options) =>
      finish(await (await import('./commands/settle.ts')).settleFact(place, options, machine)),
    )

  settling(program.command('verify'))
    .description('record that articles were checked today')
    .argument('<articles...>', 'the articles')
    .option('--by <name>', 'who has checked them')
    .option('--today <day>', 'the day that is recorded, YYYY-MM-DD, else today')
    .option('--force', 'also where an article has errors')
    .action(async (articles, options) =>
      finish(await (await import('./commands/verify.ts')).verify(articles, options, machine)),
    )

  program
    .command('import')
    .description("bring a help centre's articles in as Markdown")
    .argument('<source>', 'file to import')
    .requiredOption('--from <format>', 'what the source is: listing')
    .requiredOption('--out <dir>', 'folder for the articles')
    .option('--separator <text>', 'text that ends each article, where it is not a badge such as `Few readers`')
    .option('--overwrite', 'replace articles that were changed since they were imported')
    .action(async (source, options) =>
      finish(await (await import('./commands/import.ts')).importArticles(source, options, machine)),
    )

  program
    .command('init')
    .description('a config file for these articles, from how they are built')
    .argument('[folders...]', 'folders of articles, else the whole working directory')
    .action(async (folders) => finish((await import('./commands/init.ts')).init(folders, machine)))

  program
    .command('new')
    .description('a new article, with the sections that articles of its type have')
    .argument('<question>', 'the question that it answers: its title')
    .option(
      '--type <type>',
      'how-to, integration, troubleshooting, concept, reference, policy or announcement, else as the question tells',
    )
    .option('--like <article>', 'a good article to take type, sections and labels from')
    .option('--out <dir>', 'folder for it, else the first of `content` in the config')
    .option('--config <file>', 'config file, else the nearest deskcheck.config.{ts,js,json} upwards')
    .action(async (question, options) =>
      finish(await (await import('./commands/new.ts')).newArticle(question, options, machine)),
    )

  program
    .command('rules')
    .description('every rule with its severity and whether it fixes')
    .action(async (options) => finish((await import('./commands/rules.ts')).rules(options, machine)))

  program
    .command('explain')
    .description('what a rule asks, why, examples, and its options; or how an article is read')
    .argument('<rule>', 'as in `structure/quick-answer`, or the file of an article')
    .option('--config <file>', 'config file, else the nearest deskcheck.config.{ts,js,json} upwards')
    .action(async (rule, options) =>
      finish(await (await import('./commands/explain.ts')).explain(rule, options, machine)),
    )

  return program
}

/** Runs the program; whatever the user can mend is one message and exit code 2. */
async function main(): Promise<void> {
  try {
    await build((code) => void (process.exitCode = code)).parseAsync()
  } catch (error) {
    if (error instanceof CommanderError) {
      // Help and version end here too, with nothing gone wrong.
      if (error.exitCode === 0) return
      const because = error.message.replace(/^error: /, '').replaceAll("'", '`')
      report(
        new UserError('Cannot read the command line', {
          because,
          hint: 'See `deskcheck --help`, or `deskcheck COMMAND --help`.',
        }),
      )
    } else if (error instanceof UserError) {
      report(error)
    } else {
      throw error
    }
  } finally {
    progress?.clear()
  }
}

function report(error: UserError): void {
  machine.err(`${error.message}\n`)
  process.exitCode = 2
}

// A reader that closes the pipe early, as `head` does, has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit()
  report(new UserError('Cannot write to the standard output', { because: error.message }))
  process.exit()
})

await main()
