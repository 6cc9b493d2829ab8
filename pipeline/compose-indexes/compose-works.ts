/**
 * The view of the page of works: each as the citation style writes it, with the notes that name it, the places in the
 * seeds that call these, and the briefs that cite it.
 */
import type { Bibliography, CslItem } from '../contract/bibliography.ts'
import type { Brief } from '../contract/brief.ts'
import type { Config } from '../contract/config.ts'
import type { CitedDocument } from '../contract/document.ts'
import type { ReferenceList } from '../contract/reference-list.ts'
import type { WorkUses } from '../contract/uses.ts'
import type { WorksView, WorkView } from '../contract/views.ts'
import { placeAnchor } from '../tree/place-anchor.ts'
import { hrefOfBrief } from './href-of-brief.ts'

export interface WorksMaterial {
  readonly documents: readonly CitedDocument[]
  readonly bibliography: Bibliography
  readonly uses: readonly WorkUses[]
  readonly briefs: readonly Brief[]
  readonly references: ReferenceList
}

export function composeWorks(
  { documents, bibliography, uses, briefs, references }: WorksMaterial,
  config: Config,
): WorksView {
  const seeds = new Map(documents.map(({ seed }) => [seed.path, seed]))
  const items = new Map(bibliography.works.map(({ id, csl }) => [id, csl]))
  const usesOf = new Map(uses.map(use => [use.workId, use]))
  const titles = new Map(briefs.map(brief => [brief.id, brief]))
  const works = references.entries.flatMap(({ workId, runs }): WorkView[] => {
    const csl = items.get(workId)
    const use = usesOf.get(workId)
    if (!csl || !use) return []
    const cited = use.briefs.flatMap(({ brief: id }) => {
      const brief = titles.get(id)
      return brief ? [{ title: brief.title, theme: brief.theme.id, href: `../${hrefOfBrief(id, config)}` }] : []
    })
    return [
      {
        id: workId,
        runs,
        year: String(csl.issued?.['date-parts'][0]?.[0] ?? ''),
        kind: kindOf(csl),
        isTruncated: use.places.some(({ status }) => status === 'truncated'),
        notes: use.notes.map(({ note }) => note),
        places: use.places.map(({ seed: path, line, note, paragraph }) => {
          const seed = seeds.get(path)
          const id = seed?.id ?? ''
          return {
            href: `../sources/${id}.html${paragraph === null ? '' : `#${placeAnchor(id, paragraph)}`}`,
            seedTitle: seed?.metadata.title ?? path,
            line,
            note,
          }
        }),
        briefs: cited,
        themes: [...new Set(cited.map(({ theme }) => theme))].join(' '),
      },
    ]
  })
  return {
    title: config.title,
    publication: config.title,
    language: references.language,
    works,
    years: listYears(works),
    kinds: [...new Set(works.map(({ kind }) => kind))].sort(),
    themes: config.themes
      .filter(({ id }) => config.selected.themes.includes(id))
      .map(({ id, title }) => ({ id, title })),
    seeds: documents.length,
    lost: documents.reduce(
      (sum, { citations }) => sum + citations.filter(({ status }) => status === 'missing').length,
      0,
    ),
  }
}

/** Newest first. */
function listYears(works: readonly WorkView[]): readonly string[] {
  return [...new Set(works.map(({ year }) => year).filter(year => year !== ''))].sort().reverse()
}

/** The types of CSL 1.0.2 as readers tell them apart. */
function kindOf({ type }: CslItem): WorkView['kind'] {
  if (type.startsWith('article')) return 'article'
  if (type === 'book') return 'book'
  if (type === 'chapter' || type === 'paper-conference') return 'chapter'
  return type === 'webpage' || type.startsWith('post') ? 'webpage' : 'other'
}
