/**
 * Composes the source pages: each seed as it was read, with an anchor for every paragraph, its notes beside it, the
 * themes it feeds, and what is wrong with it.
 */
import type { Nodes } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import type { VFileMessage } from 'vfile-message'
import type { Bibliography, CitationStatus, ImportedEntry } from '../contract/bibliography.ts'
import type { Config } from '../contract/config.ts'
import type { CitedDocument } from '../contract/document.ts'
import type { Outcome } from '../contract/outcome.ts'
import type { Passage } from '../contract/passage.ts'
import type { SourceBlock, SourceView } from '../contract/views.ts'
import { formatPlace, unitOf } from '../tree/format-place.ts'
import { formatRanges } from '../tree/format-ranges.ts'
import { flatten } from '../tree/list-paragraphs.ts'
import { createPlaceReader } from '../tree/node-place.ts'
import { noteAnchor } from '../tree/note-anchor.ts'
import { placeAnchor } from '../tree/place-anchor.ts'
import { type Anchors, createAnchors } from './anchors.ts'
import { addBeside, type BareBlock } from './compose-beside.ts'
import { composeParts, type FlatBlock, type PutIn } from './compose-parts.ts'
import { findBreaks } from './find-breaks.ts'
import { listContents } from './list-contents.ts'
import { findPlace, linkRows, listRows, type ReadPlace } from './list-corrections.ts'

export interface SourceMaterial {
  readonly documents: readonly CitedDocument[]
  readonly bibliography: Bibliography
  readonly passages: readonly Passage[]
  /** What earlier stages reported; each page shows its own seed's. */
  readonly messages: readonly VFileMessage[]
}

/** One view for each document, composed when it is asked for: together they are as large as all seeds. */
export function composeSource(material: SourceMaterial, config: Config): Outcome<Iterable<SourceView>> {
  return { value: composeEach(material, config), messages: [] }
}

function* composeEach(material: SourceMaterial, config: Config): Generator<SourceView> {
  const themes = listThemes(material.passages, config)
  const imported = new Map(material.bibliography.works.flatMap(({ id, imported: from }) => (from ? [[id, from]] : [])))
  const messages = groupByFile(material.messages)
  for (const document of material.documents) {
    yield composeOne(document, themes, imported, messages.get(document.seed.path) ?? [], config)
  }
}

function groupByFile(messages: readonly VFileMessage[]): ReadonlyMap<string, readonly VFileMessage[]> {
  const groups = new Map<string, VFileMessage[]>()
  for (const message of messages) {
    const group = groups.get(message.file ?? '') ?? []
    groups.set(message.file ?? '', group)
    group.push(message)
  }
  return groups
}

/** The entries that completed works, by the works' identifiers. */
type Imported = ReadonlyMap<string, ImportedEntry>
type Themes = ReadonlyMap<string, SourceBlock['themes']>

/** The themes each paragraph belongs to, by paragraph id. */
function listThemes(passages: readonly Passage[], config: Config): Themes {
  const titles = new Map(config.themes.map(({ id, title }) => [id, title]))
  const themes = new Map<string, SourceBlock['themes'][number][]>()
  for (const { id, theme, grade, reasons } of passages) {
    const entry = { id: theme, title: titles.get(theme) ?? theme, grade, reasons }
    themes.set(id, [...(themes.get(id) ?? []), entry])
  }
  return themes
}

function composeOne(
  document: CitedDocument,
  themes: Themes,
  imported: Imported,
  messages: readonly VFileMessage[],
  config: Config,
): SourceView {
  const { seed } = document
  const anchors = createAnchors()
  const missing = new Set(
    document.citations.flatMap(({ identifier, status }) => (status === 'missing' ? [identifier] : [])),
  )
  const rows = listRows(document.corrections)
  const putIn = document.corrections.flatMap(({ kind, position }, index) => {
    const row = rows[index]
    return kind === 'replace' && row ? [{ position, row }] : []
  })
  const blocks = composeBlocks(document, themes, missing, anchors, putIn)
  const notes = composeNotes(document, imported, anchors)
  const places = [...blocks, ...placeNotes(document)]
  const lost = [...new Set(document.citations.flatMap(({ note, status }) => (status === 'missing' ? [note] : [])))]
  const findings = messages
    .filter(({ ruleId }) => config.rules[ruleId ?? ''] !== 'off')
    .map(({ line, ruleId, reason }) => {
      const href = line === undefined ? null : findPlace(places, line)
      return { line: line ?? null, href, rule: ruleId ?? '', reason }
    })
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
    blocks: addBeside(blocks, { notes, messages: findings }),
    contents: listContents(blocks),
    notes,
    overlay: seed.overlay?.path ?? null,
    corrections: linkRows(rows, places, notes),
    glossary: Object.entries(seed.overlay?.glossary ?? {}).map(([name, spellings]) => ({ name, spellings })),
    lost: { ranges: formatRanges(lost), count: lost.length },
    messages: findings,
  }
}

