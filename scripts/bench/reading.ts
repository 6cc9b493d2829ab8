/**
 * `npm run bench:reading`: lays the truth documents out in every family, reads them, and prints how much of the truth
 * was found. With a family's name as argument, prints its mistakes; with `--text` and a language after it, its text.
 */
import path from 'node:path'
import { type Family, families } from './reading/families.ts'
import { layOut } from './reading/lay-out.ts'
import { readTruth } from './reading/read-truth.ts'
import { readWithPatterns, readWithPipeline } from './reading/readers.ts'
import { add, type Found, f1, type Measure, measures, rates, score, type Tally } from './reading/score.ts'

const documents = readTruth(path.join(import.meta.dirname, 'reading/truth'))
const bars: Partial<Record<Measure, number>> = { markers: 0.98, definitions: 0.98, paragraphs: 0.95, headings: 0.9 }
const [only, option, language] = process.argv.slice(2)

if (only !== undefined && option === '--text') printText(only, language ?? 'en')
else if (only !== undefined) printMistakes(only)
else printTable()

type Result = Readonly<Record<Measure, Tally>>

function measure(family: Family, read: (text: string) => Found, chosen = documents): Result {
  return chosen
    .map(document => {
      const { text, expected } = layOut(document, family.layout)
      return score(expected, read(text))
    })
    .reduce(combine)
}

function combine(left: Result, right: Result): Result {
  return Object.fromEntries(measures.map(name => [name, add(left[name], right[name])])) as Record<Measure, Tally>
}

function printTable(): void {
  console.log(`| family | markers P / R | ${measures.join(' | ')} | patterns: markers | definitions |`)
  console.log(`| --- | --- |${' --- |'.repeat(measures.length + 2)}`)
  const results = families.map(family => {
    const ours = measure(family, readWithPipeline)
    const theirs = measure(family, readWithPatterns)
    printRow(family.name, ours, theirs)
    return { ours, theirs }
  })
  printRow('all', results.map(({ ours }) => ours).reduce(combine), results.map(({ theirs }) => theirs).reduce(combine))
  for (const document of documents) {
    const ours = families.map(family => measure(family, readWithPipeline, [document])).reduce(combine)
    const theirs = families.map(family => measure(family, readWithPatterns, [document])).reduce(combine)
    printRow(`all, ${document.language}`, ours, theirs)
  }
}

function printRow(name: string, ours: Result, theirs: Result): void {
  const { precision, recall } = rates(ours.markers)
  const cells = measures.map(of => `${show(f1(ours[of]))}${f1(ours[of]) < (bars[of] ?? 0) ? ' *' : ''}`)
  const baseline = [show(f1(theirs.markers)), show(f1(theirs.definitions))]
  console.log(`| ${[name, `${show(precision)} / ${show(recall)}`, ...cells, ...baseline].join(' | ')} |`)
}

function show(share: number): string {
  return share.toFixed(3)
}

function findFamily(name: string): Family {
  const found = families.find(family => family.name === name)
  if (!found) throw new Error(`no family "${name}"; there are: ${families.map(family => family.name).join('; ')}`)
  return found
}

function printMistakes(name: string): void {
  for (const document of documents) {
    const result = measure(findFamily(name), readWithPipeline, [document])
    for (const of of measures) {
      for (const key of result[of].missed) console.log(`${document.language} ${of} missed    ${key.slice(0, 100)}`)
      for (const key of result[of].invented) console.log(`${document.language} ${of} invented  ${key.slice(0, 100)}`)
    }
  }
}

function printText(name: string, wanted: string): void {
  const document = documents.find(candidate => candidate.language === wanted)
  if (document) process.stdout.write(layOut(document, findFamily(name).layout).text)
}
