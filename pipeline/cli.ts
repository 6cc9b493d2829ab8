/**
 * The command line: argv to a run, a run to console and exit code. 0 is clean or warnings only, 1 is errors (or
 * warnings under --strict), 2 is wrong usage or configuration. JSON goes to stdout alone; all else goes to stderr.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import type { VFileMessage } from 'vfile-message'
import { loadConfig, type Overrides } from './config.ts'
import type { Config } from './contract/config.ts'
import { ConfigError } from './diagnostics/config-error.ts'
import { countByRule, hasFailed, severityOf } from './diagnostics/count-by-rule.ts'
import { annotateMessages, reportMessages } from './diagnostics/report-messages.ts'
import { createProgress } from './diagnostics/show-progress.ts'
import { describeBibliography, describeEvidence, describePassages, describeTree } from './inspect.ts'
import { readSeedFile, readSeeds } from './read-seeds/index.ts'
import { analyse, build, check, type Edition, parse } from './run.ts'

/** The world outside, so that a test can stand in for it. */
export interface Console {
  readonly out: (text: string) => void
  readonly error: (text: string) => void
  readonly environment: NodeJS.ProcessEnv
  readonly cwd: string
  readonly interactive: boolean
}

const processConsole: Console = {
  out: text => process.stdout.write(text),
  error: text => process.stderr.write(text),
  environment: process.env,
  cwd: process.cwd(),
  interactive: process.stderr.isTTY === true,
}

interface Options extends Overrides {
  readonly project?: string
  readonly theme?: readonly string[]
  readonly audience?: readonly string[]
  readonly format?: readonly ('html' | 'pdf')[]
  readonly quiet?: boolean
  readonly json?: boolean
  readonly verbose?: boolean
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
    return reportFailure(error, world)
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
  withOptions(program.command('build').description('build every brief and publish to out/'))
    .addOption(new Option('--format <format...>', 'formats of the briefs').choices(['html', 'pdf']))
    .option('--out <folder>', 'publish to another folder')
    .option('--jobs <n>', 'pages printed at the same time', readCount)
    .option('--no-cache', 'print every PDF anew')
    .action(async (options: Options) => end(await runEdition(build, options, world)))
  withOptions(
    program.command('check').description('everything but rendering: read, select, extract, compose, report'),
  ).action(async (options: Options) => end(await runEdition(check, options, world)))
  addInspect(program, world, end)
  return program
}

const examples = `
Examples:
  npm run build:reports                              nine briefs into out/
  npm run build:reports -- --theme china --jobs 1    one theme, one page at a time
  npm run briefwright -- check --strict              fail on warnings too
  npm run --silent briefwright -- inspect passages --theme fez | jq length
`

function withOptions(command: Command): Command {
  return command
    .option('--theme <id...>', 'only these themes')
    .option('--audience <id...>', 'only these audiences')
    .option('--strict', 'treat warnings as errors')
    .option('--quiet', 'say only what is wrong')
    .option('--verbose', 'list infos too')
    .option('--json', 'print a summary with all messages as JSON on stdout')
    .addOption(new Option('--project <folder>', 'project folder').default(undefined, 'the current one'))
}

function readCount(text: string): number {
  if (!/^[1-9]\d{0,2}$/u.test(text)) throw new InvalidArgumentError('It must be a whole number from 1 to 999.')
  return Number(text)
}

async function configure(options: Options, world: Console): Promise<Config> {
  const { theme, audience, format, out, jobs, cache, strict } = options
  const overrides: Overrides = {
    ...(theme ? { themes: theme } : {}),
    ...(audience ? { audiences: audience } : {}),
    ...(format ? { formats: format } : {}),
    ...(out ? { out } : {}),
    ...(jobs ? { jobs } : {}),
    ...(cache === undefined ? {} : { cache }),
    ...(strict ? { strict } : {}),
  }
  return loadConfig(path.resolve(world.cwd, options.project ?? '.'), overrides, world.environment)
}

async function runEdition(run: typeof build, options: Options, world: Console): Promise<number> {
  const started = performance.now()
  const config = await configure(options, world)
  const quiet = options.quiet === true
  const progress = createProgress({ write: world.error, interactive: world.interactive, quiet })
  const { value, messages } = await run(config, progress)
  const seconds = (performance.now() - started) / 1000
  const failed = hasFailed(messages, config)
  sayMessages(messages, config, options, world)
  if (!quiet) world.error(summarise(value, messages, config, seconds))
  if (failed && run === build)
    world.error(`Nothing was published: ${path.relative(world.cwd, config.folders.out) || 'out'} is as it was.\n`)
  if (options.json) world.out(`${JSON.stringify(describeRun(value, messages, config, failed), undefined, 2)}\n`)
  return failed ? 1 : 0
}

