/**
 * The search page's view: every paragraph of the seeds with its place, and the briefs in which words of it stand. What
 * briefs say is in the seeds word for word, so that searching these searches both.
 */
import type { Brief } from '../contract/brief.ts'
import type { Config } from '../contract/config.ts'
import type { CitedDocument, Paragraph } from '../contract/document.ts'
import type { SearchView } from '../contract/views.ts'
import { formatPlace } from '../tree/format-place.ts'
import { placeAnchor } from '../tree/place-anchor.ts'
import { hrefOfBrief } from './href-of-brief.ts'

/** Most characters a search page holds; of a larger set of seeds it holds what stands in briefs. */
const mostCharacters = 8_000_000

export function composeSearch(
  { documents, briefs }: { readonly documents: readonly CitedDocument[]; readonly briefs: readonly Brief[] },
  config: Config,
): SearchView {
  const shown = briefs.map(brief => new Set(listShown(brief)))
  const size = documents.reduce((sum, { seed }) => sum + seed.text.length, 0)
  const isWhole = size <= mostCharacters
  const passages = documents.flatMap((document, seed) =>
    document.paragraphs.flatMap(paragraph => {
      const ids = [paragraph.id, ...paragraph.sentences.map(({ id }) => id)]
      const inBriefs = shown.flatMap((set, index) => (ids.some(id => set.has(id)) ? [index] : []))
      return isWhole || inBriefs.length > 0 ? [{ ...describe(paragraph, document), seed, briefs: inBriefs }] : []
    }),
  )
  return {
    title: config.title,
    publication: config.title,
    language: briefs[0]?.language ?? 'en',
    isWhole,
    seeds: documents.map(({ seed }) => seed.metadata.title),
    briefs: briefs.map(({ id, title }) => ({ title, href: hrefOfBrief(id, config) })),
    passages,
  }
}

function describe(paragraph: Paragraph, { seed }: CitedDocument) {
  const { unit, lines, page } = formatPlace(paragraph.position, seed.mediaType, paragraph.place)
  return {
    href: `sources/${seed.id}.html#${placeAnchor(seed.id, paragraph.id)}`,
    section: paragraph.section,
    place: { unit, lines, ...(page === undefined ? {} : { page }) },
    text: paragraph.text,
  }
}

/** The ids of the sentences and paragraphs that a brief shows words of. */
function listShown({ keyFigures, keyPoints, sections, figures, timeline, agreements, quotations }: Brief): string[] {
  return [
    ...[...keyFigures, ...figures, ...timeline, ...agreements].map(({ statement }) => statement.id),
    ...agreements.flatMap(({ also }) => also.map(({ id }) => id)),
    ...keyPoints.map(({ id }) => id),
    ...sections.flatMap(({ passages }) => passages.map(({ id }) => id)),
    ...quotations.map(({ sentenceId }) => sentenceId),
  ]
}
