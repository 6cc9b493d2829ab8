/**
 * Says which member of a theme a figure belongs to, where that can be defended: the sentence names the member and nobody
 * else before the figure, or it names nobody and the paragraph so far has spoken of one member alone. What is planned, a
 * part of something, or somebody else's is given to nobody.
 */
import type { Theme } from '../../contract/config.ts'
import type { Paragraph } from '../../contract/document.ts'
import type { Figure } from '../../contract/evidence.ts'
import { isPlanned } from '../is-planned.ts'
import { partWords, phrasePattern } from './chart-words.ts'
import { type FindNames, turnsToOther } from './find-names.ts'
import { writtenPattern } from './match-words.ts'

/** Whose the figure is, or why it is nobody's. */
export type Attribution = { readonly who: string } | { readonly reason: 'planned' | 'part' | 'noMember' }

/** A figure, and where it stands in its paragraph. */
export interface PlacedFigure {
  readonly figure: Figure
  readonly paragraph: Paragraph
  /** Offset in the figure's sentence. */
  readonly at: number
  /** Where all figures of that sentence stand in it. */
  readonly all: readonly { readonly start: number; readonly end: number }[]
}

const part = phrasePattern(partWords)

/** Whether the words that lead up to a figure say that it is a part of another, or one more. */
export function isPart(words: string): boolean {
  return part.test(words.toLowerCase())
}

/** Makes the judge of one theme; `known` holds stems of words that name nobody, such as the chart's own. */
export function createAttribution(
  theme: Theme,
  known: ReadonlySet<string>,
): (placed: PlacedFigure, findNames: FindNames) => Attribution {
  const members = theme.members.map(({ name, spellings }) => ({ name, pattern: writtenPattern(spellings) }))
  const themeTerms = writtenPattern(theme.terms.map(({ text }) => text))

  const mentionsIn = (text: string): readonly Mention[] =>
    members
      .flatMap(({ name, pattern }) =>
        [...text.matchAll(pattern)].map(({ index, 0: words }) => ({ name, start: index, end: index + words.length })),
      )
      .toSorted((left, right) => left.start - right.start)

  /** Blanks out the members and the theme, so that what is left names others. */
  const withoutOwn = (text: string) =>
    members.reduce((left, { pattern }) => left.replace(pattern, blank), text).replace(themeTerms, blank)

  /** The one member that the paragraph has spoken of before a sentence, unless it has turned to somebody else since. */
  const speaksOf = (paragraph: Paragraph, sentenceId: string, findNames: FindNames): string | undefined => {
    let only: string | undefined
    let turned = false
    for (const { id, text } of paragraph.sentences) {
      if (id === sentenceId) break
      const names = new Set(mentionsIn(text).map(({ name }) => name))
      if (names.size > 1) return undefined
      const [name] = names
      if (name !== undefined && only !== undefined && name !== only) return undefined
      const other = turnsToOther(withoutOwn(text).trim(), findNames, known)
      turned = name === undefined ? turned || other : other
      only ??= name
    }
    return turned ? undefined : only
  }

  return (placed, findNames) => {
    const { figure, paragraph, at } = placed
    const { sentence, sentenceId } = figure
    if (isPlanned(placed)) return { reason: 'planned' }
    const mentions = mentionsIn(sentence)
    const names = new Set(mentions.map(({ name }) => name))
    const from = names.size > 1 ? turnStart(placed, mentions) : 0
    if (from === undefined) return { reason: 'noMember' }
    const mention = mentions.findLast(({ start }) => start < at) ?? mentions[0]
    const who = mention?.name ?? speaksOf(paragraph, sentenceId, findNames)
    if (who === undefined) return { reason: 'noMember' }
    const leading = sentence.slice(Math.max(from, Math.min(at, mention?.end ?? 0)), at)
    const withoutFigures = placed.all.reduce(
      (text, { start, end }) => text.slice(0, start) + blank(text.slice(start, end)) + text.slice(end),
      withoutOwn(sentence),
    )
    const others = findNames(withoutFigures.slice(from, at), known)
    return others.length > 0 || isPart(leading) ? { reason: 'part' } : { who }
  }
}

function blank(words: string): string {
  return ' '.repeat(words.length)
}

interface Mention {
  readonly name: string
  readonly start: number
  readonly end: number
}

const nameOf = ({ name }: Mention) => name

/**
 * In a sentence that goes from member to member, each with its own figures (`Alfa sold 5 t, Beta 7 t`): where the turn
 * of this figure's member begins. Undefined where they are not told apart like this.
 */
function turnStart({ at, all }: PlacedFigure, mentions: readonly Mention[]): number | undefined {
  const inOrder = all.toSorted((left, right) => left.start - right.start)
  const last = inOrder.at(-1)?.start ?? 0
  if (mentions.some(({ start }) => start > last)) return undefined
  let from = 0
  for (const [index, { start, end }] of inOrder.entries()) {
    const between = new Set(mentions.filter(mention => mention.start >= from && mention.start < start).map(nameOf))
    if (between.size > 1 || (index === 0 && between.size === 0)) return undefined
    if (start === at) return between.size === 1 ? from : undefined
    from = end
  }
  return undefined
}
