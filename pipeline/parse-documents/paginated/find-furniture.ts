/**
 * Page numbers and running heads, told by their return at the same edge of many pages.
 */
import { readOpening } from './note-openings.ts'
import { bareNumber, edgeNumber, shapeOf } from './page-numbers.ts'
import { findPlacedFurniture } from './print-blocks.ts'
import type { Line } from './read-lines.ts'
import { isEndnotesTitle } from './take-endnotes.ts'

/** The lines that are page numbers or running heads. */
export function findFurniture(pages: readonly (readonly Line[])[]): ReadonlySet<Line> {
  const found = new Set<Line>()
  if (pages.length < 2 && !pages[0]?.some(({ print }) => print)) return found
  const title = pages[0]?.find(line => !line.blank)?.text.toLowerCase() ?? ''
  for (const edge of ['top', 'bottom'] as const) {
    for (let depth = 0; depth < 3; depth += 1) {
      const lines = pages.map(page => edgeLine(page, edge, found))
      const titles = edge === 'top' ? [...findTitleHeads(lines, title), ...findFirstHead(pages, lines)] : []
      const returning = [...findReturning(lines, edge), ...titles, ...findPlacedFurniture(pages, edge, found)]
      if (returning.length === 0) break
      for (const line of returning) found.add(line)
    }
  }
  return found
}

function edgeLine(page: readonly Line[], edge: 'top' | 'bottom', taken: ReadonlySet<Line>): Line | undefined {
  const left = page.filter(line => !line.blank && !taken.has(line))
  return edge === 'top' ? left[0] : left.at(-1)
}

/** Edge lines with a number in step with their pages, on most pages; and those that return on a quarter of them. */
function findReturning(lines: readonly (Line | undefined)[], edge: 'top' | 'bottom'): readonly Line[] {
  const shapes = new Map<string, Line[]>()
  const steps = new Map<number, Line[]>()
  lines.forEach((line, page) => {
    if (!line || line.text.replace(/\s+/gu, ' ').length > 120 || isEndnotesTitle(line.text)) return
    const number = bareNumber.exec(line.text)?.[1] ?? edgeNumber.exec(line.text)?.slice(1).find(Boolean)
    if (number !== undefined) push(steps, Number(number) - page, line)
    // What heads the first page without a number is the paper's title; notes at the foot may say the same many times.
    const isTitle = edge === 'top' && page === 0 && !edgeNumber.test(line.text) && !/\s{8}/u.test(line.text)
    const isNote = edge === 'bottom' && readOpening(line.text) !== undefined
    if (!bareNumber.test(line.text) && !isTitle && !isNote) push(shapes, shapeOf(line.text), line)
  })
  // Left and right pages may have the number on different lines.
  const most = Math.max(2, Math.floor(lines.length * 0.4))
  const many = Math.max(edge === 'top' ? 2 : 3, Math.floor(lines.length / 4))
  const inStep = [...steps.values()].filter(group => group.length >= most)
  return [...inStep, ...[...shapes.values()].filter(group => group.length >= many)].flat()
}

/**
 * The first page's line where it is a running head and no title: it returns on other pages, and the title, which begins
 * with the same words, stands below it.
 */
function findFirstHead(pages: readonly (readonly Line[])[], lines: readonly (Line | undefined)[]): readonly Line[] {
  const [first, below] = pages[0]?.filter(line => !line.blank && !bareNumber.test(line.text)) ?? []
  if (!first || !below || lines[0] !== first) return []
  const shape = shapeOf(first.text)
  const again = lines.slice(1).filter(line => line && shapeOf(line.text) === shape) as Line[]
  const opening = shape.slice(0, 12)
  return again.length > 0 && below.text.toLowerCase().startsWith(opening) ? [first, ...again] : []
}

/** Lines with a page number that repeat the paper's title. */
function findTitleHeads(lines: readonly (Line | undefined)[], title: string): readonly Line[] {
  return lines.flatMap(line =>
    line && title !== '' && line.text.toLowerCase() !== title && shapeOf(line.text) === title ? [line] : [],
  )
}

function push<K>(map: Map<K, Line[]>, key: K, line: Line): void {
  const list = map.get(key)
  if (list) list.push(line)
  else map.set(key, [line])
}
