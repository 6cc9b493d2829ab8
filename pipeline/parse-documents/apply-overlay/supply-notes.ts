/**
 * Puts the texts of lost notes into the tree, and whole texts in the place of broken ones. A supplied note is a
 * definition like any other; it stands where its first marker does, and says which overlay it comes from.
 */
import type { FootnoteDefinition, FootnoteReference, Root, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Position } from 'unist'
import { visit } from 'unist-util-visit'
import type { Correction, Overlay, SuppliedNote } from '../../contract/overlay.ts'
import type { CorrectionReport } from './correction-report.ts'
import { quote, reportMismatch } from './report-mismatch.ts'

type Marker = FootnoteReference & { position: Position }

/** Changes the notes of `tree`. */
export function supplyNotes(tree: Root, seed: string, { path, notes }: Overlay): CorrectionReport {
  const markers: Marker[] = []
  visit(tree, 'footnoteReference', node => {
    if (node.position) markers.push(node as Marker)
  })
  const corrections: Correction[] = []
  const messages = notes.flatMap(note => {
    const supplied = supplyNote(tree, note, markers, seed, path)
    if (typeof supplied === 'string') return [reportMismatch(path, note.key, note.position, supplied)]
    corrections.push(supplied)
    return []
  })
  return { corrections, messages }
}

function supplyNote(
  tree: Root,
  note: SuppliedNote,
  markers: readonly Marker[],
  seed: string,
  overlay: string,
): Correction | string {
  const marker = findMarker(note.name, markers, seed)
  if (typeof marker === 'string') return marker
  const { identifier, label } = marker
  const correction: Correction = {
    kind: 'note',
    position: marker.position,
    to: note.text,
    note: label ?? identifier,
  }
  const known = listDefinitions(tree).find(definition => definition.identifier === identifier)
  if (!known) {
    insertInOrder(tree, defineNote(note.text, marker, marker.position, overlay), markers)
    return correction
  }
  const text = textOf(known).replace(/\s+/gu, ' ').trim()
  if (known.data?.suppliedBy !== undefined) return `note ${correction.note} is supplied twice`
  if (!known.data?.truncated && !goesOn(text, note.text) && !namesEntry(note.text))
    return `note ${correction.note} stands whole in ${seed}: ${quote(text)}; what completes it must begin with these words`
  const position = known.position ?? marker.position
  Object.assign(known, defineNote(note.text, marker, position, overlay))
  return { ...correction, position, ...(text === '' ? {} : { from: text }) }
}

/** The first marker of the note that a name means: by identifier, which is its own, else by label. */
function findMarker(name: string, markers: readonly Marker[], seed: string): Marker | string {
  const own = markers.find(({ identifier }) => identifier === name.toLowerCase())
  if (own) return own
  const named = markers.filter(({ label }) => label === name)
  const identifiers = [...new Set(named.map(({ identifier }) => identifier))]
  if (identifiers.length > 1)
    return `several notes of ${seed} have this number; name the one that is meant: ${identifiers.join(', ')}`
  return named[0] ?? `no marker in ${seed} calls a note ${name}`
}

/** Whether a text begins with all that another has, and says more. */
function goesOn(broken: string, whole: string): boolean {
  return whole.length > broken.length && whole.startsWith(broken.replace(/[-–…]+$/u, ''))
}

/** Whether a text names an entry of the library, such as `@smith2020, p. 45`: that may stand for any note. */
function namesEntry(text: string): boolean {
  return /^\[?-?@[\p{L}\d_{]/u.test(text)
}

function defineNote(
  text: string,
  { identifier, label }: Marker,
  position: Position,
  overlay: string,
): FootnoteDefinition {
  return {
    type: 'footnoteDefinition',
    identifier,
    ...(label === undefined ? {} : { label }),
    children: [{ type: 'paragraph', children: [{ type: 'text', value: text, position }], position }],
    position,
    data: { suppliedBy: overlay },
  }
}

function listDefinitions(tree: Root): readonly FootnoteDefinition[] {
  const definitions: FootnoteDefinition[] = []
  visit(tree, 'footnoteDefinition', node => void definitions.push(node))
  return definitions
}

/** Beside the note whose marker is next, so that notes keep the order of their markers, in which `Ibid.` is read. */
function insertInOrder(tree: Root, definition: FootnoteDefinition, markers: readonly Marker[]): void {
  const order = [...new Set(markers.map(({ identifier }) => identifier))]
  const own = order.indexOf(definition.identifier)
  const indexOf = (identifier: string) =>
    tree.children.findIndex(node => node.type === 'footnoteDefinition' && node.identifier === identifier)
  const before = order
    .slice(0, own)
    .map(indexOf)
    .findLast(index => index >= 0)
  const after = order
    .slice(own + 1)
    .map(indexOf)
    .find(index => index >= 0)
  const at = before !== undefined ? before + 1 : (after ?? indexBehind(tree.children, definition.position))
  tree.children.splice(at, 0, definition)
}

/** Behind the block that holds a place. */
function indexBehind(children: readonly RootContent[], position: Position | undefined): number {
  const line = position?.start.line ?? 0
  const next = children.findIndex(node => (node.position?.start.line ?? 0) > line)
  return next < 0 ? children.length : next
}
