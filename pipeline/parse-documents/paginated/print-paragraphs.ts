/**
 * What print says of paragraphs and headings, where it is known: type, true indents and true right edges. Each function
 * answers for lines that have no print as if it had not been asked.
 */
import type { Line } from './read-lines.ts'

/** How a document sets its paragraphs and headings. */
export interface PrintHabits {
  /** Right edge of full lines, in ems of the text. */
  readonly measure: number
  /** Whether lines that go on are full to the edge. */
  readonly justified: boolean
  /** Usual room before a line, in ems of the text. */
  readonly inset: number
  /** Whether headings are set in a type of their own. */
  readonly headings: boolean
}

/** The habits of a document's body; undefined where nothing is known of its print. */
export function measurePrint(lines: readonly Line[]): PrintHabits | undefined {
  const text = lines.flatMap(({ print }) => (print && isBodySize(print.size) ? [print] : []))
  if (text.length === 0) return undefined
  const edges = text.map(({ edge }) => edge).sort((left, right) => left - right)
  const measure = edges[Math.floor(edges.length * 0.9)] ?? 0
  const full = edges.filter(edge => Math.abs(edge - measure) < 0.15).length
  const insets = text.map(({ inset }) => inset).sort((left, right) => left - right)
  const headings = lines.filter((line, index) => isSetOff(line) && !isSetOff(lines[index - 1])).length
  return {
    measure,
    justified: full > text.length * 0.45,
    inset: insets[insets.length >> 1] ?? 0,
    headings: headings > 1,
  }
}

function isBodySize(size: number): boolean {
  return Math.abs(size - 1) < 0.05
}

/** Set larger than the text, or bold. */
function isSetOff(line: Line | undefined): boolean {
  return line?.print !== undefined && (line.print.size > 1.07 || (line.print.bold && line.print.size > 0.95))
}

/** A marker for which the line above had no room left. */
const loneMarker = /^(?:[[⁽]?[⁰¹²³⁴-⁹]{1,4}[\]⁾]?|\[\d{1,4}\])$/u
const numbered = /^(?:\d+(?:\.\d+)*\.?|[IVXLC]+\.)\s/u
const listSign = /^(?:[•▪◦‣·–—*-]|\(?\d{1,3}[.)]|\(?\p{L}[.)])\s*(?=\S)/u

/** Whether the second line goes on with an item of a list, under the item's first word and not under its sign. */
function isListed(here: Line, below: Line): boolean {
  const sign = listSign.exec(here.text)?.[0]
  if (sign === undefined || !here.print || !below.print || listSign.test(below.text)) return false
  const hang = below.print.inset - here.print.inset
  return below.number === here.number + 1 && hang > 0.4 && hang < 4
}

/** How much print speaks for a paragraph's end between two lines; 0 where nothing is known. */
export function weighPrintedBreak(here: Line, below: Line, habits: PrintHabits | undefined): number {
  const [above, next] = [here.print, below.print]
  if (!habits || !above || !next) return 0
  if (loneMarker.test(below.text) && below.number === here.number + 1) return -6
  if (Math.abs(above.size - next.size) > 0.06 || above.bold !== next.bold) return 6
  // A long heading goes on in the same type; the next one has a number of its own.
  if (isSetOff(here) && isSetOff(below)) return above.stretch === next.stretch && !numbered.test(below.text) ? -5 : 0
  if (isListed(here, below)) return -5
  if (/^[•▪◦‣]/u.test(below.text)) return 5
  let score = 0
  const indent = next.inset - above.inset
  if (indent > 0.7 && above.inset < habits.inset + 0.3) score += 2
  // Where a stop may not open a line, a character goes down with it.
  const slack = /^\p{Script=Han}/u.test(below.text) ? 2.6 : 0.6
  if (habits.justified && isBodySize(above.size) && above.edge < habits.measure - slack) score += 2
  if (habits.justified && Math.abs(above.edge - habits.measure) < 0.15 && indent < 0.3) score -= 1.5
  return score
}

/** Whether print makes a block a heading or keeps it from being one; undefined where the words must decide. */
export function isPrintedHeading(block: readonly Line[], habits: PrintHabits | undefined): boolean | undefined {
  const first = block[0]?.print
  if (!habits || !first) return undefined
  const text = block.map(line => line.text).join(' ')
  if (block.every(isSetOff) && block.length <= 4 && text.length <= 250 && /\p{L}{2}/u.test(text))
    return !/[,;]$|[.!?]\s.*[.!?]$/u.test(text)
  if (first.size < 0.95) return false
  const capitals = !/\p{Ll}/u.test(text) && /\p{Lu}/u.test(text)
  return habits.headings && !first.italic && !capitals ? false : undefined
}
