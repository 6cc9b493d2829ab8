/**
 * What the numbering part says of a list paragraph, and the number it has: counters run by abstract list and level, and a
 * level begins anew when one above it counts.
 */
import type { XmlElement } from './parse-xml.ts'
import { childOf, childrenOf, numberFrom, settingOf } from './xml-elements.ts'

/** The place of a paragraph in a list. */
export interface ListPlace {
  /** Paragraphs that are counted together share it. */
  readonly list: string
  /** The first item of an instance that counts anew. */
  readonly restarts: boolean
  /** From 0. */
  readonly level: number
  readonly ordered: boolean
  /** The number of an ordered item. */
  readonly number: number
  /** A level without a sign of its own goes on with the item above. */
  readonly continues: boolean
}

/** Gives a list paragraph its place; paragraphs must be asked for in document order. */
export type CountItem = (numbering: XmlElement | undefined) => ListPlace | undefined

interface Level {
  readonly format: string
  readonly sign: string
  readonly start: number
}

/** Reads the part `numbering`. */
export function readNumbering(part: XmlElement | undefined): CountItem {
  const abstracts = new Map(
    childrenOf(part, 'w:abstractNum').map(element => [element.attributes['w:abstractNumId'] ?? '', element]),
  )
  const numbers = new Map(childrenOf(part, 'w:num').map(element => [element.attributes['w:numId'] ?? '', element]))
  const lists = new Map<string, readonly Level[]>()
  const counters = new Map<string, number[]>()
  const begun = new Set<string>()

  return numbering => {
    const id = settingOf(numbering, 'w:numId') ?? ''
    const num = numbers.get(id)
    if (!num) return undefined
    const abstractId = settingOf(num, 'w:abstractNumId') ?? ''
    const levels = lists.get(id) ?? readLevels(followLink(abstracts.get(abstractId), abstracts), num)
    lists.set(id, levels)
    const level = Math.max(0, Math.min(8, numberFrom(settingOf(numbering, 'w:ilvl')) ?? 0))
    const { format, sign, start } = levels[level] ?? { format: 'decimal', sign: '', start: 1 }
    const continues = format === 'bullet' ? sign.trim() === '' : format === 'none'
    const ordered = format !== 'bullet' && format !== 'none'
    // Instances of a list go on where it was left, but for the first item of one that starts anew.
    const restarts = startsAnew(num, level) && !begun.has(`${id}/${level}`)
    begun.add(`${id}/${level}`)
    const counts = counters.get(abstractId) ?? []
    counters.set(abstractId, counts)
    if (!continues) {
      counts[level] = (restarts ? start - 1 : (counts[level] ?? start - 1)) + 1
      counts.length = level + 1
    }
    return { list: abstractId, restarts, level, ordered, number: counts[level] ?? start, continues }
  }
}

function startsAnew(num: XmlElement, level: number): boolean {
  return childrenOf(num, 'w:lvlOverride').some(
    override => numberFrom(override.attributes['w:ilvl']) === level && childOf(override, 'w:startOverride'),
  )
}

/** A list that is defined by a style names it; the list that the style is made of has the levels. */
function followLink(abstract: XmlElement | undefined, all: ReadonlyMap<string, XmlElement>): XmlElement | undefined {
  const link = settingOf(abstract, 'w:numStyleLink')
  if (link === undefined) return abstract
  return [...all.values()].find(candidate => settingOf(candidate, 'w:styleLink') === link) ?? abstract
}

function readLevels(abstract: XmlElement | undefined, num: XmlElement): readonly Level[] {
  const levels: Level[] = []
  const put = (element: XmlElement) => {
    const index = numberFrom(element.attributes['w:ilvl']) ?? 0
    if (index < 0 || index > 8) return
    levels[index] = {
      format: settingOf(element, 'w:numFmt') ?? 'decimal',
      sign: settingOf(element, 'w:lvlText') ?? '',
      start: numberFrom(settingOf(element, 'w:start')) ?? 1,
    }
  }
  for (const element of childrenOf(abstract, 'w:lvl')) put(element)
  for (const override of childrenOf(num, 'w:lvlOverride')) {
    const own = childOf(override, 'w:lvl')
    if (own) put(own)
    const index = numberFrom(override.attributes['w:ilvl']) ?? 0
    const start = numberFrom(settingOf(override, 'w:startOverride'))
    const level = levels[index]
    if (start !== undefined && level) levels[index] = { ...level, start }
  }
  return levels
}
