/**
 * What a reader wants to see beside a block of a source page: the notes it calls, what an overlay changed in it, what was
 * reported of its lines, and that a page begins there. It is known only when the blocks and the notes of a page are.
 */
import type { Beside, SourceBlock, SourceView } from '../contract/views.ts'
import type { ReadPlace } from './list-corrections.ts'

/** A block before anything stands beside it. */
export type BareBlock = Omit<SourceBlock, 'beside' | 'findings'> & ReadPlace

/** The blocks with what stands beside them. */
export function addBeside(
  blocks: readonly BareBlock[],
  { notes, messages }: Pick<SourceView, 'notes' | 'messages'>,
): readonly SourceBlock[] {
  const byHref = new Map(notes.map(note => [`#${note.id}`, note]))
  return blocks.map(({ first, last, ...block }, index) => {
    const before = blocks[index - 1]
    const begins = before !== undefined && block.page !== undefined && block.page !== before.page
    const own = messages.filter(({ line }) => line !== null && first <= line && line <= last)
    return {
      ...block,
      ...(begins ? { pageStart: block.page } : {}),
      beside: listBeside(block, byHref),
      findings: [...new Set(own.map(({ reason }) => reason))],
    }
  })
}

function listBeside(
  { parts }: Pick<BareBlock, 'parts'>,
  notes: ReadonlyMap<string, SourceView['notes'][number]>,
): readonly Beside[] {
  const runs = parts.flatMap(part => part.runs)
  const calls = runs.flatMap(run => (run.kind === 'note' ? [run] : []))
  const lost = [...new Set(calls.flatMap(({ missing, note }) => (missing ? [note] : [])))]
  const read = [...new Set(calls.map(({ href }) => href))].flatMap((href): Beside[] => {
    const note = notes.get(href)
    if (note?.text === undefined) return []
    return [{ kind: 'note', note: note.note, text: note.text, truncated: note.status === 'truncated' }]
  })
  const corrected = runs.flatMap(run =>
    run.kind === 'corrected' ? [{ kind: run.kind, was: run.was, text: run.text }] : [],
  )
  return [...read, ...(lost.length > 0 ? [{ kind: 'lost' as const, notes: lost }] : []), ...corrected]
}
