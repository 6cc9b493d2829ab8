/**
 * Replaces words in the tree of a seed that is no text on disk (DOCX, PDF). Its lines are the reader's own, so that the
 * words are looked up in the text nodes that stand on the line; places stay those of the words that were there.
 */
import type { Root, Text } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Correction, Replacement } from '../../contract/overlay.ts'
import type { Seed } from '../../contract/seed.ts'
import { pointInText } from '../../tree/text-segments.ts'
import type { CorrectionReport } from './correction-report.ts'
import { findOccurrence } from './find-occurrence.ts'
import { listSegments, sliceText } from './list-segments.ts'
import { reportMismatch } from './report-mismatch.ts'

/** Changes the text nodes of `tree`, one entry after the other. */
export function correctWords(
  tree: Root,
  seed: Pick<Seed, 'path'>,
  entries: readonly Replacement[],
  overlay: string,
): CorrectionReport {
  const corrections: Correction[] = []
  const messages = entries.flatMap(entry => {
    const fail = (key: 'line' | 'from' | 'occurrence', reason: string) => [
      reportMismatch(overlay, `${entry.key}.${key}`, entry.positions[key], reason),
    ]
    const stretches = listStretches(tree, entry.line)
    if (stretches.length === 0) return fail('line', `line ${entry.line} of ${seed.path} holds no text`)
    const texts = stretches.map(({ node, from, to }) => node.value.slice(from, to))
    const occurrence = findOccurrence(entry, texts, seed.path)
    if ('reason' in occurrence) return fail(occurrence.key, occurrence.reason)
    const { node, from } = stretches[occurrence.index] as Stretch
    corrections.push(replaceWords(node, from + occurrence.at, entry))
    return []
  })
  return { corrections, messages }
}

/** A part of a text node that stands on one line. */
interface Stretch {
  readonly node: Text
  readonly from: number
  readonly to: number
}

function listStretches(tree: Root, line: number): readonly Stretch[] {
  const stretches: Stretch[] = []
  visit(tree, 'text', node => {
    const segments = listSegments(node)
    let open: { node: Text; from: number; to: number } | undefined
    segments.forEach(({ at, point }, index) => {
      const to = segments[index + 1]?.at ?? node.value.length
      if (point.line !== line) open = undefined
      else if (open) open.to = to
      else {
        open = { node, from: at, to }
        stretches.push(open)
      }
    })
  })
  return stretches
}

function replaceWords(node: Text, at: number, { from, to, why }: Replacement): Correction {
  const end = at + from.length
  const replaced = sliceText(node, at, end)
  const rest = sliceText(node, end, node.value.length)
  const first = listSegments(node).filter(segment => segment.at < at)
  // Each character of the new words stands on one of the old ones, the last of them at the most.
  const middle = Array.from(to, (_, index) => index).map(index => ({
    at: at + index,
    point: pointInText(node, at + Math.min(index, from.length - 1)),
  }))
  const last = rest.value === '' ? [] : (rest.data?.segments ?? [])
  node.value = node.value.slice(0, at) + to + rest.value
  node.data = {
    ...node.data,
    segments: [...first, ...middle, ...last.map(({ at: along, point }) => ({ at: at + to.length + along, point }))],
  }
  const position = replaced.position as NonNullable<Text['position']>
  return { kind: 'replace', position, from, to, ...(why === undefined ? {} : { why }) }
}
