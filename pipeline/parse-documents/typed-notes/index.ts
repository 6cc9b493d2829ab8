/**
 * Notes typed by hand, in a tree that has no others: numbers in brackets or raised in the text, and at its end, or at a
 * chapter's, paragraphs or a list that open with the same numbers. Lists of works that are cited by number are such notes.
 */
import type { FootnoteDefinition, FootnoteReference, PhrasingContent, Root, RootContent, Text } from 'mdast'
import { visit } from 'unist-util-visit'
import { endInText, sliceText } from '../../tree/slice-text.ts'
import { pointInText } from '../../tree/text-segments.ts'
import { type Call, findCalls } from './find-calls.ts'
import { findNoteRuns, type NoteRun, standsAboveNotes } from './find-note-runs.ts'
import type { TypedNote } from './open-notes.ts'
import { takeRuns } from './take-runs.ts'

/** Makes typed notes footnotes. A tree that has footnotes, or no typed ones, stays as it is. */
export function markTypedNotes(tree: Root): void {
  if (hasNotes(tree)) return
  const runs = findNoteRuns(tree)
  if (runs.length === 0) return
  const taken = takeRuns(runs, tree.children.map(findCalls))
  if (taken.length === 0) return
  const used = new Map<string, number>()
  const definitions = new Map<NoteRun, readonly FootnoteDefinition[]>()
  for (const { run, calls } of taken) {
    const identify = nameNumbers(run, calls, used)
    definitions.set(
      run,
      run.notes.map(note => defineNote(note, identify(note.number))),
    )
    replaceCalls(tree, calls, identify)
  }
  tree.children = placeDefinitions(tree.children, definitions)
}

function hasNotes(tree: Root): boolean {
  let found = false
  visit(tree, node => {
    found ||= node.type === 'footnoteDefinition' || node.type === 'footnoteReference'
  })
  return found
}

/** Identifiers of a run's numbers: the number itself as long as no run before has it. */
function nameNumbers(run: NoteRun, calls: readonly Call[], used: Map<string, number>): (number: number) => string {
  const numbers = new Set([...run.notes.map(({ number }) => number), ...calls.flatMap(call => call.numbers)])
  const names = new Map<number, string>()
  for (const number of numbers) {
    const count = (used.get(String(number)) ?? 0) + 1
    used.set(String(number), count)
    names.set(number, count === 1 ? String(number) : `${number}-${count}`)
  }
  return number => names.get(number) ?? String(number)
}

function defineNote({ number, blocks, position, data }: TypedNote, identifier: string): FootnoteDefinition {
  return {
    type: 'footnoteDefinition',
    identifier,
    label: String(number),
    children: blocks,
    ...(position ? { position } : {}),
    ...(data ? { data } : {}),
  }
}

function replaceCalls(tree: Root, calls: readonly Call[], identify: (number: number) => string): void {
  const byNode = new Map<Text, Call[]>()
  for (const call of calls) byNode.set(call.node, [...(byNode.get(call.node) ?? []), call])
  visit(tree, 'text', (node, index, parent) => {
    const own = byNode.get(node)
    if (!own || !parent || index === undefined) return undefined
    const parts = splitText(node, own, identify)
    parent.children.splice(index, 1, ...parts)
    return index + parts.length
  })
}

function splitText(node: Text, calls: readonly Call[], identify: (number: number) => string): PhrasingContent[] {
  const parts: PhrasingContent[] = []
  let from = 0
  for (const { from: start, to, numbers } of calls) {
    // The space that a marker was set off with goes where another follows.
    const gap = /^(?:[\s.,;:!?)»”…。，；：！？）]|$)/u.test(node.value.slice(to))
    const end = gap ? node.value.slice(0, start).trimEnd().length : start
    if (end > from) parts.push(sliceText(node, from, end))
    const position = { start: pointInText(node, start), end: endInText(node, to) }
    for (const number of numbers) {
      const label = String(number)
      const reference: FootnoteReference = { type: 'footnoteReference', identifier: identify(number), label }
      parts.push({ ...reference, position })
    }
    from = to
  }
  if (from < node.value.length) parts.push(sliceText(node, from, node.value.length))
  return parts
}

/** The blocks with notes in the place of their runs, and without the titles and rules above them. */
function placeDefinitions(
  children: readonly RootContent[],
  definitions: ReadonlyMap<NoteRun, readonly FootnoteDefinition[]>,
): RootContent[] {
  const kept: RootContent[] = []
  let from = 0
  for (const [run, notes] of definitions) {
    kept.push(...children.slice(from, run.first))
    while (standsAboveNotes(kept.at(-1))) kept.pop()
    kept.push(...notes)
    from = run.last + 1
  }
  return [...kept, ...children.slice(from)]
}
