/**
 * `briefwright theme suggest`: proposes themes from the seeds, as YAML alone on stdout. Nothing is written to the
 * configuration: what belongs there a person decides.
 */
import type { Command } from 'commander'
import { type Console, configure, type Options, sayMessages } from './cli-options.ts'
import type { Suggestions } from './contract/suggestion.ts'
import { hasFailed } from './diagnostics/count-by-rule.ts'
import { printSuggestions } from './print-suggestions.ts'
import { suggest } from './run.ts'

/** Adds the command to a program; `end` takes the exit code. */
export function addTheme(program: Command, world: Console, end: (exitCode: number) => void): void {
  program
    .command('theme')
    .description('help with the themes in briefwright.yml')
    .command('suggest [words...]')
    .description('propose a theme that the words name, or without words those that no theme covers, as YAML')
    .option('--strict', 'treat warnings as errors')
    .option('--quiet', 'say only what is wrong')
    .option('--verbose', 'list infos too')
    .option('--project <folder>', 'folder of briefwright.yml (default: the current one)')
    .addHelpText('after', help)
    .action(async (words: readonly string[], options: Options) => end(await runSuggest(words, options, world)))
}

const help = `
Words are names of one theme; a phrase stands in quotation marks. Terms are found in every form, as in a build. Related
names are those that stand in the theme's sentences more often than chance would have it.

Examples:
  briefwright theme suggest                        themes that the seeds speak of and no theme covers
  briefwright theme suggest turkey                 its other names, and what goes with it
  briefwright theme suggest pharmaceutical medicine "veterinary drug"
  briefwright theme suggest turkey --quiet > turkey.yml
`

async function runSuggest(words: readonly string[], options: Options, world: Console): Promise<number> {
  const config = await configure(options, world)
  const { value, messages } = await suggest(words, config)
  sayMessages(messages, config, options, world)
  if (hasFailed(messages, config)) return 1
  for (const unknown of value.unknown) world.error(`\n${describeUnknown(unknown)}\n`)
  if (value.themes.length === 0) {
    if (words.length === 0) world.error(`\n${none}\n`)
    return 1
  }
  world.out(printSuggestions(value))
  return 0
}

const none =
  'error  No name stands in three paragraphs that a theme does not cover already\n  → Name a theme yourself: briefwright theme suggest turkey'

function describeUnknown({ word, alike }: Suggestions['unknown'][number]): string {
  const remedy =
    alike.length > 0
      ? `The seeds hold ${alike.join(', ')}.`
      : 'Names are spelled as in the seeds; briefwright theme suggest without words lists some.'
  return `error  No sentence of the seeds holds "${word}" in any form\n  → ${remedy}`
}
