/**
 * `npm run bench:reading`: lays the truth documents out as text and prints them to PDF in every family, reads them back,
 * and prints how much of the truth was found. With a family's name as argument, prints its mistakes; with `--text` and a
 * language or document after it, its text; with `--summary`, the totals only.
 */
import path from 'node:path'
import { loadConfig } from '../../pipeline/config.ts'
import { families } from './reading/families.ts'
import { type Entry, measureLaidOut, measurePrinted } from './reading/measure.ts'
import { printFamilies } from './reading/printed/print-styles.ts'
import { findRoutes, routes } from './reading/printed/read-routes.ts'
import { readTruth } from './reading/read-truth.ts'
import { measures } from './reading/score.ts'
import { groupBy, listShortfalls, writeTable, writeTotals } from './reading/write-tables.ts'

const documents = readTruth(path.join(import.meta.dirname, 'reading/truth'))
const taken = findRoutes()
const [first, option, wanted = 'en'] = process.argv.slice(2)
const only = first === '--summary' ? undefined : first
const entries = await measure(only)

if (only !== undefined && option === '--text') printTexts(entries, wanted)
else if (only !== undefined) printMistakes(entries)
else {
  for (const [group, of] of groupBy(entries, ({ group }) => group)) {
    if (first !== '--summary') console.log(`### ${describeGroup(group)}\n\n${writeTable(of)}\n`)
  }
  console.log(`### Totals\n\n${writeTotals(entries)}\n`)
  if (taken.length < routes.length) console.log('pdftotext is not on the PATH: its rows are left out.')
  for (const [group, of] of groupBy(entries, ({ group }) => group))
    for (const line of listShortfalls(of)) console.log(`below a bar: ${group}: ${line}`)
}

async function measure(name: string | undefined): Promise<readonly Entry[]> {
  const laidOut = families.filter(family => name === undefined || family.name === name)
  const printed = printFamilies.filter(family => name === undefined || family.name === name)
  if (laidOut.length + printed.length === 0) {
    const names = [...families, ...printFamilies].map(family => family.name)
    throw new Error(`no family "${name}"; there are: ${names.join('; ')}`)
  }
  const config = await loadConfig(path.join(import.meta.dirname, '../..'), { cache: false })
  const both = [measureLaidOut(laidOut, documents), measurePrinted(printed, documents, taken, config)]
  const all = (await Promise.all(both)).flat()
  // By group, so that each has its table.
  return ['laid out', ...routes].flatMap(group => all.filter(entry => entry.group === group))
}

function describeGroup(group: Entry['group']): string {
  if (group === 'laid out') return 'Laid out as text'
  if (group === 'pdf') return 'Printed, read as PDF'
  return group === 'pdf text' ? 'Printed, the text of the PDF reader read as text' : `Printed, extracted by ${group}`
}

function printMistakes(entries: readonly Entry[]): void {
  for (const { group, document, ours } of entries) {
    for (const of of measures) {
      for (const key of ours[of].missed) console.log(`${group}: ${document.name} ${of} missed    ${key.slice(0, 100)}`)
      for (const key of ours[of].invented)
        console.log(`${group}: ${document.name} ${of} invented  ${key.slice(0, 100)}`)
    }
  }
}

/** The texts of all routes, of the documents whose names begin so. */
function printTexts(entries: readonly Entry[], wanted: string): void {
  for (const { group, document, text } of entries)
    if (document.name.startsWith(wanted) && group !== 'pdf') console.log(`===== ${document.name}, ${group}\n${text}`)
}