function sayMessages(messages: readonly VFileMessage[], config: Config, options: Options, world: Console): void {
  const text = reportMessages(messages, config.rules, { all: options.verbose === true, colour: world.interactive })
  if (text !== '' && (!options.quiet || hasFailed(messages, config))) world.error(`\n${text}`)
  if (world.environment.GITHUB_ACTIONS === 'true') world.error(annotateMessages(messages, config.rules))
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
    rules: countByRule(messages, config.rules),
    messages: messages.map(({ file, line, column, ruleId, reason, note }) => ({
      file,
      line: line ?? null,
      column: column ?? null,
      rule: ruleId,
      severity: severityOf(ruleId, config.rules),
      reason,
      help: note,
    })),
  }
}

function addInspect(program: Command, world: Console, end: (exitCode: number) => void): void {
  const inspect = program.command('inspect').description('print what a stage made, as JSON on stdout')
  const add = (name: string, description: string) =>
    inspect
      .command(name)
      .description(description)
      .addOption(new Option('--project <folder>', 'project folder').default(undefined, 'the current one'))
      .option('--quiet', 'say only what is wrong')
  const run = async (
    options: Options,
    file: string | undefined,
    look: (config: Config, seeds: Awaited<ReturnType<typeof readSeeds>>) => Promise<Looked>,
  ) => {
    const config = await configure(options, world)
    const seeds =
      file === undefined ? await readSeeds(undefined, config) : await readSeedFile(findFile(file, world), config)
    const { json, messages } = await look(config, seeds)
    sayMessages(messages, config, options, world)
    const failed = hasFailed(messages, config)
    if (!(failed && file !== undefined && seeds.value.length === 0))
      world.out(`${JSON.stringify(json, undefined, 2)}\n`)
    end(failed ? 1 : 0)
  }
  const analysed = async (config: Config, seeds: Awaited<ReturnType<typeof readSeeds>>) => analyse(seeds, config)

  add('ast <file>', 'the mdast of one seed, wherever it lies').action((file: string, options: Options) =>
    run(options, file, async (config, seeds) => {
      const { value, messages } = parse(seeds, config)
      return { json: value[0] && describeTree(value[0].tree), messages }
    }),
  )
  add('bibliography [file]', 'works and citations of all seeds, or of one file').action(
    (file: string | undefined, options: Options) =>
      run(options, file, async (config, seeds) => {
        const { value, messages } = await analysed(config, seeds)
        return { json: describeBibliography(value), messages }
      }),
  )
  add('passages [file]', 'the passages of themes, with scores and reasons')
    .option('--theme <id...>', 'only these themes')
    .action((file: string | undefined, options: Options) =>
      run(options, file, async (config, seeds) => {
        const { value, messages } = await analysed(config, seeds)
        return { json: describePassages(value.passages), messages }
      }),
    )
  add('evidence [file]', 'figures, events and quotations')
    .option('--theme <id...>', 'only what stands in sentences of these themes')
    .action((file: string | undefined, options: Options) =>
      run(options, file, async (config, seeds) => {
        const { value, messages } = await analysed(config, seeds)
        return {
          json: describeEvidence(value.evidence, value.documents, options.theme ? value.passages : undefined),
          messages,
        }
      }),
    )
  add('brief', 'the view model that templates are filled with')
    .requiredOption('--theme <id>', 'the theme', only)
    .requiredOption('--audience <id>', 'the audience', only)
    .action((options: Options) =>
      run(options, undefined, async config => {
        const { value, messages } = await check(config)
        return { json: value.briefs[0], messages }
      }),
    )
}

interface Looked {
  readonly json: unknown
  readonly messages: readonly VFileMessage[]
}

function only(id: string): readonly string[] {
  return [id]
}

/** A file as the user named it: npm runs in the project folder, and says where the user was. */
function findFile(file: string, world: Console): string {
  const candidates = [world.environment.INIT_CWD, world.cwd].flatMap(folder =>
    folder ? [path.resolve(folder, file)] : [],
  )
  return candidates.find(candidate => existsSync(candidate)) ?? path.resolve(world.cwd, file)
}

function reportFailure(error: unknown, world: Console): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof ConfigError) {
    world.error(`\nerror ${error.code}  ${error.message}\n`)
    if (error.place) world.error(`  at ${error.place}\n`)
    if (error.remedy) world.error(`  → ${error.remedy}\n`)
    return 2
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  world.error(
    `\nerror internal  ${message}\n  → This is a fault of Briefwright itself; DEBUG=briefwright shows where.\n`,
  )
  if (world.environment.DEBUG?.includes('briefwright')) world.error(`${stack}\n`)
  return 1
}
