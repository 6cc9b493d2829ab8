/**
 * The stages in order: the table of contents of the code. Reading, notes, passages and evidence make the analysis;
 * composing, filling, rendering and publishing make the edition.
 */
import type { VFileMessage } from 'vfile-message'
import { buildBibliography } from './build-bibliography/index.ts'
import { composeBrief } from './compose-brief/index.ts'
import { composePortal } from './compose-portal/index.ts'
import { composeSource } from './compose-source/index.ts'
import type { Bibliography } from './contract/bibliography.ts'
import type { Brief } from './contract/brief.ts'
import type { Config } from './contract/config.ts'
import type { CitedDocument, ParsedDocument } from './contract/document.ts'
import type { Evidence } from './contract/evidence.ts'
import type { Outcome } from './contract/outcome.ts'
import type { Artifact } from './contract/page.ts'
import type { Passage } from './contract/passage.ts'
import type { Seed } from './contract/seed.ts'
import type { View } from './contract/views.ts'
import { hasFailed } from './diagnostics/count-by-rule.ts'
import { extractEvidence } from './extract-evidence/index.ts'
import { fillTemplates } from './fill-templates/index.ts'
import { parseDocuments } from './parse-documents/index.ts'
import { publish } from './publish/index.ts'
import { readManifest } from './publish/read-manifest.ts'
import { readSeeds } from './read-seeds/index.ts'
import { readSeedFile } from './read-seeds/read-seed-file.ts'
import { openBrowser, renderOutput } from './render-output/index.ts'
import { renderManifest, renderReferences } from './render-output/render-data.ts'
import { selectPassages } from './select-passages/index.ts'

/** What the seeds hold, by theme and as data. */
export interface Analysis {
  readonly documents: readonly CitedDocument[]
  readonly bibliography: Bibliography
  readonly passages: readonly Passage[]
  readonly evidence: Evidence
}

/** A finished run. */
export interface Edition extends Analysis {
  readonly briefs: readonly Brief[]
  /** Empty after `check`, and where errors stopped the run. */
  readonly artifacts: readonly Artifact[]
  /** Whether out/ holds this edition now. */
  readonly published: boolean
}

/** Told what happens while it happens. */
export interface Progress {
  readonly stageEnded: (name: string, detail: string) => void
  readonly fileMade: (done: number, total: number, path: string) => void
}

/** The seeds of the project, or the one seed in a file that may lie anywhere. */
export async function read(config: Config, file?: string): Promise<Outcome<readonly Seed[]>> {
  return file === undefined ? readSeeds(undefined, config) : readSeedFile(file, config)
}

/** Seeds to documents. */
export function parse(seeds: Outcome<readonly Seed[]>, config: Config): Outcome<readonly ParsedDocument[]> {
  const { value, messages } = parseDocuments(seeds.value, config)
  return { value, messages: [...seeds.messages, ...messages] }
}

/** Seeds to passages and evidence. */
export async function analyse(
  seeds: Outcome<readonly Seed[]>,
  config: Config,
  progress?: Progress,
): Promise<Outcome<Analysis>> {
  progress?.stageEnded('read-seeds', `${seeds.value.length} read`)
  const parsed = parse(seeds, config)
  progress?.stageEnded('parse-documents', `${sum(parsed.value, ({ paragraphs }) => paragraphs.length)} paragraphs`)
  const cited = buildBibliography(parsed.value, config)
  const { documents, bibliography } = cited.value
  progress?.stageEnded(
    'build-bibliography',
    `${sum(documents, ({ citations }) => citations.length)} citations, ${bibliography.works.length} works`,
  )
  const passages = selectPassages(documents, config)
  progress?.stageEnded('select-passages', `${passages.value.length} passages`)
  const evidence = extractEvidence(documents, config)
  const { figures, events, quotations } = evidence.value
  progress?.stageEnded(
    'extract-evidence',
    `${figures.length} figures, ${events.length} events, ${quotations.length} quotations`,
  )
  return {
    value: { documents, bibliography, passages: passages.value, evidence: evidence.value },
    messages: [parsed, cited, passages, evidence].flatMap(({ messages }) => messages),
  }
}

/** Everything but rendering. */
export async function check(config: Config, progress?: Progress): Promise<Outcome<Edition>> {
  const analysis = await analyse(await read(config), config, progress)
  const briefs = composeBrief(analysis.value, config)
  progress?.stageEnded('compose-brief', `${briefs.value.length} briefs`)
  return {
    value: { ...analysis.value, briefs: briefs.value, artifacts: [], published: false },
    messages: [...analysis.messages, ...briefs.messages],
  }
}

/** The whole way from seeds to a published edition. Publishes nothing when it throws or a message is an error. */
export async function build(config: Config, progress?: Progress): Promise<Outcome<Edition>> {
  // Opened first: the browser starts while the seeds are read.
  const browser = openBrowser(config)
  try {
    const previous = await readManifest(config)
    const checked = await check(config, progress)
    if (hasFailed(checked.messages, config)) return checked
    const { documents, bibliography, passages, briefs } = checked.value
    const messages: VFileMessage[] = [...checked.messages]

    const sources = composeSource({ documents, passages, messages }, config)
    const views: View[] = [
      ...briefs.map((brief): View => ({ kind: 'brief', brief, formats: config.formats })),
      ...sources.value.map((view): View => ({ kind: 'source', view })),
    ]
    const pages = fillTemplates(views, config)
    progress?.stageEnded('fill-templates', `${pages.value.length} pages`)

    const rendered = await renderOutput(pages.value, config, {
      browser,
      onProgress: ({ done, total, path }) => progress?.fileMade(done, total, path),
    })
    messages.push(...pages.messages, ...rendered.messages)
    const content = [...rendered.value, ...renderReferences(bibliography)]
    progress?.stageEnded(
      'render-output',
      `${content.length} files, ${sum(content, ({ pages: count }) => count ?? 0)} PDF pages`,
    )

    const { portal, manifest } = composePortal(
      { documents, briefs, artifacts: content, messages, previous },
      config,
    ).value
    const portalPage = fillTemplates([{ kind: 'portal', view: portal }], config)
    const portalFile = await renderOutput(portalPage.value, config, { browser })
    const artifacts = [...content, ...portalFile.value, renderManifest(manifest)]
    if (hasFailed(messages, config)) return { value: { ...checked.value, artifacts }, messages }
    await publish(artifacts, config)
    progress?.stageEnded('publish', `${artifacts.length} files`)
    return { value: { ...checked.value, artifacts, published: true }, messages }
  } finally {
    await browser.close()
  }
}

function sum<T>(items: readonly T[], count: (item: T) => number): number {
  return items.reduce((total, item) => total + count(item), 0)
}
