/**
 * `npm run bench:references`: how well notes are read, field by field, on references written by hand after many
 * conventions, beside plain regular expressions.
 */
import { parseArgs } from 'node:util'
import { readPlainly } from './references-baseline.ts'
import { readNote, readSet, sets } from './references-read.ts'
import { scoreSamples, sumFields, sumUp, type WorkScore } from './references-score.ts'
import { describeFault, makeTable, percent, type Row } from './references-table.ts'

const help = `npm run bench:references -- [--faults] [--only NAME]...

Reads the references of tests/fixtures/bibliography/references-*.json and prints, for all, for each convention, language
and field: precision, recall and F1 over fields, and the share of works with every field right.

  --faults      print every field that was read wrongly
  --only NAME   a set (${sets.join(', ')}), a convention (apa) or a language (ru); may be given several times
  --help        this text`

const bars = { f1: 0.95, whole: 0.8 }

const { values } = parseArgs({
  options: {
    faults: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) console.log(help)
else run(values.only, values.faults)

function run(only: readonly string[], faults: boolean): void {
  const wantedSets = sets.filter(set => only.includes(set))
  const all = (wantedSets.length > 0 ? wantedSets : sets).flatMap(readSet)
  const names = new Set(all.flatMap(({ convention, language }) => [convention, language]))
  const unknown = only.find(name => !names.has(name) && !sets.some(set => set === name))
  if (unknown !== undefined)
    throw new Error(`nothing is called "${unknown}"; there are: ${[...sets, ...names].join(', ')}`)
  const chosen = only.filter(name => !sets.some(set => set === name))
  const samples = all.filter(
    ({ convention, language }) => chosen.length === 0 || chosen.includes(convention) || chosen.includes(language),
  )
  const scores = scoreSamples(samples, readNote)
  const plain = scoreSamples(samples, readPlainly)
  if (faults) for (const fault of scores.filter(({ whole }) => !whole)) console.log(describeFault(fault))
  const group = (title: string, key: (score: WorkScore) => string) => {
    const keys = [...new Set(scores.map(key))].sort()
    const rows = keys.map(name =>
      row(
        name,
        scores.filter(score => key(score) === name),
        plain.filter(score => key(score) === name),
      ),
    )
    console.log(`\n${makeTable(title, rows)}`)
  }
  group('convention', ({ sample }) => sample.convention)
  group('language', ({ sample }) => sample.language)
  console.log(`\n${makeTable('field', fieldRows(scores, plain))}`)
  console.log(`\n${makeTable('all', [row('all', scores, plain)])}`)
  console.log(`\n${confidenceLines(scores).join('\n')}`)
  const totals = sumUp(scores)
  const line = (name: string, value: number, bar: number) =>
    `${name} ${percent(value)} (bar ${percent(bar)})${value < bar ? '  NOT REACHED' : ''}`
  console.log(`\n${line('F1', totals.f1, bars.f1)}\n${line('whole references', totals.whole, bars.whole)}`)
}

function row(name: string, scores: readonly WorkScore[], plain: readonly WorkScore[]): Row {
  const [ours, theirs] = [sumUp(scores), sumUp(plain)]
  return { name, count: ours.works, ...ours, plainF1: theirs.f1, plainWhole: theirs.whole }
}

function fieldRows(scores: readonly WorkScore[], plain: readonly WorkScore[]): readonly Row[] {
  const all = scores.flatMap(({ fields }) => fields)
  const theirs = plain.flatMap(({ fields }) => fields)
  return [...new Set(all.map(({ field }) => field))].sort().map(name => {
    const ours = all.filter(({ field }) => field === name)
    const count = ours.filter(({ wanted }) => wanted !== undefined).length
    return { name, count, ...sumFields(ours), plainF1: sumFields(theirs.filter(({ field }) => field === name)).f1 }
  })
}

/** How often fields of one confidence are right: a useful figure rises with it. */
function confidenceLines(scores: readonly WorkScore[]): readonly string[] {
  const given = scores.flatMap(({ fields }) => fields).filter(({ confidence }) => confidence !== undefined)
  const bands = [0, 0.6, 0.75, 0.9, 1.01]
  return bands.slice(1).flatMap((to, index) => {
    const from = bands[index] ?? 0
    const inside = given.filter(({ confidence = 0 }) => confidence >= from && confidence < to)
    if (inside.length === 0) return []
    const right = inside.filter(({ right: hit }) => hit).length
    return [
      `confidence ${from.toFixed(2)} to ${Math.min(to, 1).toFixed(2)}: ${inside.length} fields, ${percent(right / inside.length)} right`,
    ]
  })
}
