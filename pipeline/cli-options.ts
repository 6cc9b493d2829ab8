/**
 * What all commands share: the options, the configuration made from them, and the way messages are said.
 */
import path from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import type { VFileMessage } from 'vfile-message'
import { loadConfig, type Overrides } from './config.ts'
import type { Config } from './contract/config.ts'
import { hasFailed } from './diagnostics/count-by-rule.ts'
import { annotateMessages, reportMessages } from './diagnostics/report-messages.ts'

/** The world outside, so that a test can stand in for it. */
export interface Console {
  readonly out: (text: string) => void
  readonly error: (text: string) => void
  readonly environment: NodeJS.ProcessEnv
  readonly cwd: string
  readonly interactive: boolean
}

/** Options as commander hands them over. */
export interface Options extends Pick<Overrides, 'out' | 'jobs' | 'cache' | 'strict'> {
  readonly project?: string
  readonly theme?: readonly string[]
  readonly audience?: readonly string[]
  readonly format?: readonly ('html' | 'pdf')[]
  readonly style?: string
  readonly quiet?: boolean
  readonly json?: boolean
  readonly verbose?: boolean
  readonly explain?: boolean
  readonly checkLinks?: boolean
}

/** Adds the options that every command takes; a list may be given with commas or by repeating the option. */
export function addOptions(command: Command): Command {
  return command
    .option('--theme <ids>', 'only these themes, such as china,fez; a build then publishes no others', readList)
    .option('--audience <ids>', 'only these audiences', readList)
    .option('--format <formats>', 'formats of the briefs: html, pdf or both', readFormats)
    .option('--out <folder>', 'publish to another folder', readFolder)
    .option('--strict', 'treat warnings as errors')
    .option('--jobs <n>', 'pages printed at the same time', readCount)
    .option('--no-cache', 'print every PDF anew')
    .option('--quiet', 'say only what is wrong')
    .option('--verbose', 'list infos too')
    .option('--json', 'print a summary with all messages as JSON on stdout')
    .option('--project <folder>', 'folder of briefwright.yml (default: the current one)')
}

/** A list given with commas or by repeating the option. */
export function readList(text: string, before: readonly string[] = []): readonly string[] {
  const items = text.split(',').map(item => item.trim())
  if (items.includes('')) throw new InvalidArgumentError('It must be a name, or names with commas between them.')
  return [...before, ...items]
}

function readFormats(text: string, before: readonly ('html' | 'pdf')[] = []): readonly ('html' | 'pdf')[] {
  const formats = readList(text, before)
  if (!formats.every(format => format === 'html' || format === 'pdf')) {
    throw new InvalidArgumentError('It must be html, pdf, or html,pdf.')
  }
  return formats as readonly ('html' | 'pdf')[]
}

function readFolder(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('It must be a folder.')
  return text
}

function readCount(text: string): number {
  if (!/^[1-9]\d{0,2}$/u.test(text)) throw new InvalidArgumentError('It must be a whole number from 1 to 999.')
  return Number(text)
}

/** The configuration of the project with the command line merged over it. Throws ConfigError. */
export async function configure(options: Options, world: Console): Promise<Config> {
  const { theme, audience, format, style, out, jobs, cache, strict } = options
  const overrides: Overrides = {
    ...(theme ? { themes: theme } : {}),
    ...(audience ? { audiences: audience } : {}),
    ...(format ? { formats: format } : {}),
    ...(style ? { citationStyle: style.endsWith('.csl') ? fromUser(style, world) : style } : {}),
    ...(out ? { out: fromUser(out, world) } : {}),
    ...(jobs ? { jobs } : {}),
    ...(cache === undefined ? {} : { cache }),
    ...(strict ? { strict } : {}),
  }
  return loadConfig(path.resolve(world.cwd, options.project ?? '.'), overrides, world.environment)
}

/** The absolute path of what the user named: npm runs in the project folder, and says where the user was. */
export function fromUser(file: string, { environment, cwd }: Console): string {
  return path.resolve(environment.INIT_CWD ?? cwd, file)
}

/** Says messages on stderr, and as annotations in GitHub Actions. */
export function sayMessages(messages: readonly VFileMessage[], config: Config, options: Options, world: Console): void {
  const text = reportMessages(messages, config.rules, { all: options.verbose === true, colour: world.interactive })
  if (text !== '' && (!options.quiet || hasFailed(messages, config))) world.error(`\n${text}`)
  if (world.environment.GITHUB_ACTIONS === 'true') world.error(annotateMessages(messages, config.rules))
}
