/**
 * Raised numbers that an extract has set on lines of their own, now above their note and now below it. At a page's foot
 * there are as many such numbers as notes, and both are in order: each number is put above its note.
 */
import { readCalls } from './read-calls.ts'
import type { Line } from './read-lines.ts'

/** Lines that belong together: one number, or the text between empty lines and numbers. */
interface Chunk {
  /** 0 for text. */
  readonly value: number
  readonly lines: readonly Line[]
}

/** The lines of a page, with the numbers at its foot put where they belong. */
export function pairRaisedNumbers(lines: readonly Line[]): readonly Line[] {
  const chunks = listChunks(lines)
  const first = findFirstNumber(chunks)
  if (first < 0) return lines
  const foot = chunks.slice(first)
  if (foot.every(({ value }, index) => value > 0 === (index % 2 === 0)) && foot.length % 2 === 0) return lines
  const numbers = foot.filter(({ value }) => value > 0)
  const inner = foot.filter(({ value }) => value === 0)
  const values = new Set(numbers.map(({ value }) => value))
  const above = inner.length === numbers.length - 1 ? chunks[first - 1] : undefined
  // The last number's note may stand on the next page; and what calls the notes is none.
  if (above && (!standsBelow(numbers, lines) || listCalls(above.lines).some(value => values.has(value)))) return lines
  const texts = above ? [above, ...inner] : inner
  if (texts.length !== numbers.length || texts.some(({ value }) => value > 0)) return lines
  const start = chunks[above ? first - 1 : first]?.lines[0]
  const body = lines.slice(0, lines.indexOf(start as Line))
  const called = new Set(listCalls(body))
  if (numbers.filter(({ value }) => called.has(value)).length < numbers.length * 0.6) return lines
  return [...body, ...numbers.flatMap((number, index) => [...number.lines, ...(texts[index] as Chunk).lines])]
}

/** Whether some number, and not the last alone, stands right below its note with room after it. */
function standsBelow(numbers: readonly Chunk[], lines: readonly Line[]): boolean {
  return numbers.slice(0, -1).some(number => {
    const index = lines.indexOf(number.lines[0] as Line)
    return lines[index - 1]?.blank === false && lines[index + 1]?.blank === true
  })
}

function listCalls(lines: readonly Line[]): readonly number[] {
  return lines.flatMap(({ text }) => readCalls(text).map(({ value }) => value))
}

function listChunks(lines: readonly Line[]): readonly Chunk[] {
  const chunks: Chunk[] = []
  let text: Line[] = []
  const close = () => {
    if (text.length > 0) chunks.push({ value: 0, lines: text })
    text = []
  }
  for (const line of lines) {
    const isNumber = /^[1-9]\d{0,2}$/u.test(line.text)
    if (line.blank || isNumber) close()
    if (isNumber) chunks.push({ value: Number(line.text), lines: [line] })
    else if (!line.blank) text.push(line)
  }
  close()
  return chunks
}

/** Index of the first of the numbers that count up to the page's end; -1 where there are fewer than two. */
function findFirstNumber(chunks: readonly Chunk[]): number {
  const places = chunks.flatMap(({ value }, index) => (value > 0 ? [index] : []))
  const run = places.findLastIndex((place, at) => {
    const before = chunks[places[at - 1] ?? -1]?.value
    return before !== (chunks[place]?.value ?? 0) - 1
  })
  return places.length - run > 1 ? (places[run] ?? -1) : -1
}
