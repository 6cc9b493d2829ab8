/**
 * Chooses what a chart of figures may draw: the largest set of figures that are alike in unit, measure and period (or,
 * over time, kind of period and subject), and says of each other figure why it is not drawn. Nothing is converted.
 */
import type { Chart, FigureChoice, LeftOutReason } from '../../contract/chart.ts'
import type { Theme } from '../../contract/config.ts'
import type { Figure } from '../../contract/evidence.ts'
import { stemmerFor } from '../../tree/stem-words.ts'
import { isPlanned } from '../is-planned.ts'
import type { Library } from '../library.ts'
import { placeFigure } from '../place-figure.ts'
import type { ThemeMaterial } from '../theme-material.ts'
import { createAttribution, isPart, type PlacedFigure } from './attribute-figure.ts'
import { createNameFinder, type FindNames } from './find-names.ts'
import { groupBy } from './group-by.ts'
import { holdsStems, stemAll, writtenPattern } from './match-words.ts'
import { createSubjectKey } from './name-subject.ts'
import { kindOfPeriod } from './span-period.ts'

/** A figure to draw, by the name of its row; over time the row is named by its period. */
export interface ChosenFigure {
  readonly figure: Figure
  readonly who: string
}

/** A figure that the chart asks for and does not draw. */
export interface LeftOutFigure {
  readonly figure: Figure
  readonly who: string | null
  readonly reason: LeftOutReason
  /** A figure that is drawn, or the one it differs from. */
  readonly other: Figure | null
}

export interface ChosenRows {
  readonly rows: readonly ChosenFigure[]
  readonly leftOut: readonly LeftOutFigure[]
}

/** Chooses the rows of a chart among a theme's figures. */
export function chooseRows(
  chart: Chart,
  choice: FigureChoice,
  theme: Theme,
  material: Pick<ThemeMaterial, 'figures' | 'passages'>,
  library: Library,
): ChosenRows {
  const asked = askFor(choice, material.figures, library)
  const judge = createJudge(chart, choice, theme, material, library)
  const judged = asked.map(figure => ({ figure, ...judge(figure) }))
  const open = judged.flatMap(({ figure, who, reason }) => (who !== null && reason === null ? [{ figure, who }] : []))
  const leftOut: LeftOutFigure[] = judged.flatMap(({ figure, who, reason }) =>
    reason === null ? [] : [{ figure, who, reason, other: null }],
  )
  const groups = groupBy(open, ({ figure, who }) => groupKey(chart, figure, who))
  const settled = [...groups.values()].map(group => settle(group, chart.by))
  const drawn = largest(settled.map(({ rows }) => rows))
  const enough = drawn.length >= chart.fewest
  for (const { rows, conflicts } of settled) {
    leftOut.push(...conflicts)
    if (enough && rows === drawn) continue
    for (const { figure, who } of rows) {
      const other = enough ? (drawn[0]?.figure ?? null) : null
      leftOut.push({ figure, who, reason: other ? howDifferent(figure, other, chart.by) : 'alone', other })
    }
  }
  const inOrder = leftOut.toSorted((left, right) => asked.indexOf(left.figure) - asked.indexOf(right.figure))
  return { rows: enough ? sortRows(drawn, chart.by) : [], leftOut: inOrder }
}

/** The figures of the unit and measure whose subject and sentence hold the chart's words. */
function askFor(choice: FigureChoice, figures: readonly Figure[], library: Library): readonly Figure[] {
  const without = writtenPattern(choice.without)
  return figures.filter(({ unit, measure, subject, sentence, origin }) => {
    const isUnit = choice.unit.includes(unit) || (choice.unit.includes('currency') && /^[A-Z]{3}$/u.test(unit))
    if (!isUnit || measure !== choice.measure || sentence.search(without) >= 0) return false
    const stem = stemmerFor(library.documents.get(origin.seed)?.seed.metadata.language ?? 'en')
    return (
      holdsStems(subject, choice.subject, stem) &&
      (choice.sentence.length === 0 || holdsStems(sentence, choice.sentence, stem))
    )
  })
}

interface Tools {
  readonly findNames: FindNames
  readonly attribute: ReturnType<typeof createAttribution>
  readonly keySubject: (placed: PlacedFigure) => string
}

interface Judgement {
  readonly who: string | null
  readonly reason: LeftOutReason | null
}

