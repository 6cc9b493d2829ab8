/**
 * Places in a text that may call a note typed by hand: numbers in square brackets, in round ones that stand at a word,
 * and raised digits that are no powers.
 */
import type { Nodes, Text } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import { readRaised } from './open-notes.ts'

/** How a call is set. */
export type CallDress = 'square' | 'round' | 'raised'

export interface Call {
  readonly node: Text
  readonly dress: CallDress
  readonly numbers: readonly number[]
  /** In the text node, brackets and all. */
  readonly from: number
  readonly to: number
}

const patterns: Readonly<Record<CallDress, RegExp>> = {
  square: /[[［【〔]\s*(\d{1,3}(?:\s*[,;，、–-]\s*\d{1,3})*)\s*[\]］】〕]/gu,
  round: /(?:(?<=[^\s(（])[(（]|(?<=\S\s)[(（](?=\d{1,3}[)）](?:[\s.,;:!?]*$|[.,;:!?])))(\d{1,3})[)）]/gu,
  raised: /(?<=[\p{L}\p{Pe}\p{Pf}"'“.,;:!?…])([⁰¹²³⁴-⁹]{1,3})(?![\p{L}⁰¹²³⁴-⁹])/gu,
}

/** The calls in a node, in document order; code, links and notes have none. */
export function findCalls(root: Nodes): readonly Call[] {
  const calls: Call[] = []
  visit(root, (node, index, parent) => {
    if (/^(?:link|linkReference|code|inlineCode|footnoteDefinition|heading)$/u.test(node.type)) {
      return node.type === 'heading' ? undefined : SKIP
    }
    // A number that a block opens with is a number of the block.
    const opens = index === 0 && (parent?.type === 'paragraph' || parent?.type === 'heading')
    if (node.type === 'text')
      calls.push(...findInText(node).filter(({ from }) => !opens || node.value.slice(0, from).trim() !== ''))
    return undefined
  })
  return calls
}

function findInText(node: Text): readonly Call[] {
  const found = (Object.keys(patterns) as CallDress[]).flatMap(dress =>
    [...node.value.matchAll(patterns[dress])].flatMap((match): readonly Call[] => {
      const numbers = readNumbers(match[1] ?? '', dress)
      if (numbers.length === 0 || (dress === 'raised' && isPower(node.value, match.index))) return []
      return [{ node, dress, numbers, from: match.index, to: match.index + match[0].length }]
    }),
  )
  return found.sort((left, right) => left.from - right.from)
}

/** One number, several with commas between them, or all of a range. */
function readNumbers(text: string, dress: CallDress): readonly number[] {
  if (dress === 'raised') return [readRaised(text)]
  return text.split(/\s*[,;，、]\s*/u).flatMap(part => {
    const [from = 0, to = from] = part.split(/\s*[–-]\s*/u).map(Number)
    return Array.from({ length: Math.max(0, Math.min(to - from, 20)) + 1 }, (_, index) => from + index)
  })
}

const powers = /(?:^|[^\p{L}])(?:[kcdmµ]?m|км|см|мм|дм|м|ft|in|mi|yd|\p{L})$/u

function isPower(value: string, at: number): boolean {
  return /^[²³]/u.test(value.slice(at)) && powers.test(value.slice(0, at))
}
