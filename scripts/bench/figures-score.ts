/**
 * Scores figures against labels. A figure stands for the label it overlaps and agrees with; one that overlaps without
 * agreeing, or meets no label, is wrong. Counted nouns are compared by the stem of their last word, as languages bend them.
 */
import type { Figure } from '../../pipeline/contract/evidence.ts'
import { stemmerFor } from '../../pipeline/tree/stem-words.ts'
import type { FigureLabel, LabelledDocument } from './figures-read.ts'

/** What became of one label or figure; `label` is absent for a figure where nothing is labelled. */
export interface Judged {
  readonly document: string
  readonly language: string
  readonly label?: FigureLabel
  readonly figure?: Figure
  readonly right: boolean
  readonly period: boolean
  readonly measure: boolean
  readonly qualifier: boolean
}

/** Shares of 1; of labels found, figures right, and what is right of those found. */
export interface Totals {
  readonly labels: number
  readonly recall: number
  readonly precision: number
  readonly period: number
  readonly measure: number
  readonly qualifier: number
}

/** Judges every label that counts and every figure that meets none. */
export function judgeFigures(
  { name, language, labels }: LabelledDocument,
  figures: readonly Figure[],
): readonly Judged[] {
  const used = new Set<Figure>()
  const stem = stemmerFor(language)
  const open = { document: name, language, right: false, period: false, measure: false, qualifier: false }
  const match = (label: FigureLabel, agrees: (figure: Figure) => boolean) => {
    const figure = figures.find(each => !used.has(each) && overlaps(each, label) && agrees(each))
    if (figure) used.add(figure)
    return figure
  }
  const right = new Map(labels.map(label => [label, match(label, figure => isRight(figure, label, stem))]))
  const judged = labels.flatMap((label): readonly Judged[] => {
    const figure = right.get(label)
    const other = figure ? undefined : match(label, () => true)
    if (label.optional) return []
    if (!figure) return [{ ...open, label, ...(other ? { figure: other } : {}) }]
    return [{ ...open, label, figure, right: true, ...judgeRest(figure, label) }]
  })
  // The two ends of a range share its words, and so may two figures stand for one label.
  const known = (figure: Figure) => used.has(figure) || labels.some(label => label.optional && overlaps(figure, label))
  return [...judged, ...figures.filter(figure => !known(figure)).map(figure => ({ ...open, figure }))]
}

function judgeRest(figure: Figure, label: FigureLabel): Pick<Judged, 'period' | 'measure' | 'qualifier'> {
  return {
    period: allows(label.periods, figure.period?.iso ?? null),
    measure: allows(label.measures, figure.measure),
    qualifier: allows(label.qualifiers, figure.qualifier ?? null),
  }
}

function allows<T>(wanted: readonly T[], found: T): boolean {
  return wanted.length === 0 || wanted.includes(found)
}

function overlaps(figure: Figure, { paragraphId, start, end }: FigureLabel): boolean {
  const from = Number(figure.id.split('-f').at(-1))
  return figure.paragraphId === paragraphId && from < end && from + figure.valueText.length > start
}

const names: Readonly<Record<string, string>> = { pp: 'percentage points', bp: 'basis points' }

function isRight({ value, unit }: Figure, { values, units }: FigureLabel, stem: (word: string) => string): boolean {
  const head = (name: string) => stem(name.split(' ').at(-1) ?? '')
  return allows(values, value) && units.some(wanted => wanted !== null && head(names[wanted] ?? wanted) === head(unit))
}

/** Sums up what was judged. */
export function sumFigures(judged: readonly Judged[]): Totals {
  const labels = judged.filter(({ label }) => label !== undefined).length
  const right = judged.filter(each => each.right)
  const found = judged.filter(({ figure }) => figure !== undefined).length
  const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole)
  return {
    labels,
    recall: share(right.length, labels),
    precision: share(right.length, found),
    period: share(right.filter(({ period }) => period).length, right.length),
    measure: share(right.filter(({ measure }) => measure).length, right.length),
    qualifier: share(right.filter(({ qualifier }) => qualifier).length, right.length),
  }
}