/** Judges figures one by one: whose each is, or why it cannot be drawn beside any other. */
function createJudge(
  chart: Chart,
  choice: FigureChoice,
  theme: Theme,
  { figures, passages }: Pick<ThemeMaterial, 'figures' | 'passages'>,
  library: Library,
): (figure: Figure) => Judgement {
  const bySentence = groupBy(figures, ({ sentenceId }) => sentenceId)
  const naming = new Set(passages.flatMap(passage => passage.naming))
  const tools = new Map<string, Tools>()
  const toolsFor = (seed: string): Tools => {
    const known = tools.get(seed)
    if (known) return known
    const document = library.documents.get(seed)
    const language = document?.seed.metadata.language ?? 'en'
    const stem = stemmerFor(language)
    const plain = new Set([...choice.subject, ...choice.sentence].flatMap(words => stemAll(words, stem)))
    const findNames = createNameFinder(document?.paragraphs ?? [], language, stem)
    const made = {
      findNames,
      attribute: createAttribution(theme, plain),
      keySubject: createSubjectKey(text => findNames(text, plain), stem),
    }
    tools.set(seed, made)
    return made
  }
  return figure => {
    const placed = place(figure, bySentence.get(figure.sentenceId) ?? [], library)
    if (!placed || !figure.wellFormed || figure.value === null) return { who: null, reason: 'malformed' }
    const { attribute, findNames, keySubject } = toolsFor(figure.origin.seed)
    const date = library.documents.get(figure.origin.seed)?.seed.metadata.date
    const future = date !== undefined && figure.period !== undefined && figure.period.iso.slice(0, date.length) > date
    if (chart.by === 'periods') {
      if (future || isPlanned(placed)) return { who: null, reason: 'planned' }
      const leading = figure.sentence.slice(0, placed.at).split(/[.:;]\s/u)
      if (isPart(leading.at(-1) ?? '')) return { who: null, reason: 'part' }
      if (!naming.has(figure.sentenceId)) return { who: null, reason: 'noMember' }
      const who = keySubject(placed)
      return { who, reason: figure.period === undefined ? 'noPeriod' : null }
    }
    const whose = attribute(placed, findNames)
    if (future) return { who: null, reason: 'planned' }
    if ('reason' in whose) return { who: null, reason: whose.reason }
    return { who: whose.who, reason: figure.period === undefined ? 'noPeriod' : null }
  }
}

function place(figure: Figure, siblings: readonly Figure[], library: Library): PlacedFigure | undefined {
  const paragraph = library.paragraphs.get(figure.paragraphId)
  if (!paragraph) return undefined
  const at = placeFigure(figure, paragraph, library)
  const all = siblings.flatMap(sibling => {
    const start = placeFigure(sibling, paragraph, library)
    return start === undefined ? [] : [{ start, end: start + sibling.valueText.length }]
  })
  return at === undefined ? undefined : { figure, paragraph, at, all }
}

/** What figures must share to stand in one picture. */
function groupKey({ by }: Chart, { unit, period }: Figure, who: string): string {
  const iso = period?.iso ?? ''
  return by === 'members' ? `${unit}\n${iso}` : `${unit}\n${kindOfPeriod(iso)}\n${who}`
}

/** One figure for each row; of two that differ neither is drawn. */
function settle(
  group: readonly ChosenFigure[],
  by: Chart['by'],
): { readonly rows: readonly ChosenFigure[]; readonly conflicts: readonly LeftOutFigure[] } {
  const byRow = groupBy(group, ({ figure, who }) => (by === 'members' ? who : (figure.period?.iso ?? '')))
  const rows: ChosenFigure[] = []
  const conflicts: LeftOutFigure[] = []
  for (const same of byRow.values()) {
    const [first] = same
    if (!first) continue
    const differing = same.find(({ figure }) => saysOther(figure, first.figure))
    if (!differing) rows.push(first)
    else {
      for (const { figure, who } of same) {
        const other = saysOther(figure, first.figure) ? first.figure : differing.figure
        conflicts.push({ figure, who, reason: 'conflict', other })
      }
    }
  }
  return { rows, conflicts }
}

function saysOther(left: Figure, right: Figure): boolean {
  return left.value !== right.value || left.qualifier !== right.qualifier
}

/** The group with the most rows; of several, the one of the latest period, then the first. */
function largest(groups: readonly (readonly ChosenFigure[])[]): readonly ChosenFigure[] {
  const latest = (group: readonly ChosenFigure[]) =>
    group.map(({ figure }) => figure.period?.iso.split('/').at(-1) ?? '').reduce((a, b) => (b > a ? b : a), '')
  return groups.reduce<readonly ChosenFigure[]>(
    (best, group) =>
      group.length > best.length || (group.length === best.length && latest(group) > latest(best)) ? group : best,
    [],
  )
}

function howDifferent(figure: Figure, drawn: Figure, by: Chart['by']): LeftOutReason {
  if (figure.unit !== drawn.unit) return 'otherUnit'
  if (by === 'members') return 'otherPeriod'
  const alike = kindOfPeriod(figure.period?.iso ?? '') === kindOfPeriod(drawn.period?.iso ?? '')
  return alike ? 'otherSubject' : 'otherPeriod'
}

/** The greatest first; over time, the earliest first. */
function sortRows(rows: readonly ChosenFigure[], by: Chart['by']): readonly ChosenFigure[] {
  const compare = (left: string | number, right: string | number) => (left < right ? -1 : left > right ? 1 : 0)
  return rows.toSorted((left, right) =>
    by === 'members'
      ? compare(right.figure.value ?? 0, left.figure.value ?? 0) || compare(left.who, right.who)
      : compare(left.figure.period?.iso ?? '', right.figure.period?.iso ?? ''),
  )
}
