/**
 * What all commands share: the options, the configuration made from them, and the way messages are said.
 */
import path from 'node:path'
import { Option } from 'commander'
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
export interface Options extends Overrides {
  readonly project?: string
  readonly theme?: readonly string[]
  readonly audience?: readonly string[]
  readonly format?: readonly ('html' | 'pdf')[]
  readonly quiet?: boolean
  readonly json?: boolean
  readonly verbose?: boolean
}

/** The folder of briefwright.yml. */
export function projectOption(): Option {
  return new Option('--project <folder>', 'project folder').default(undefined, 'the current one')
}

/** The configuration of the project with the command line merged over it. Throws ConfigError. */
export async function configure(options: Options, world: Console): Promise<Config> {
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

/** Says messages on stderr, and as annotations in GitHub Actions. */
export function sayMessages(messages: readonly VFileMessage[], config: Config, options: Options, world: Console): void {
  const text = reportMessages(messages, config.rules, { all: options.verbose === true, colour: world.interactive })
  if (text !== '' && (!options.quiet || hasFailed(messages, config))) world.error(`\n${text}`)
  if (world.environment.GITHUB_ACTIONS === 'true') world.error(annotateMessages(messages, config.rules))
}
