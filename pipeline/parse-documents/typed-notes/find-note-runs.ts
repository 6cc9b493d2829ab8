/**
 * Runs of blocks that open notes: numbers of one dress that rise from about 1. A run counts only under a title such as
 * “Notes”, below a rule, or as the last thing in the document.
 */
import type { BlockContent, Root, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { isNotesTitle } from '../notes-title.ts'
import { type Dress, openNotes, type TypedNote } from './open-notes.ts'

export interface NoteRun {
  readonly dress: Dress
  readonly notes: readonly TypedNote[]
  /** Of the first and the last block of the run among the document's blocks. */
  readonly first: number
  readonly last: number
  readonly hasTitle: boolean
}

/** The runs in document order. */
export function findNoteRuns({ children }: Root): readonly NoteRun[] {
  const runs: NoteRun[] = []
  let open: OpenRun | undefined
  const close = () => {
    if (open)
      runs.push({ ...open, dress: open.notes[0]?.dress ?? 'plain', hasTitle: isTitle(children[open.first - 1]) })
    open = undefined
  }
  children.forEach((child, index) => {
    const notes = openNotes(child)
    const goesOn = open !== undefined && continuesRun(open, notes)
    if (open && goesOn) {
      open.notes = [...extendLast(open.notes, open.pending), ...notes]
      open.pending = []
      open.last = index
    } else if (notes.length > 0) {
      const number = notes[0]?.number ?? 0
      if (open && number > 2 && open.pending.length < longestGap) open.pending.push(child as BlockContent)
      else {
        close()
        if (number >= 1 && number <= 2) open = { notes, pending: [], first: index, last: index }
      }
    } else if (open && mayContinue(child) && open.pending.length < longestGap) open.pending.push(child)
    else close()
  })
  close()
  return runs.filter(run => run.hasTitle || isRule(children[run.first - 1]) || isLast(run, children))
}

interface OpenRun {
  notes: readonly TypedNote[]
  pending: BlockContent[]
  readonly first: number
  last: number
}

/** Paragraphs that one note may have after its first, and numbers that may be missing between two notes. */
const longestGap = 4

function continuesRun(open: OpenRun, notes: readonly TypedNote[]): boolean {
  const [next] = notes
  const last = open.notes.at(-1)
  if (!next || !last || next.dress !== last.dress) return false
  return next.number > last.number && next.number <= last.number + longestGap
}

function extendLast(notes: readonly TypedNote[], blocks: readonly BlockContent[]): readonly TypedNote[] {
  const last = notes.at(-1)
  if (!last || blocks.length === 0) return notes
  const end = blocks.at(-1)?.position?.end
  const position = last.position && end ? { start: last.position.start, end } : last.position
  return [...notes.slice(0, -1), { ...last, blocks: [...last.blocks, ...blocks], position }]
}

function mayContinue(node: RootContent): node is BlockContent {
  return node.type === 'paragraph' ? !isTitle(node) : node.type === 'blockquote' || node.type === 'list'
}

/** Whether a block is a title or a rule that stands above notes. */
export function standsAboveNotes(node: RootContent | undefined): boolean {
  return isRule(node) || isTitle(node)
}

function isTitle(node: RootContent | undefined): boolean {
  if (node?.type !== 'heading' && node?.type !== 'paragraph') return false
  const text = textOf(node)
  return text.length < 40 && isNotesTitle(text)
}

function isRule(node: RootContent | undefined): boolean {
  return node?.type === 'thematicBreak'
}

function isLast(run: NoteRun, children: readonly RootContent[]): boolean {
  return children.slice(run.last + 1).every(isRule)
}
