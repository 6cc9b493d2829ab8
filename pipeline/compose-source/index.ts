/**
 * Composes the source pages: each seed as it was read, with an anchor for every paragraph, its notes beside it, the
 * themes it feeds, and what is wrong with it.
 */
import type { Nodes } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import type { VFileMessage } from 'vfile-message'
import type { CitationStatus } from '../contract/bibliography.ts'
import type { Config } from '../contract/config.ts'
import type { CitedDocument, NoteMark } from '../contract/document.ts'
import type { Outcome } from '../contract/outcome.ts'
import type { Passage } from '../contract/passage.ts'
import type { SourceBlock, SourceView } from '../contract/views.ts'
import { formatPlace, unitOf } from '../tree/format-place.ts'
import { formatRanges } from '../tree/format-ranges.ts'
import { flatten } from '../tree/list-paragraphs.ts'
import { createPlaceReader } from '../tree/node-place.ts'

export interface SourceMaterial {
  readonly documents: readonly CitedDocument[]
  readonly passages: readonly Passage[]
  /** What earlier stages reported; each page shows its own seed's. */
  readonly messages: readonly VFileMessage[]
}

/** One view for each document. */
export function composeSource(material: SourceMaterial, config: Config): Outcome<readonly SourceView[]> {
  const themes = listThemes(material.passages, config)
  const value = material.documents.map(document => composeOne(document, themes, material.messages, config))
  return { value, messages: [] }
}

type Themes = ReadonlyMap<string, SourceBlock['themes']>

/** The themes each paragraph belongs to, by paragraph id. */
function listThemes(passages: readonly Passage[], config: Config): Themes {
  const titles = new Map(config.themes.map(({ id, title }) => [id, title]))
  const themes = new Map<string, SourceBlock['themes'][number][]>()
  for (const { id, theme, grade } of passages) {
    const entry = { id: theme, title: titles.get(theme) ?? theme, grade }
    themes.set(id, [...(themes.get(id) ?? []), entry])
  }
  return themes
}

function composeOne(
  document: CitedDocument,
  themes: Themes,
  messages: readonly VFileMessage[],
  config: Config,
): SourceView {
  const { seed } = document
  const anchors = createAnchors()
  const missing = new Set(
    document.citations.flatMap(({ identifier, status }) => (status === 'missing' ? [identifier] : [])),
  )
  const blocks = composeBlocks(document, themes, missing, anchors)
  const lost = [...new Set(document.citations.flatMap(({ note, status }) => (status === 'missing' ? [note] : [])))]
  const { title, author, date, language } = seed.metadata
  return {
    id: seed.id,
    title,
    ...(author === undefined ? {} : { author }),
    ...(date === undefined ? {} : { date }),
    language,
    publication: config.title,
    path: seed.path,
    sha256: seed.sha256,
    encoding: seed.encoding,
    bytes: seed.bytes,
    unit: unitOf(seed.mediaType),
    blocks,
    notes: composeNotes(document, anchors),
    lost: { ranges: formatRanges(lost), count: lost.length },
    messages: messages
      .filter(({ file, ruleId }) => file === seed.path && config.rules[ruleId ?? ''] !== 'off')
      .map(({ line, ruleId, reason }) => ({ line: line ?? null, rule: ruleId ?? '', reason })),
  }
}

/** Anchors of the markers, by note identifier, handed out in reading order. */
interface Anchors {
  readonly next: (identifier: string) => string
  readonly of: (identifier: string) => readonly string[]
}

function createAnchors(): Anchors {
  const given = new Map<string, string[]>()
  return {
    next: identifier => {
      const list = given.get(identifier) ?? []
      const anchor = `marker-${slug(identifier)}${list.length === 0 ? '' : `-${list.length + 1}`}`
      given.set(identifier, [...list, anchor])
      return anchor
    },
    of: identifier => given.get(identifier) ?? [],
  }
}