function composeBlocks(
  document: CitedDocument,
  themes: Themes,
  missing: ReadonlySet<string>,
  anchors: Anchors,
  putIn: readonly PutIn[],
): readonly BareBlock[] {
  const blocks: BareBlock[] = []
  const paragraphs = new Map(document.paragraphs.map(paragraph => [placeOf(paragraph.position.start), paragraph]))
  const placeOnPaper = createPlaceReader(document.tree)
  const pageStarts = document.tree.data?.pageStarts ?? []
  visit(document.tree, (node, _index, parent) => {
    if (node.type === 'footnoteDefinition' || node.type === 'yaml') return SKIP
    const kind = kindOf(node, parent?.type)
    if (!kind || !node.position) return
    const flat: FlatBlock =
      node.type === 'code' || node.type === 'html' ? { text: node.value, notes: [] } : flatten(node)
    const { start, end } = node.position
    const own = putIn.filter(({ position: { start: at } }) => start.line <= at.line && at.line <= end.line)
    const paragraph = kind === 'heading' ? undefined : paragraphs.get(placeOf(start))
    const { pageStart, breaks } = findBreaks(pageStarts, blocks.at(-1)?.last ?? start.line, node.position, flat)
    blocks.push({
      kind,
      id: paragraph ? placeAnchor(document.seed.id, paragraph.id) : `b${blocks.length + 1}`,
      first: start.line,
      last: end.line,
      ...(node.type === 'heading' ? { depth: node.depth } : {}),
      ...formatPlace(node.position, document.seed.mediaType, placeOnPaper(node)),
      ...(pageStart === undefined ? {} : { pageStart }),
      parts: composeParts(flat, {
        seedId: document.seed.id,
        sentences: paragraph?.sentences ?? [],
        missing,
        anchors,
        putIn: own,
        breaks,
      }),
      themes: themes.get(paragraph?.id ?? '') ?? [],
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

/** The notes whose text survives, in document order; a definition that no marker calls is among them. */
function composeNotes(document: CitedDocument, imported: Imported, anchors: Anchors): SourceView['notes'] {
  const status = new Map<string, CitationStatus>(
    document.citations.map(citation => [citation.identifier, citation.status]),
  )
  const notes: SourceView['notes'][number][] = []
  const placeOnPaper = createPlaceReader(document.tree)
  visit(document.tree, 'footnoteDefinition', node => {
    const { text } = flatten(node)
    const suppliedBy = node.data?.suppliedBy
    const entries = listEntries(document, node.identifier, imported)
    const url = /https?:\/\/[^\s<>"]+/u.exec(text)?.[0].replace(/[.,;)]+$/u, '')
    const position = node.position ?? { start: { line: 0, column: 1 }, end: { line: 0, column: 1 } }
    notes.push({
      note: node.label ?? node.identifier,
      id: noteAnchor(node.identifier),
      text,
      ...(url === undefined ? {} : { url }),
      status: status.get(node.identifier) ?? 'resolved',
      ...formatPlace(position, document.seed.mediaType, placeOnPaper(node)),
      ...(suppliedBy === undefined ? {} : { suppliedBy }),
      ...(entries.length === 0 ? {} : { imported: entries }),
      backLinks: anchors.of(node.identifier),
    })
    return SKIP
  })
  return notes
}

/** The lines of the notes, under the anchors they have on the page. */
function placeNotes({ tree }: CitedDocument): readonly ReadPlace[] {
  const places: ReadPlace[] = []
  visit(tree, 'footnoteDefinition', ({ identifier, position }) => {
    if (position) places.push({ id: noteAnchor(identifier), first: position.start.line, last: position.end.line })
    return SKIP
  })
  return places
}

/** The entries of the works that a note cites, each once. */
function listEntries({ citations }: CitedDocument, note: string, imported: Imported): readonly ImportedEntry[] {
  const works = new Set(citations.flatMap(({ identifier, workId }) => (identifier === note ? (workId ?? []) : [])))
  return [...works].flatMap(id => {
    const entry = imported.get(id)
    return entry ? [{ file: entry.file, key: entry.key }] : []
  })
}
