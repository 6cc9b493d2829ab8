/**
 * The documents and the labels that figures are measured with, in one form: a label knows its paragraph, its place in
 * it, and every value, unit, period, measure and qualifier that is right.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { CitedDocument } from '../../pipeline/contract/document.ts'
import { makeDocument } from '../../tests/extract-evidence/read-text.ts'

/** A figure labelled by hand; an empty list leaves a field open. */
export interface FigureLabel {
  readonly paragraphId: string
  /** Offsets in the paragraph's text. */
  readonly start: number
  readonly end: number
  readonly text: string
  readonly values: readonly (number | null)[]
  readonly units: readonly (string | null)[]
  readonly periods: readonly (string | null)[]
  readonly measures: readonly (string | null)[]
  readonly qualifiers: readonly (string | null)[]
  /** Counted neither way: readers may differ on whether it is a figure. */
  readonly optional: boolean
}

/** A document with its labels. */
export interface LabelledDocument {
  readonly name: string
  readonly language: string
  readonly document: CitedDocument
  readonly labels: readonly FigureLabel[]
}

const root = path.join(import.meta.dirname, '../..')
const fixtures = path.join(root, 'tests/fixtures/evidence')

/** The sets that are measured: `seed` was used to work out the rules, `blind` was written by somebody who had not seen them. */
export const sets = ['seed', 'blind'] as const

/** The documents of one set. */
export function readSet(name: (typeof sets)[number]): readonly LabelledDocument[] {
  return name === 'seed' ? [readSeed()] : readFolder(path.join(fixtures, name))
}

interface SeedLabel {
  readonly excerpt: string
  readonly at: number
  readonly valueText: string
  readonly value: number | null
  readonly unit: string | readonly string[]
  readonly period: string | null | readonly (string | null)[]
  readonly optional?: boolean
}

function readSeed(): LabelledDocument {
  const seed = 'seeds/000_4af837fc92f3f660.txt'
  const document = makeDocument(readFileSync(path.join(root, seed), 'utf8'), {
    mediaType: 'text/plain',
    path: seed,
    date: '2023',
  })
  const labels = readJson<readonly SeedLabel[]>(path.join(fixtures, 'figures.json')).flatMap(label => {
    const paragraph = document.paragraphs.find(({ text }) => text.includes(label.excerpt))
    if (!paragraph) return []
    const start = paragraph.text.indexOf(label.excerpt) + label.at
    const place = { paragraphId: paragraph.id, start, end: start + label.valueText.length, text: label.valueText }
    const open = { measures: [], qualifiers: [] }
    const read = { values: [label.value], units: [label.unit].flat(), periods: [label.period].flat() }
    return [{ ...place, ...open, ...read, optional: label.optional ?? false }]
  })
  return { name: 'seed', language: 'en', document, labels }
}

interface FolderLabel {
  readonly doc: string
  /** From 1, headings not counted. */
  readonly paragraph: number
  readonly start: number
  readonly text: string
  readonly value: number | null
  readonly unit: string | null
  readonly measure: string
  readonly qualifier: string | null
  readonly period: string | null
  readonly maybe: boolean
  readonly valueAlternatives?: readonly (number | null)[]
  readonly unitAlternatives?: readonly (string | null)[]
  readonly measureAlternatives?: readonly string[]
  readonly qualifierAlternatives?: readonly (string | null)[]
  readonly periodAlternatives?: readonly (string | null)[]
}

function readFolder(folder: string): readonly LabelledDocument[] {
  const metadata = readJson<Record<string, { readonly language: string; readonly date: string }>>(
    path.join(folder, 'metadata.json'),
  )
  const gold = readJson<readonly FolderLabel[]>(path.join(folder, 'gold.json'))
  const files = readdirSync(folder).filter(file => file in metadata)
  return files.sort().map(file => {
    const { language = 'en', date = '' } = metadata[file] ?? {}
    const text = readFileSync(path.join(folder, file), 'utf8')
    const document = makeDocument(text, { mediaType: 'text/plain', path: `seeds/${file}`, language, date })
    const labels = gold.filter(({ doc }) => doc === file).map(label => toLabel(label, document))
    return { name: file, language, document, labels }
  })
}

function toLabel(label: FolderLabel, { paragraphs }: CitedDocument): FigureLabel {
  const paragraph = paragraphs[label.paragraph - 1]
  const text = label.text.replace(/\s+/gu, ' ')
  const start = nearest(paragraph?.text.replace(/\s/gu, ' ') ?? '', text, label.start)
  return {
    paragraphId: paragraph?.id ?? '',
    start,
    end: start + text.length,
    text,
    values: [label.value, ...(label.valueAlternatives ?? [])],
    units: [label.unit, ...(label.unitAlternatives ?? [])],
    periods: [label.period, ...(label.periodAlternatives ?? [])],
    measures: [label.measure, ...(label.measureAlternatives ?? [])],
    qualifiers: [label.qualifier, ...(label.qualifierAlternatives ?? [])],
    optional: label.maybe,
  }
}

/** Where the words stand nearest to an offset; white space and note markers may have moved them a little. */
function nearest(text: string, words: string, offset: number): number {
  const before = text.lastIndexOf(words, offset)
  const after = text.indexOf(words, offset)
  if (before < 0 || after < 0) return Math.max(before, after, 0) || offset
  return offset - before < after - offset ? before : after
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T
}