/** Identifiers may hold any character; anchors are ASCII. */
function slug(identifier: string): string {
  return identifier.replace(/[^\w-]/gu, character => `u${(character.codePointAt(0) ?? 0).toString(16)}`)
}

function composeBlocks(
  document: CitedDocument,
  themes: Themes,
  missing: ReadonlySet<string>,
  anchors: Anchors,
): readonly SourceBlock[] {
  const blocks: SourceBlock[] = []
  const ids = new Map(document.paragraphs.map(({ position, id }) => [placeOf(position.start), id]))
  const placeOnPaper = createPlaceReader(document.tree)
  visit(document.tree, (node, _index, parent) => {
    if (node.type === 'footnoteDefinition' || node.type === 'yaml') return SKIP
    const kind = kindOf(node, parent?.type)
    if (!kind || !node.position) return
    const { text, notes } =
      node.type === 'code' || node.type === 'html' ? { text: node.value, notes: [] } : flatten(node)
    const { start } = node.position
    const paragraph = ids.get(placeOf(start))
    const id = (kind === 'heading' ? undefined : paragraph) ?? `${document.seed.id}-b${blocks.length + 1}`
    blocks.push({
      kind,
      id,
      ...(node.type === 'heading' ? { depth: node.depth } : {}),
      ...formatPlace(node.position, document.seed.mediaType, placeOnPaper(node)),
      runs: composeRuns(text, notes, missing, anchors),
      themes: themes.get(id) ?? [],
    })
    return SKIP
  })
  return blocks
}

function placeOf(point: { readonly line: number; readonly column: number }): string {
  return `${point.line}:${point.column}`
}

function kindOf(node: Nodes, parent: string | undefined): SourceBlock['kind'] | undefined {
  if (node.type === 'heading') return 'heading'
  if (node.type === 'code' || node.type === 'html') return 'code'
  if (node.type === 'tableRow') return 'table'
  if (node.type !== 'paragraph') return undefined
  if (parent === 'listItem') return 'listItem'
  return parent === 'blockquote' ? 'quotation' : 'paragraph'
}

function composeRuns(
  text: string,
  notes: readonly NoteMark[],
  missing: ReadonlySet<string>,
  anchors: Anchors,
): SourceBlock['runs'] {
  const runs: SourceBlock['runs'][number][] = []
  let from = 0
  for (const { note, identifier, offset } of notes) {
    if (offset > from) runs.push({ kind: 'text', text: text.slice(from, offset) })
    const lost = missing.has(identifier)
    runs.push({
      kind: 'note',
      note,
      href: lost ? '#lost' : `#note-${slug(identifier)}`,
      id: anchors.next(identifier),
      missing: lost,
    })
    from = offset
  }
  if (from < text.length) runs.push({ kind: 'text', text: text.slice(from) })
  return runs
}

/** The notes whose text survives, in document order; a definition that no marker calls is among them. */
function composeNotes(document: CitedDocument, anchors: Anchors): SourceView['notes'] {
  const status = new Map<string, CitationStatus>(
    document.citations.map(citation => [citation.identifier, citation.status]),
  )
  const notes: SourceView['notes'][number][] = []
  const placeOnPaper = createPlaceReader(document.tree)
  visit(document.tree, 'footnoteDefinition', node => {
    const { text } = flatten(node)
    const url = /https?:\/\/[^\s<>"]+/u.exec(text)?.[0].replace(/[.,;)]+$/u, '')
    const position = node.position ?? { start: { line: 0, column: 1 }, end: { line: 0, column: 1 } }
    notes.push({
      note: node.label ?? node.identifier,
      id: `note-${slug(node.identifier)}`,
      text,
      ...(url === undefined ? {} : { url }),
      status: status.get(node.identifier) ?? 'resolved',
      ...formatPlace(position, document.seed.mediaType, placeOnPaper(node)),
      backLinks: anchors.of(node.identifier),
    })
    return SKIP
  })
  return notes
}
