/**
 * `briefwright bibliography`: the works that the seeds cite, for reference managers, LaTeX, Pandoc and people. The text
 * goes to stdout or to a file, all messages to stderr.
 */
import { type Command, InvalidArgumentError, Option } from 'commander'
import { type Console, configure, fromUser, type Options, readList, sayMessages } from './cli-options.ts'
import type { BibliographyFormat } from './contract/reference-list.ts'
import { hasFailed } from './diagnostics/count-by-rule.ts'
import { exportBibliography } from './run.ts'

interface ExportOptions extends Omit<Options, 'format'> {
  readonly format: BibliographyFormat
  readonly output?: string
}

/** Each format with what it is for. */
const formats: Readonly<Record<BibliographyFormat, string>> = {
  'csl-json': 'Zotero, Pandoc, citeproc; holds every field',
  biblatex: 'LaTeX with biber',
  bibtex: 'LaTeX with older styles',
  ris: 'EndNote, Mendeley and others',
  markdown: 'a formatted list',
  html: 'a formatted list as a page of its own',
}

/** Adds the command to a program; `end` takes the exit code. */
export function addBibliography(program: Command, world: Console, end: (exitCode: number) => void): void {
  program
    .command('bibliography')
    .description('print the works that the seeds cite')
    .addOption(
      new Option('--format <format>', `one of ${Object.keys(formats).join(', ')}`)
        .argParser(readFormat)
        .makeOptionMandatory(),
    )
    .option('--theme <ids>', 'only works cited in the passages of these themes', readList)
    .option('--audience <ids>', 'format a list as for this audience (default: the first)', readList)
    .option('--style <name>', 'format a list by another style, or by a .csl file')
    .option('--output <file>', 'write to a file in place of stdout')
    .option('--strict', 'treat warnings as errors')
    .option('--quiet', 'say only what is wrong')
    .option('--verbose', 'list infos too')
    .option('--project <folder>', 'folder of briefwright.yml (default: the current one)')
    .addHelpText('after', help)
    .action(async (options: ExportOptions) => end(await runExport(options, world)))
}

const help = `
Formats:
${Object.entries(formats)
  .map(([format, use]) => `  ${format.padEnd(10)} ${use}`)
  .join('\n')}

Examples:
  briefwright bibliography --format biblatex --output works.bib
  briefwright bibliography --format csl-json --theme china | jq length
  briefwright bibliography --format html --style apa --output references.html
  briefwright bibliography --format markdown --style styles/journal.csl --theme china,fez
`

function readFormat(text: string): BibliographyFormat {
  if (Object.hasOwn(formats, text)) return text as BibliographyFormat
  throw new InvalidArgumentError(`It must be one of ${Object.keys(formats).join(', ')}.`)
}

async function runExport({ format, output, ...options }: ExportOptions, world: Console): Promise<number> {
  const config = await configure(options, world)
  const { value, messages } = await exportBibliography(config, {
    format,
    themes: options.theme !== undefined,
    ...(output === undefined ? {} : { file: fromUser(output, world) }),
  })
  sayMessages(messages, config, options, world)
  if (hasFailed(messages, config)) return 1
  if (value.works === 0) {
    world.error(`\n${describeNone(config.selected.themes, options)}\n`)
    return 1
  }
  if (output === undefined) world.out(value.text)
  else if (!options.quiet) world.error(`${value.works} ${value.works === 1 ? 'work' : 'works'} written to ${output}\n`)
  return 0
}

function describeNone(themes: readonly string[], { theme }: Pick<Options, 'theme'>): string {
  return theme === undefined
    ? 'error  There are no works: no note of the seeds names one\n  → inspect bibliography shows what was read.'
    : `error  There are no works: the passages of ${themes.join(', ')} cite none\n  → Leave out --theme for the works of all seeds.`
}
