/**
 * The command line: argv to a run, a run to console and exit code. 0 is clean or warnings only, 1 is errors (or
 * warnings under --strict), 2 is wrong usage or configuration. JSON goes to stdout alone; all else goes to stderr.
 */
import path from 'node:path'
import { Command, CommanderError } from 'commander'
import type { VFileMessage } from 'vfile-message'
import { addBibliography } from './cli-bibliography.ts'
import { addInspect } from './cli-inspect.ts'
import { addOptions, type Console, configure, type Options, sayMessages } from './cli-options.ts'
import { addTheme } from './cli-theme.ts'
import { addVerify } from './cli-verify.ts'
import type { Config } from './contract/config.ts'
import type { Edition } from './contract/edition.ts'
import { ConfigError } from './diagnostics/config-error.ts'
import { countByRule, hasFailed } from './diagnostics/count-by-rule.ts'
import { describeMessages } from './diagnostics/report-messages.ts'
import { describeSources, reportSources } from './diagnostics/report-sources.ts'
import { createProgress } from './diagnostics/show-progress.ts'
import { build, check } from './run.ts'

const processConsole: Console = {
  out: text => process.stdout.write(text),
  error: text => process.stderr.write(text),
  environment: process.env,
  cwd: process.cwd(),
  interactive: process.stderr.isTTY === true,
}

/** Runs one command line (without node and script) and gives its exit code. Never throws. */
export async function runCli(argv: readonly string[], world: Console = processConsole): Promise<number> {
  let exitCode = 0
  const program = createProgram(world, code => {
    exitCode = code
  })
  try {
    await program.parseAsync(argv, { from: 'user' })
    return exitCode
  } catch (error) {
    return reportFailure(error, argv, world)
  }
}

function createProgram(world: Console, end: (exitCode: number) => void): Command {
  const program = new Command('briefwright')
    .description(
      'Turns a folder of source documents into thematic briefs in which every sentence leads back to its source.',
    )
    .configureOutput({ writeOut: world.out, writeErr: world.error })
    .exitOverride()
    .showHelpAfterError('Run with --help for usage.')
    .addHelpText('after', examples)
  addOptions(program.command('build').description('build every brief and publish to out/')).action(
    async (options: Options) => end(await runEdition(build, options, world)),
  )
  addOptions(program.command('check').description('everything but rendering: read, select, extract, compose, report'))
    .option('--check-links', 'ask the addresses of works on the web too; answers are kept for a week')
    .addHelpText('after', checkExamples)
    .action(async (options: Options) => {
      const run: typeof build = (config, progress) => check(config, progress, { links: options.checkLinks === true })
      end(await runEdition(run, options, world))
    })
  addInspect(program, world, end)
  addBibliography(program, world, end)
  addTheme(program, world, end)
  addVerify(program, world, end)
  return program
}

const checkExamples = `
Examples:
  briefwright check                                  messages, and how well sources and briefs hold up
  briefwright check --json | jq .sources             the same numbers as JSON
  briefwright check --check-links --verbose          which addresses are dead, have moved, or could not be checked
`

const examples = `
Examples:
  npm run build:reports                              nine briefs into out/
  npm run build:reports -- --theme china --jobs 1    one theme, one page at a time
  npm run briefwright -- check --strict              fail on warnings too
  npm run briefwright -- check --check-links         ask whether the addresses of works are alive
  npm run --silent briefwright -- inspect uses "harbour towns" | jq .briefs
  npm run --silent briefwright -- bibliography --format biblatex > works.bib
  npm run --silent briefwright -- inspect passages --theme fez | jq length
  npm run --silent briefwright -- theme suggest turkey
`

async function runEdition(run: typeof build, options: Options, world: Console): Promise<number> {
  const started = performance.now()
  const config = await configure(options, world)
  const quiet = options.quiet === true
  const progress = createProgress({ write: world.error, interactive: world.interactive, quiet })
  const { value, messages } = await run(config, progress)
  const seconds = (performance.now() - started) / 1000
  const failed = hasFailed(messages, config)
  sayMessages(messages, config, options, world)
  if (!quiet && run !== build) world.error(`\n${reportSources(value.sources, value.briefs, value.links)}`)
  if (!quiet) world.error(summarise(value, messages, config, seconds))
  if (failed && run === build)
    world.error(`Nothing was published: ${path.relative(world.cwd, config.folders.out) || 'out'} is as it was.\n`)
  if (options.json) world.out(`${JSON.stringify(describeRun(value, messages, config, failed), undefined, 2)}\n`)
  return failed ? 1 : 0
}

function summarise(edition: Edition, messages: readonly VFileMessage[], config: Config, seconds: number): string {
  const pages = edition.artifacts.reduce((sum, artifact) => sum + (artifact.pages ?? 0), 0)
  const counts = countByRule(messages, config.rules).map(
    ({ rule, severity, count }) => `${severity} ${rule} × ${count}`,
  )
  const lines = [
    `${edition.briefs.length} briefs${pages > 0 ? `, ${pages} PDF pages` : ''}, ${seconds.toFixed(2)} s`,
    counts.length > 0 ? `Messages: ${counts.join(', ')}` : 'No messages',
    ...(edition.published
      ? [`Open ${path.join(path.relative(config.root, config.folders.out) || config.folders.out, 'index.html')}`]
      : []),
  ]
  return `\n${lines.join('\n')}\n`
}

function describeRun(edition: Edition, messages: readonly VFileMessage[], config: Config, failed: boolean) {
  return {
    ok: !failed,
    published: edition.published,
    briefs: edition.briefs.map(({ id, title, counts }) => ({ id, title, counts })),
    files: edition.artifacts.map(({ path: file, bytes, sha256, pages }) => ({
      path: file,
      bytes: bytes.length,
      sha256,
      pages,
    })),
    sources: describeSources(edition.sources, edition.briefs, edition.links),
    rules: countByRule(messages, config.rules),
    messages: describeMessages(messages, config.rules),
  }
}

function reportFailure(error: unknown, argv: readonly string[], world: Console): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof ConfigError) {
    world.error(`\nerror ${error.code}  ${error.message}\n`)
    if (error.place) world.error(`  at ${error.place}\n`)
    if (error.remedy) world.error(`  → ${error.remedy}\n`)
    const { code, message: reason, place = null, remedy = null } = error
    if (argv.includes('--json'))
      world.out(`${JSON.stringify({ ok: false, error: { code, reason, place, remedy } }, undefined, 2)}\n`)
    if (world.environment.GITHUB_ACTIONS === 'true') world.error(`::error title=${code}::${reason}\n`)
    return 2
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  world.error(
    `\nerror internal  ${message}\n  → This is a fault of Briefwright itself; DEBUG=briefwright shows where.\n`,
  )
  if (world.environment.DEBUG?.includes('briefwright')) world.error(`${stack}\n`)
  return 1
}
