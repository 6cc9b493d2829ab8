/**
 * Reads the charts that template authors describe: the files of templates/charts/, each checked before anything is read.
 * Whether Vega-Lite takes a chart's specification is found out when it is drawn.
 */
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import * as v from 'valibot'
import { readYaml } from './config-yaml.ts'
import type { Chart, Texts } from './contract/chart.ts'
import { ConfigError } from './diagnostics/config-error.ts'

const text = v.pipe(v.string('must be text'), v.nonEmpty('must not be empty'))
const texts = v.union([text, v.record(text, text)], 'must be text, or texts by language')
const words = v.array(
  v.pipe(text, v.regex(/[\p{L}\p{N}]/u, 'must hold a letter or a digit')),
  'must be a list of words',
)

const figuresSchema = v.strictObject({
  unit: v.union([text, v.pipe(v.array(text), v.minLength(1))], 'must be a unit, a list of units, or currency'),
  measure: v.optional(
    v.picklist(['level', 'growth', 'index', 'share'], 'must be level, growth, index or share'),
    'level',
  ),
  subject: v.pipe(words, v.minLength(1, 'must name at least one word')),
  sentence: v.optional(words, []),
  without: v.optional(words, []),
})

const shared = {
  title: texts,
  alt: v.optional(texts),
  themes: v.optional(v.array(text, 'must be a list of themes'), []),
  fewest: v.optional(
    v.pipe(v.number('must be a number'), v.integer('must be a whole number'), v.minValue(2, 'must be at least 2')),
    2,
  ),
  spec: v.looseObject({}, 'must be a Vega-Lite specification'),
}

const chartSchema = v.variant(
  'by',
  [
    v.strictObject({ ...shared, by: v.picklist(['members', 'periods']), figures: figuresSchema }),
    v.strictObject({ ...shared, by: v.literal('agreements') }),
  ],
  'must be members, periods or agreements',
)

/** The charts of the templates folder by name; none where it has no such folder. Throws ConfigError. */
export async function readCharts(root: string, templates: string): Promise<readonly Chart[]> {
  const folder = path.join(templates, 'charts')
  const names = (await readdir(folder).catch(() => [])).filter(name => name.endsWith('.yml')).sort()
  return Promise.all(names.map(name => readChart(path.join(folder, name), root)))
}

async function readChart(file: string, root: string): Promise<Chart> {
  const shown = path.relative(root, file).replaceAll('\\', '/')
  const name = path.basename(file, '.yml')
  if (!/^[a-z0-9][a-z0-9-]*$/u.test(name)) {
    throw new ConfigError(
      'config-invalid',
      `The file name of a chart must be lower-case letters, digits and hyphens, but is ${name}`,
      { place: shown, remedy: 'Rename the file; its title stands in it.' },
    )
  }
  const chart = await readYaml(file, shown, chartSchema, { remedy: 'See docs/charts.md.', page: 'docs/charts.md' })
  const figures = 'figures' in chart ? chart.figures : null
  return {
    name,
    file: shown,
    title: byLanguage(chart.title),
    alt: chart.alt === undefined ? null : byLanguage(chart.alt),
    themes: chart.themes,
    by: chart.by,
    figures: figures && { ...figures, unit: [figures.unit].flat() },
    fewest: chart.fewest,
    spec: chart.spec,
  }
}

function byLanguage(given: string | Texts): Texts {
  return typeof given === 'string' ? { '*': given } : given
}
