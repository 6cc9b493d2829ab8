import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Figure } from '../../pipeline/contract/evidence.ts'
import * as stage from '../../pipeline/extract-evidence/index.ts'
import { config, makeDocument, readText } from './read-text.ts'

/** A figure labelled by hand: where a list stands, each of its members is right. */
interface Label {
  readonly excerpt: string
  /** Offset of `valueText` in the excerpt. */
  readonly at: number
  readonly valueText: string
  readonly value: number | null
  readonly unit: string | readonly string[]
  readonly period: string | null | readonly (string | null)[]
  /** Counted neither way: readers may differ on whether it is a figure. */
  readonly optional?: boolean
}

const root = path.join(import.meta.dirname, '../..')
const seedPath = 'seeds/000_4af837fc92f3f660.txt'
const document = makeDocument(readFileSync(path.join(root, seedPath), 'utf8'), {
  mediaType: 'text/plain',
  path: seedPath,
  date: '2023',
})
const labels: readonly Label[] = JSON.parse(
  readFileSync(path.join(root, 'tests/fixtures/evidence/figures.json'), 'utf8'),
)

it('exports the stage alone', () => {
  expect(Object.keys(stage)).toEqual(['extractEvidence'])
})

describe('the figures of a whole seed, against labels made by hand', () => {
  const { figures } = stage.extractEvidence([document], config).value
  const matches = labels.map(label => ({ label, figure: figures.find(figure => isAt(figure, label)) }))
  const counted = matches.filter(({ label }) => !label.optional)
  const right = counted.filter(({ label, figure }) => figure && isValue(figure, label))
  const known = new Set(matches.map(({ figure }) => figure))
  const wrong =
    figures.filter(figure => !known.has(figure)).length +
    counted.filter(({ label, figure }) => figure && !isValue(figure, label)).length

  it('finds nine of ten', () => {
    expect(right.length / counted.length).toBeGreaterThanOrEqual(0.9)
  })

  it('is right in nine of ten', () => {
    expect(right.length / (right.length + wrong)).toBeGreaterThanOrEqual(0.9)
  })

  it('gives eight of ten their period', () => {
    const timed = right.filter(({ label, figure }) => oneOf(label.period, figure?.period?.iso ?? null))
    expect(timed.length / right.length).toBeGreaterThanOrEqual(0.8)
  })
})

function isAt(figure: Figure, label: Label): boolean {
  const paragraph = document.paragraphs.find(({ id }) => id === figure.paragraphId)
  const start = (paragraph?.text.indexOf(label.excerpt) ?? -1) + label.at
  const from = Number(figure.id.split('-f').at(-1))
  if (!paragraph?.text.includes(label.excerpt)) return false
  return from < start + label.valueText.length && from + figure.valueText.length > start
}

function isValue(figure: Figure, label: Label): boolean {
  return figure.value === label.value && oneOf(label.unit, figure.unit)
}

function oneOf<T>(expected: T | readonly T[], actual: T): boolean {
  return Array.isArray(expected) ? expected.includes(actual) : expected === actual
}

describe('whatever the text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      ...['"', '“', '”', '«', '»', '„', '$', '€', 'Br', '%', '.', ',', '-', '–', '(', ')', '[', ']', '[^1]', 'th', ' '],
      ...['1.092.5', '2022', '1,200', '12', '3.7', 'five', 'half', 'a', 'million', 'times', 'of', 'which', 'quarter'],
      ...[
        'January',
        'in',
        'May',
        'this year',
        'first',
        'months',
        'companies',
        'signed',
        'agreement',
        'agreement on trade',
        'the parties',
        'with',
        'between',
        'The Bank of Peru',
        'signed by',
        'Peru and Chile',
        'said',
        'Minsk',
        'and',
      ],
    ),
  )
  const text = fc.array(piece, { maxLength: 40 }).map(pieces => pieces.join(' '))

  it('never throws, and every word is printed in the seed', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('en', 'ru', 'fr'), (words, language) => {
        const { figures, events, quotations } = readText(`x ${words}`, { language }).value
        const { paragraphs } = makeDocument(`x ${words}`, { language })
        for (const { sentence, valueText, subject } of figures) {
          expect(sentence).toContain(valueText)
          expect(sentence).toContain(subject)
        }
        for (const { sentence, paragraphId, parties, instrument = '', subject = '' } of events) {
          expect(sentence).toContain(instrument)
          expect(sentence).toContain(subject)
          // `The parties` are named in the sentence before.
          const paragraph = paragraphs.find(({ id }) => id === paragraphId)
          for (const party of parties) expect(paragraph?.text).toContain(party)
        }
        for (const { sentence, text: quoted } of quotations) expect(sentence).toContain(quoted)
      }),
      { numRuns: 300 },
    )
  })

  it('is in document order with ids of its own, and the same twice', () => {
    const { value } = stage.extractEvidence([document], config)
    for (const kind of ['figures', 'events', 'quotations'] as const) {
      const ids = value[kind].map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }
    const offsets = value.figures.map(({ origin }) => origin.position.start.offset ?? 0)
    expect(offsets).toEqual([...offsets].sort((a, b) => a - b))
    expect(stage.extractEvidence([document], config)).toEqual(stage.extractEvidence([document], config))
  })
})
