/**
 * `npm run bench:figures`: how well figures are read, against labels made by hand: value and unit, period, measure and
 * qualifier, for each set of documents, each language and each document.
 */
import { parseArgs } from 'node:util'
import { extractEvidence } from '../../pipeline/extract-evidence/index.ts'
import { config } from '../../tests/extract-evidence/read-text.ts'
import { type LabelledDocument, readSet, sets } from './figures-read.ts'
import { type Judged, judgeFigures, sumFigures } from './figures-score.ts'
import { percent } from './references-table.ts'

const help = `npm run bench:figures -- [--faults] [--only NAME]

Reads the labelled documents of tests/fixtures/evidence and prints recall and precision of value and unit, and of the
figures found how many have their period, measure and qualifier.

  --faults      print every figure that was missed, read wrongly or read where there is none
  --only NAME   one set: ${sets.join(', ')}
  --help        this text`

const bars = { recall: 0.9, precision: 0.9, period: 0.8 }

const { values } = parseArgs({
  options: {
    faults: { type: 'boolean', default: false },
    only: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) console.log(help)
else for (const set of sets) if ((values.only ?? set) === set) printSet(set, values.faults)

function printSet(set: (typeof sets)[number], faults: boolean): void {
  const judged = readSet(set).flatMap(judge)
  if (faults) for (const fault of judged.filter(isFault)) console.log(describeFault(fault))
  const group = (key: (each: Judged) => string) =>
    [...new Set(judged.map(key))].map(name =>
      row(
        name,
        judged.filter(each => key(each) === name),
      ),
    )
  const rows = [row(set, judged), ...group(({ language }) => language), ...group(({ document }) => document)]
  console.log(['name                labels   recall  precision  period  measure  qualifier', ...rows, ''].join('\n'))
  const totals = sumFigures(judged)
  for (const [name, bar] of Object.entries(bars) as [keyof typeof bars, number][]) {
    if (totals[name] < bar) console.log(`${name} ${percent(totals[name])} (bar ${percent(bar)})  NOT REACHED\n`)
  }
}

function judge(labelled: LabelledDocument): readonly Judged[] {
  return judgeFigures(labelled, extractEvidence([labelled.document], config).value.figures)
}

function row(name: string, judged: readonly Judged[]): string {
  const { labels, recall, precision, period, measure, qualifier } = sumFigures(judged)
  const shares = [recall, precision, period, measure, qualifier].map(share => share.toFixed(2).padStart(9))
  return `${name.padEnd(20)}${String(labels).padStart(5)}${shares.join('')}`
}

function isFault({ right, period, measure, qualifier }: Judged): boolean {
  return !(right && period && measure && qualifier)
}

function describeFault({ document, label, figure, right, period, measure, qualifier }: Judged): string {
  const found = figure
    ? `${figure.value} ${figure.unit} (${figure.period?.iso ?? 'no period'}, ${figure.measure}, ${figure.qualifier ?? 'exact'})`
    : 'nothing'
  if (!label) return `${document}: no figure: ${figure?.valueText} read as ${found} in: ${figure?.sentence}`
  const wanted = `${label.values.join(' or ')} ${label.units.join(' or ')}`
  if (!right) return `${document}: ${label.text}: ${wanted} read as ${found}`
  const wrong = [
    period ? '' : `period ${label.periods.join(' or ')}`,
    measure ? '' : `measure ${label.measures.join(' or ')}`,
    qualifier ? '' : `qualifier ${label.qualifiers.join(' or ')}`,
  ]
  return `${document}: ${label.text}: ${wrong.filter(text => text !== '').join(', ')} read as ${found}`
}
