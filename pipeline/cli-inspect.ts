/**
 * `briefwright inspect`: looks at what one stage made, as JSON alone on stdout.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Command } from 'commander'
import { addOptions, type Console, configure, type Options, sayMessages } from './cli-options.ts'
import type { Config } from './contract/config.ts'
import type { Analysis } from './contract/edition.ts'
import type { Outcome } from './contract/outcome.ts'
import type { Seed } from './contract/seed.ts'
import { ConfigError } from './diagnostics/config-error.ts'
import { hasFailed } from './diagnostics/count-by-rule.ts'
import { explainPassages } from './explain-passages.ts'
import { explainUses, listUses } from './explain-uses.ts'
import { findWork } from './find-work.ts'
import { describeBibliography, describeEvidence, describePassages, explainNumbers, printTree } from './inspect.ts'
import { printJson } from './print-json.ts'
import { analyse, compose, parse, read, weighPassages } from './run.ts'

type Seeds = Outcome<readonly Seed[]>
/** What is looked at as pieces of JSON; none where the seed could not be read. */
type Look = (seeds: Seeds, config: Config, options: Options) => Promise<Outcome<Iterable<string> | undefined>>

/** Adds the command and its subcommands to a program; `end` takes the exit code. */
export function addInspect(program: Command, world: Console, end: (exitCode: number) => void): void {
  const inspect = program.command('inspect').description('print what a stage made, as JSON on stdout')
  const add = (usage: string, description: string, look: Look) =>
    addOptions(inspect.command(usage).description(description)).action(async (...given: unknown[]) => {
      const file = given.find(value => typeof value === 'string')
      const options = given.find(value => typeof value === 'object' && value !== null) as Options
      end(await runLook(look, file, options, world))
    })
  add('ast <file>', 'the mdast of one seed, wherever it lies', lookAtTree(world))
    .option('--explain', 'say for each marker and note why it was taken or refused, with its score')
    .addHelpText('after', astExamples)
  add('bibliography [file]', 'works and citations of all seeds, or of one file', lookAt(describeBibliography))
  add('passages [file]', 'the passages of themes, with scores and reasons', lookAtPassages(world))
    .option('--explain', 'say in words why each paragraph was taken or missed, on stderr')
    .addHelpText('after', passagesExamples)
  add(
    'evidence [file]',
    'figures, events and quotations; with --theme, what stands in its sentences',
    lookAt(lookAtEvidence),
  )
  addOptions(inspect.command('uses [work]').description('where a work, or each, is used: notes, sentences, briefs'))
    .option('--explain', 'say it in words too, on stderr')
    .addHelpText('after', usesExamples)
    .action(async (work: string | undefined, options: Options) =>
      end(await runLook(lookAtUses(work, world), undefined, options, world)),
    )
  add('brief', 'the view model of one --theme and one --audience', lookAtBrief)
}

async function runLook(look: Look, file: string | undefined, options: Options, world: Console): Promise<number> {
  const config = await configure(options, world)
  const seeds = await read(config, file === undefined ? undefined : findFile(file, world))
  const { value, messages } = await look(seeds, config, options)
  sayMessages(messages, config, options, world)
  for (const piece of value ?? []) world.out(piece)
  return hasFailed(messages, config) ? 1 : 0
}

/** A file as the user named it: npm runs in the project folder, and says where the user was. */
function findFile(file: string, world: Console): string {
  const folders = [world.environment.INIT_CWD, world.cwd].filter(folder => folder !== undefined)
  const candidates = folders.map(folder => path.resolve(folder, file))
  return candidates.find(candidate => existsSync(candidate)) ?? path.resolve(world.cwd, file)
}

const astExamples = `
Examples:
  briefwright inspect ast seeds/paper.txt
  briefwright inspect ast paper.pdf --explain > tree.json    the tree as JSON; the reasons on stderr, and in its data
`

const passagesExamples = `
Examples:
  briefwright inspect passages --theme china | jq '.[] | [.id, .grade, .score]'
  briefwright inspect passages --theme china --explain > passages.json    the reasons on stderr, for what was missed too
`

const usesExamples = `
A work is named by its id, or by part of its id, title or address.

Examples:
  briefwright inspect uses                              the whole map, as in out/bibliography/uses.json
  briefwright inspect uses novak2019salt | jq '.briefs[].brief'
  briefwright inspect uses "the salt roads" --explain > uses.json
`

function lookAtUses(words: string | undefined, world: Console): Look {
  return async (_seeds, config, { explain = false }) => {
    const { value, messages } = await compose(config)
    const found = words === undefined ? value.uses : findWork(words, value.uses)
    if (explain) world.error('workId' in found ? explainUses(found) : listUses(found))
    return { value: printJson(found), messages }
  }
}

function lookAtTree(world: Console): Look {
  return async (seeds, config, { explain = false }) => {
    const { value, messages } = await parse(seeds, config, { explain })
    const [document] = value
    if (explain && document) world.error(explainNumbers(document))
    return { value: document && printTree(document), messages }
  }
}

function lookAt(describe: (analysis: Analysis, options: Options) => unknown): Look {
  return async (seeds, config, options) => {
    if (seeds.value.length === 0) return { value: undefined, messages: seeds.messages }
    const { value, messages } = await analyse(seeds, config)
    return { value: printJson(describe(value, options)), messages }
  }
}

function lookAtPassages(world: Console): Look {
  return async (seeds, config, { explain = false }) => {
    if (seeds.value.length === 0) return { value: undefined, messages: seeds.messages }
    const { value, messages } = await analyse(seeds, config)
    if (explain) world.error(explainPassages(weighPassages(value.documents, config)))
    return { value: printJson(describePassages(value.passages)), messages }
  }
}

function lookAtEvidence({ evidence, documents, passages }: Analysis, { theme }: Options): unknown {
  return describeEvidence(evidence, documents, theme ? passages : undefined)
}

async function lookAtBrief(
  _seeds: Seeds,
  config: Config,
  { theme, audience }: Options,
): Promise<Outcome<Iterable<string> | undefined>> {
  if (theme?.length !== 1 || audience?.length !== 1) {
    const themes = config.themes.map(({ id }) => id).join(', ')
    const audiences = config.audiences.map(({ id }) => id).join(', ')
    throw new ConfigError('wrong-usage', 'inspect brief takes one --theme and one --audience', {
      remedy: `Themes: ${themes}. Audiences: ${audiences}.`,
    })
  }
  const { value, messages } = await compose(config)
  const [brief] = value.briefs
  return { value: brief && printJson(brief), messages }
}
