/**
 * The stages in order: the table of contents of the code. Reading, notes, passages and evidence make the analysis;
 * composing, filling, rendering and publishing make the edition. One file because the order is told in one place.
 */
import { Readable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { assessSources } from './assess-sources/index.ts'
import { buildBibliography } from './build-bibliography/index.ts'
import { checkLinks } from './check-links/index.ts'
import { describeBriefs } from './compose-brief/cite-brief.ts'
import { composeReferenceList, writeReferences } from './compose-brief/compose-reference-list.ts'
import { composeBrief } from './compose-brief/index.ts'
import { listCitedWorks } from './compose-brief/list-cited-works.ts'
import { composeData } from './compose-data/index.ts'
import { composeIndexes } from './compose-indexes/index.ts'
import { composePortal } from './compose-portal/index.ts'
import { composeSource } from './compose-source/index.ts'
import type { Bibliography } from './contract/bibliography.ts'
import type { Brief } from './contract/brief.ts'
import type { Config } from './contract/config.ts'
import type { CitedDocument, ParsedDocument } from './contract/document.ts'
import type { Analysis, Edition } from './contract/edition.ts'
import type { Outcome } from './contract/outcome.ts'
import type { Artifact } from './contract/page.ts'
import type { Explanation } from './contract/passage.ts'
import type { Proof } from './contract/proof.ts'
import type { BibliographyFormat } from './contract/reference-list.ts'
import type { Seed } from './contract/seed.ts'
import type { Suggestions } from './contract/suggestion.ts'
import type { View } from './contract/views.ts'
import { hasFailed, severityOf } from './diagnostics/count-by-rule.ts'
import type { Progress } from './diagnostics/show-progress.ts'
import { drawCharts } from './draw-charts/index.ts'
import { openDrawer } from './draw-charts/open-drawer.ts'
import { extractEvidence } from './extract-evidence/index.ts'
import { fillTemplates } from './fill-templates/index.ts'
import { longestBriefs, longestThemes } from './longest-first.ts'
import { parseDocuments } from './parse-documents/index.ts'
import { hashInputs } from './publish/hash-inputs.ts'
import { publish } from './publish/index.ts'
import { readEdition } from './publish/read-edition.ts'
import { readManifest } from './publish/read-manifest.ts'
import { writeExport } from './publish/write-export.ts'
import { readSeeds } from './read-seeds/index.ts'
import { readSeedFile } from './read-seeds/read-seed-file.ts'
import { renderThemeData } from './render-output/data/render-theme-data.ts'
import { renderOutput } from './render-output/index.ts'
import { openPrinter } from './render-output/open-printer.ts'
import { renderBibliography, renderReferenceList } from './render-output/render-bibliography.ts'
import { renderCitations } from './render-output/render-citation.ts'
import { renderManifest, renderReferences, renderUses } from './render-output/render-data.ts'
import { selectPassages } from './select-passages/index.ts'
import { suggestThemes } from './suggest-themes/index.ts'
import { traceWorks } from './trace-works/index.ts'

/** The seeds of the project, or the one seed in a file that may lie anywhere. */
export async function read(config: Config, file?: string): Promise<Outcome<readonly Seed[]>> {
  return file === undefined ? readSeeds(undefined, config) : readSeedFile(file, config)
}

/** Seeds to documents. */
export async function parse(
  seeds: Outcome<readonly Seed[]>,
  config: Config,
  options: { readonly explain?: boolean } = {},
): Promise<Outcome<readonly ParsedDocument[]>> {
  const { value, messages } = await parseDocuments(seeds.value, config, options)
  return { value, messages: [...seeds.messages, ...messages] }
}

/** Seeds to passages and evidence. */
export async function analyse(
  seeds: Outcome<readonly Seed[]>,
  config: Config,
  progress?: Progress,
): Promise<Outcome<Analysis>> {
  progress?.stageEnded('read-seeds', `${seeds.value.length} read`)
  const parsed = await parse(seeds, config)
  progress?.stageEnded('parse-documents', `${sum(parsed.value, ({ paragraphs }) => paragraphs.length)} paragraphs`)
  const cited = buildBibliography(parsed.value, config)
  const { documents, bibliography } = cited.value
  progress?.stageEnded(
    'build-bibliography',
    `${sum(documents, ({ citations }) => citations.length)} citations, ${describeWorks(bibliography)}`,
  )
  const sources = assessSources(cited.value, config)
  const passages = selectPassages(documents, config)
  progress?.stageEnded('select-passages', `${passages.value.length} passages`)
  const evidence = extractEvidence(documents, config)
  const { figures, events, quotations } = evidence.value
  progress?.stageEnded(
    'extract-evidence',
    `${figures.length} figures, ${events.length} events, ${quotations.length} quotations`,
  )
  return {
    value: { documents, bibliography, sources: sources.value, passages: passages.value, evidence: evidence.value },
    messages: [parsed, cited, sources, passages, evidence].flatMap(({ messages }) => messages),
  }
}

/** How each paragraph was weighed for each of the selected themes. */
export function weighPassages(documents: readonly CitedDocument[], config: Config): readonly Explanation[] {
  return selectPassages(documents, config, { explain: true }).explanations ?? []
}

/** Seeds to themes that could be added: the one that words name, or without words some that no theme covers. */
export async function suggest(words: readonly string[], config: Config): Promise<Outcome<Suggestions>> {
  const { value, messages } = await parse(await read(config), config)
  return { value: suggestThemes(value, config, { words }).value, messages }
}

/**
 * Seeds to briefs, theme by theme. `onTheme` is given the briefs of each, with the messages of the seeds and its own, and
 * waited for before the next is composed. The edition has all of them in the order of the configuration.
 */
export async function compose(
  config: Config,
  progress?: Progress,
  onTheme?: (theme: Outcome<readonly Brief[]>) => Promise<void>,
): Promise<Outcome<Edition>> {
  const drawer = openDrawer(config)
  try {
    const { value: analysis, messages } = await analyse(await read(config), config, progress)
    const themes = new Map<string, Outcome<readonly Brief[]>>()
    for (const theme of longestThemes(analysis.passages, config)) {
      const composed = composeBrief(analysis, theme, config)
      const { value } = await drawCharts(composed.value, config, drawer)
      themes.set(theme.id, { value, messages: composed.messages })
      await onTheme?.({ value, messages: [...messages, ...composed.messages] })
    }
    const ordered = config.themes.flatMap(({ id }) => themes.get(id) ?? [])
    const briefs = ordered.flatMap(({ value }) => value)
    const pictures = sum(briefs, ({ charts }) => charts.filter(({ picture }) => picture !== null).length)
    progress?.stageEnded('compose-brief', `${briefs.length} briefs, ${pictures} pictures`)
    const uses = traceWorks({ ...analysis, briefs }, config)
    return {
      value: { ...analysis, briefs, uses: uses.value, artifacts: [], published: false },
      messages: [...messages, ...ordered.flatMap(theme => theme.messages)],
    }
  } finally {
    await drawer.close()
  }
}

/**
 * Everything but rendering: the templates are filled, and what they give is thrown away. With `links`, the addresses of
 * works are asked too; `build` never does, as an edition must not depend on the network.
 */
export async function check(
  config: Config,
  progress?: Progress,
  options: { readonly links?: boolean } = {},
): Promise<Outcome<Edition>> {
  const composed = await compose(config, progress)
  const messages = [...composed.messages]
  let count = 0
  // One by one, so that no more than a page is in memory.
  for (const view of listViews(composed, config)) {
    const pages = fillTemplates([view], config)
    count += pages.value.length
    messages.push(...pages.messages)
  }
  progress?.stageEnded('fill-templates', `${count} pages`)
  if (options.links !== true) return { value: composed.value, messages }
  const links = await checkLinks(composed.value, config, progress ? { onProgress: progress.linkAsked } : {})
  const countLinks = (wanted: string) => links.value.filter(({ state }) => state === wanted).length
  progress?.stageEnded(
    'check-links',
    `${links.value.length} addresses: ${countLinks('dead')} dead, ${countLinks('unknown')} could not be checked`,
  )
  return { value: { ...composed.value, links: links.value }, messages: [...messages, ...links.messages] }
}

/** The views of all pages but the portal; each source is composed when it is its turn. */
function* listViews({ value, messages }: Outcome<Edition>, config: Config): Generator<View> {
  const { documents, bibliography, passages, briefs } = value
  for (const brief of longestBriefs(briefs)) yield viewOf(brief, config)
  const references = composeReferenceList(bibliography.works, false, config)
  const { search, works } = composeIndexes({ ...value, references }, config).value
  yield { kind: 'search', view: search }
  yield { kind: 'works', view: works }
  for (const view of composeSource({ documents, bibliography, passages, messages }, config).value)
    yield { kind: 'source', view }
}

/** The whole way from seeds to a published edition. Publishes nothing when it throws or a message is an error. */
export async function build(config: Config, progress?: Progress): Promise<Outcome<Edition>> {
  // Opened first: the browser starts while the seeds are parsed, and is warm when the first page is filled.
  const printer = openPrinter(config)
  // Pages wait here to be printed while others are composed and filled.
  const pages = new Readable({ objectMode: true, read: () => undefined })
  const fill = async (view: View) => {
    for (const page of fillTemplates([view], config).value) pages.push(page)
    // Handing over what is ready has its turn.
    await nextTurn()
  }
  const rendering = renderOutput(pages, config, { printer, onProgress: progress?.fileMade })
  // Heard of where it is waited for.
  rendering.catch(() => undefined)
  try {
    const previous = await readManifest(config)
    const filled = new Set<Brief>()
    const checked = await compose(config, progress, async theme => {
      const [longest] = longestBriefs(theme.value)
      if (!longest || hasFailed(theme.messages, config)) return
      filled.add(longest)
      await fill(viewOf(longest, config))
    })
    if (hasFailed(checked.messages, config)) return checked
    const otherInputs = await hashInputs(config)
    const { documents, bibliography, sources, passages, evidence, briefs, uses } = checked.value
    for (const view of listViews(checked, config))
      if (view.kind !== 'brief' || !filled.has(view.brief)) await fill(view)
    pages.push(null)
    const references = writeReferences(bibliography.works, config)
    const date = briefs[0]?.date ?? null
    const data = composeData({ documents, passages, evidence, references, date }, config)
    const records = [
      ...renderReferences(bibliography),
      ...renderCitations(describeBriefs(briefs, config), config),
      renderUses(uses),
      ...renderThemeData(data.value),
    ]
    const rendered = await rendering
    // Nothing is left to print; the browser is closed while the rest is written.
    printer.close().catch(() => undefined)
    const messages = [...checked.messages, ...rendered.messages]
    const content = sortByPath([...rendered.value, ...records])
    progress?.stageEnded(
      'render-output',
      `${content.length} files, ${sum(content, ({ pages: count }) => count ?? 0)} PDF pages`,
    )

    const { portal, manifest } = composePortal(
      { documents, sources, briefs, artifacts: content, messages, otherInputs, previous },
      config,
    ).value
    const portalPage = fillTemplates([{ kind: 'portal', view: portal }], config)
    const portalFile = await renderOutput(portalPage.value, config, { printer })
    const artifacts = [...content, ...portalFile.value, renderManifest(manifest)]
    if (hasFailed(messages, config)) return { value: { ...checked.value, artifacts }, messages }
    await publish(artifacts, config)
    progress?.stageEnded('publish', `${artifacts.length} files`)
    return { value: { ...checked.value, artifacts, published: true }, messages }
  } finally {
    pages.destroy()
    await printer.close()
    await rendering.catch(() => undefined)
  }
}

/** Reads the edition in out/ back and proves it by the seeds. What reading the seeds has to say is said only if it fails. */
export async function verify(config: Config): Promise<Outcome<Proof>> {
  const edition = await readEdition(config)
  const { value: documents, messages } = await parse(await read(config), config)
  // Evidence needs no notes: what it says of a sentence rests on the sentence.
  const evidence = extractEvidence(
    documents.map(document => ({ ...document, citations: [] })),
    config,
  )
  // Loaded here, as readers of HTML and PDF are half of what all else loads.
  const { verifyEdition } = await import('./verify-edition/index.ts')
  const verified = await verifyEdition({ documents, evidence: evidence.value, ...edition }, config)
  const failures = messages.filter(({ ruleId }) => severityOf(ruleId, config.rules) === 'error')
  return { value: verified.value, messages: [...failures, ...verified.messages] }
}

/** Seeds to the works of all, or of the selected themes where `themes` is true, as text; written to `file` if one is given. */
export async function exportBibliography(
  config: Config,
  { format, themes, file }: { readonly format: BibliographyFormat; readonly themes: boolean; readonly file?: string },
): Promise<Outcome<{ readonly text: string; readonly works: number }>> {
  const { value, messages } = await analyse(await read(config), config)
  const { documents, bibliography, passages } = value
  const works = themes ? listCitedWorks(passages, documents, bibliography) : bibliography.works
  if (works.length === 0 || hasFailed(messages, config)) return { value: { text: '', works: works.length }, messages }
  const isList = format === 'markdown' || format === 'html'
  const text = isList
    ? renderReferenceList(composeReferenceList(works, themes, config), format)
    : renderBibliography(works, format)
  if (file !== undefined) await writeExport(file, text)
  return { value: { text, works: works.length }, messages }
}

function viewOf(brief: Brief, { formats }: Config): View {
  return { kind: 'brief', brief, formats }
}

function describeWorks({ works }: Bibliography): string {
  const completed = works.filter(({ imported }) => imported && imported.fields.length > 0).length
  return `${works.length} works${completed > 0 ? `, ${completed} completed from the library` : ''}`
}

function sortByPath(artifacts: readonly Artifact[]): readonly Artifact[] {
  return artifacts.toSorted((left, right) => (left.path < right.path ? -1 : 1))
}

function sum<T>(items: readonly T[], count: (item: T) => number): number {
  return items.reduce((total, item) => total + count(item), 0)
}
