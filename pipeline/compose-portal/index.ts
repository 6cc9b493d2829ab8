/**
 * Composes the portal and the manifest: what this edition holds, from what it was made, what was reported, and what
 * changed against the edition that stood in out/ before.
 */
import type { VFileMessage } from 'vfile-message'
import type { Brief } from '../contract/brief.ts'
import type { Config } from '../contract/config.ts'
import type { CitedDocument } from '../contract/document.ts'
import type { Changes, Manifest, ManifestFile } from '../contract/manifest.ts'
import type { Outcome } from '../contract/outcome.ts'
import type { Artifact } from '../contract/page.ts'
import type { SourceQuality } from '../contract/quality.ts'
import type { PortalBrief, PortalView } from '../contract/views.ts'
import { countByRule } from '../diagnostics/count-by-rule.ts'
import { formatDay } from '../tree/format-period.ts'
import { sumNotes } from '../tree/tally-notes.ts'
import { compareEditions } from './compare-editions.ts'

export interface PortalMaterial {
  readonly documents: readonly CitedDocument[]
  readonly sources: SourceQuality
  readonly briefs: readonly Brief[]
  readonly artifacts: readonly Artifact[]
  readonly messages: readonly VFileMessage[]
  /** What the edition is made from besides the seeds. */
  readonly otherInputs: readonly ManifestFile[]
  /** The manifest of the edition before, if there is one. */
  readonly previous: Manifest | undefined
}

/** The portal's view and the manifest without the portal itself. */
export function composePortal(
  material: PortalMaterial,
  config: Config,
): Outcome<{ readonly portal: PortalView; readonly manifest: Manifest }> {
  const { documents, sources, briefs, artifacts, messages, previous } = material
  const seeds = documents.map(({ seed }) => ({ path: seed.path, sha256: seed.sha256, bytes: seed.bytes }))
  const inputs = [...seeds, ...material.otherInputs]
  const outputs = artifacts.map(({ path, sha256, bytes, pages }) => ({
    path,
    sha256,
    bytes: bytes.length,
    ...(pages === undefined ? {} : { pages }),
  }))
  const date = briefs[0]?.date ?? config.date
  const rules = countByRule(messages, config.rules)
  const changes = compareEditions({ date, inputs, outputs }, previous)
  const { title } = config
  const manifest: Manifest = {
    generator: 'briefwright',
    title,
    date,
    inputs,
    corrections: documents.flatMap(listCorrections),
    outputs,
    messages: rules,
    changes,
  }
  const language = config.audiences[0]?.locale ?? 'en'
  const portal: PortalView = {
    title,
    publisher: config.publisher,
    language,
    date,
    dateText: date === null ? null : formatDay(date, language),
    audiences: config.audiences
      .filter(({ id }) => config.selected.audiences.includes(id))
      .map(({ id, title }) => ({ id, title })),
    themes: listThemes(briefs, artifacts, changes, config),
    sources: documents.map(document => listSource(document, sources)),
    notes: sources.notes,
    downloads: artifacts
      .filter(({ path }) => /^(?:bibliography|data)\/(?!index)/u.test(path) || path === 'CITATION.cff')
      .map(({ path, bytes }) => ({
        label: path.replace(/^(?:bibliography|data)\//u, ''),
        href: path,
        sizeText: formatSize(bytes.length),
      })),
    messages: rules,
    changes,
  }
  return { value: { portal, manifest }, messages: [] }
}

function listCorrections({ seed, corrections }: CitedDocument): Manifest['corrections'] {
  return corrections.map(({ kind, position, ...texts }) => ({
    seed: seed.path,
    overlay: seed.overlay?.path ?? '',
    kind,
    line: position.start.line,
    ...texts,
  }))
}

function listThemes(
  briefs: readonly Brief[],
  artifacts: readonly Artifact[],
  changes: Changes,
  config: Config,
): PortalView['themes'] {
  return config.themes.flatMap(({ id, title }) => {
    const own = briefs.filter(({ theme }) => theme.id === id)
    if (own.length === 0) return []
    return [
      {
        id,
        title,
        passages: own[0]?.counts.passages ?? 0,
        briefs: own.map(brief => listBrief(brief, artifacts, changes)),
      },
    ]
  })
}

function listBrief(brief: Brief, artifacts: readonly Artifact[], changes: Changes): PortalBrief {
  const own = artifacts.filter(({ path }) => path.startsWith(`briefs/${brief.id}.`))
  const picture = own.find(({ mediaType }) => mediaType === 'image/webp')
  const files = own.filter(file => file !== picture)
  const change = changes.entries.find(
    ({ path, what }) => what !== 'removed' && files.some(file => file.path === path),
  )?.what
  return {
    title: brief.title,
    audience: brief.audience,
    statements: brief.quality.statements,
    backed: brief.quality.backed,
    picture: picture ? `data:image/webp;base64,${Buffer.from(picture.bytes).toString('base64')}` : null,
    formats: files.map(({ path, bytes, pages }) => ({
      format: path.endsWith('.pdf') ? 'pdf' : 'html',
      href: path,
      bytes: bytes.length,
      sizeText: formatSize(bytes.length),
      ...(pages === undefined ? {} : { pages }),
    })),
    change: change === 'new' || change === 'changed' ? change : 'unchanged',
  }
}

function listSource({ seed, paragraphs }: CitedDocument, { seeds }: SourceQuality): PortalView['sources'][number] {
  const { title, author, date } = seed.metadata
  const own = seeds.filter(quality => quality.seed === seed.path).map(({ notes }) => notes)
  return {
    title,
    ...(author === undefined ? {} : { author }),
    ...(date === undefined ? {} : { date }),
    href: `sources/${seed.id}.html`,
    path: seed.path,
    paragraphs: paragraphs.length,
    notes: sumNotes(own),
  }
}

/** Decimal units, as file managers show them. */
function formatSize(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
