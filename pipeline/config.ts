/**
 * The configuration: read briefwright.yml and the audience folders, check them against the schema, merge the command
 * line over them, resolve every path, and freeze the result. A mistake is a ConfigError that names file, line and key.
 */
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { readCharts } from './config-charts.ts'
import { readCommit } from './config-commit.ts'
import { readLibrary } from './config-library.ts'
import { type AudienceFile, audienceSchema, type ProjectFile, projectSchema } from './config-schema.ts'
import { readStyle } from './config-style.ts'
import { readYaml } from './config-yaml.ts'
import type { Audience, Config, Selection, Term, Theme } from './contract/config.ts'
import { ConfigError } from './diagnostics/config-error.ts'

/** What the command line may set; undefined leaves the file's value. */
export interface Overrides {
  readonly themes?: readonly string[]
  readonly audiences?: readonly string[]
  readonly formats?: readonly ('html' | 'pdf')[]
  /** In place of every audience's own: a name, or the absolute path of a .csl file. */
  readonly citationStyle?: string
  readonly out?: string
  readonly jobs?: number
  readonly cache?: boolean
  readonly strict?: boolean
}

const fileName = 'briefwright.yml'

/** Loads the configuration of the project in `root`; throws ConfigError. */
export async function loadConfig(
  root: string,
  overrides: Overrides = {},
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Config> {
  const project = await readYaml(path.join(root, fileName), fileName, projectSchema, {
    remedy: 'Run the command in the project folder, or create the file; see docs/configuration.md.',
  })
  const { library: files } = project
  const resolve = (folder: string) => path.resolve(root, folder)
  const folders = {
    seeds: resolve(project.folders.seeds),
    templates: resolve(project.folders.templates),
    out: resolve(overrides.out ?? project.folders.out),
    cache: resolve(project.folders.cache),
  }
  checkOut(folders.out, root, [folders.seeds, folders.templates])
  const themes = Object.entries(project.themes).map(([id, theme]) => resolveTheme(id, theme))
  const commit = await readCommit(folders.seeds)
  const audiences = await loadAudiences(root, folders.templates, project, overrides)
  return Object.freeze({
    root,
    title: project.title,
    publisher: project.publisher,
    url: project.url?.replace(/\/+$/u, '') ?? null,
    folders,
    libraries: await readLibrary(files, root, project.limits.seedMegabytes),
    themes,
    audiences,
    charts: await readCharts(root, folders.templates),
    selected: {
      themes: choose('theme', overrides.themes, themes),
      audiences: choose('audience', overrides.audiences, audiences),
    },
    formats: overrides.formats ?? project.formats,
    rules: project.rules,
    date: editionDate(environment) ?? project.date ?? commit?.date ?? null,
    commit,
    limits: resolveLimits(project.limits),
    links: project.links,
    jobs: overrides.jobs ?? project.jobs,
    cache: overrides.cache ?? true,
    strict: overrides.strict ?? false,
  })
}

function resolveLimits(limits: ProjectFile['limits']): Config['limits'] {
  const { seedMegabytes, unpackedMegabytes, readSeconds, printSeconds } = limits
  return {
    seedBytes: seedMegabytes * 1_000_000,
    unpackedBytes: unpackedMegabytes * 1_000_000,
    readSeconds,
    printSeconds,
  }
}

/** Publishing replaces the whole folder, so it must not hold anything else. */
function checkOut(out: string, root: string, inputs: readonly string[]): void {
  const holds = (inner: string) => !path.relative(out, inner).startsWith('..')
  if (!holds(root) && !inputs.some(holds) && !inputs.some(input => !path.relative(input, out).startsWith('..'))) return
  throw new ConfigError(
    'out-unwritable',
    `The output folder ${out} holds the project's own files; it is replaced as a whole at every build`,
    {
      remedy: 'Choose a folder of its own, such as out.',
    },
  )
}

function resolveTheme(id: string, theme: ProjectFile['themes'][string]): Theme {
  const weigh = (terms: readonly string[] | Readonly<Record<string, number>>, weight: number): readonly Term[] =>
    Array.isArray(terms)
      ? terms.map((text: string) => ({ text, weight }))
      : Object.entries(terms).map(([text, own]) => ({ text, weight: Number(own) }))
  return {
    id,
    title: theme.title,
    terms: [theme.terms, theme.aliases, theme.phrases].flatMap(terms => weigh(terms, 1)),
    related: weigh(theme.related, 0.5),
    excluded: theme.excluded,
    contexts: theme.contexts,
    minimum: theme.minimum,
    members: Object.entries(theme.members).map(([name, spellings]) => ({
      name,
      spellings: spellings.length > 0 ? spellings : [name],
    })),
    about: theme.about,
    mentions: theme.mentions,
  }
}

async function loadAudiences(
  root: string,
  templates: string,
  project: ProjectFile,
  { citationStyle }: Overrides,
): Promise<readonly Audience[]> {
  const folder = path.join(templates, 'audiences')
  const shownFolder = path.relative(root, folder)
  const entries = await readdir(folder, { withFileTypes: true }).catch(cause => {
    throw new ConfigError('template-missing', `There is no folder ${shownFolder}`, {
      cause,
      remedy: 'Each audience is a folder in it.',
    })
  })
  const names = entries.filter(entry => entry.isDirectory() && !entry.name.startsWith('.')).map(entry => entry.name)
  const odd = names.find(name => !/^[a-z0-9][a-z0-9-]*$/u.test(name))
  if (odd !== undefined) {
    throw new ConfigError(
      'config-invalid',
      `The folder name of an audience must be lower-case letters, digits and hyphens, but is ${odd}`,
      {
        place: `${shownFolder}/${odd}`,
        remedy: 'Rename the folder; its title stands in audience.yml.',
      },
    )
  }
  const order = Object.keys(project.audiences)
  const unknown = order.find(name => !names.includes(name))
  if (unknown !== undefined) {
    throw new ConfigError('unknown-audience', `audiences.${unknown}: there is no folder ${shownFolder}/${unknown}`, {
      place: fileName,
      remedy: `Known audiences: ${names.sort().join(', ')}.`,
    })
  }
  names.sort((left, right) => rank(order, left) - rank(order, right) || (left < right ? -1 : 1))
  return Promise.all(
    names.map(async id => {
      const shown = `${shownFolder}/${id}/audience.yml`
      const file = await readYaml(path.join(folder, id, 'audience.yml'), shown, audienceSchema, {
        remedy: `Create it; ${shownFolder}/${names[0]}/audience.yml is an example.`,
      })
      const own = { ...file, ...project.audiences[id], ...(citationStyle === undefined ? {} : { citationStyle }) }
      return resolveAudience(id, path.join(folder, id), own, root, templates)
    }),
  )
}

function rank(order: readonly string[], name: string): number {
  const index = order.indexOf(name)
  return index < 0 ? order.length : index
}

async function resolveAudience(
  id: string,
  folder: string,
  file: AudienceFile,
  root: string,
  templates: string,
): Promise<Audience> {
  const { order, limits } = file.select
  return {
    id,
    title: file.title,
    folder,
    locale: file.locale,
    citationStyle: await readStyle(file.citationStyle, file.locale, { root, templates }),
    select: limits,
    parts: order.filter((part): part is keyof Selection => part in limits && limits[part as keyof Selection] !== 0),
    maxPages: file.maxPages,
    wording: file.wording,
  }
}

function choose(
  kind: 'theme' | 'audience',
  wanted: readonly string[] | undefined,
  known: readonly { readonly id: string }[],
): readonly string[] {
  const ids = known.map(({ id }) => id)
  const unknown = wanted?.find(id => !ids.includes(id))
  if (unknown !== undefined) {
    throw new ConfigError(`unknown-${kind}`, `There is no ${kind} named ${unknown}`, {
      remedy: `Known ${kind}s: ${ids.join(', ')}.`,
    })
  }
  return wanted && wanted.length > 0 ? ids.filter(id => wanted.includes(id)) : ids
}

/** https://reproducible-builds.org/specs/source-date-epoch/ */
function editionDate(environment: NodeJS.ProcessEnv): string | undefined {
  const epoch = environment.SOURCE_DATE_EPOCH
  if (epoch === undefined || epoch === '') return undefined
  const date = new Date(Number(epoch) * 1000)
  if (!/^\d+$/u.test(epoch) || Number.isNaN(date.getTime())) {
    throw new ConfigError('config-invalid', `SOURCE_DATE_EPOCH must be a number of seconds, but is ${epoch}`)
  }
  return date.toISOString().slice(0, 10)
}
