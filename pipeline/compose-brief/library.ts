/**
 * Everything the seeds hold, by identifier: where a sentence is, which paragraph and document it stands in, which
 * citations a note has. Built once for all briefs.
 */
import type { Bibliography, Citation, Work } from '../contract/bibliography.ts'
import type { CitedDocument, NoteMark, Paragraph, Sentence } from '../contract/document.ts'
import type { Evidence, Figure, Quotation, Statement } from '../contract/evidence.ts'
import type { Context } from '../contract/statement-view.ts'
import { noteKey } from '../tree/note-key.ts'
import { once } from '../tree/once.ts'
import { chooseContext, chooseLeadIn, farthestPlace } from './choose-context.ts'
import { keepBeginning, type LiftedSentence, liftSentence } from './lift-sentence.ts'
import { joinNames, type ThemeNames } from './stands-alone.ts'

/** A sentence with the paragraph it stands in. */
export interface SentencePlace {
  readonly sentence: Sentence
  readonly paragraph: Paragraph
}

export interface Library {
  /** By seed path, in order. */
  readonly documents: ReadonlyMap<string, CitedDocument>
  readonly paragraphs: ReadonlyMap<string, Paragraph>
  readonly sentences: ReadonlyMap<string, SentencePlace>
  /** A sentence as it can stand alone. */
  readonly lift: (sentenceId: string) => LiftedSentence | undefined
  /** Of all themes. */
  readonly names: ThemeNames
  /** What to show before a sentence that does not say whom it speaks of. */
  readonly contextOf: (sentenceId: string) => Context | undefined
  /** What to show before a quotation. */
  readonly leadInOf: (quotation: Quotation) => readonly Context[]
  readonly works: ReadonlyMap<string, Work>
  /** The citations of a marker. */
  readonly citationsOf: (seed: string, mark: Pick<NoteMark, 'identifier'>) => readonly Citation[]
  /** Whether the text of the note behind some evidence survives. */
  readonly isBacked: (statement: Pick<Statement, 'paragraphId' | 'note'>) => boolean
  readonly figures: ReadonlyMap<string, Figure>
  /** The numbers of a sentence that cannot be read, as printed. */
  readonly malformedIn: (sentenceId: string) => readonly string[]
  /** The figures that contradict one, in the order of the sources. */
  readonly rivalsOf: (figureId: string) => readonly Figure[]
  /** Place of a paragraph or sentence in the reading order of all seeds. */
  readonly rankOf: (id: string) => number
}

/** Indexes documents and works. `names` are those of all themes. */
export function createLibrary(
  documents: readonly CitedDocument[],
  bibliography: Bibliography,
  { figures, quotations, conflicts }: Pick<Evidence, 'figures' | 'quotations' | 'conflicts'>,
  names: ThemeNames = joinNames([]),
): Library {
  const paragraphs = new Map<string, Paragraph>()
  const sentences = new Map<string, SentencePlace>()
  const citations = new Map<string, Citation[]>()
  const ranks = new Map<string, number>()
  for (const document of documents) {
    for (const paragraph of document.paragraphs) {
      paragraphs.set(paragraph.id, paragraph)
      ranks.set(paragraph.id, ranks.size)
      for (const sentence of paragraph.sentences) {
        sentences.set(sentence.id, { sentence, paragraph })
        ranks.set(sentence.id, ranks.size)
      }
    }
    for (const citation of document.citations) {
      const key = noteKey(document.seed.path, citation.identifier)
      const list = citations.get(key) ?? []
      if (!list.some(other => other.workId === citation.workId && other.locator?.value === citation.locator?.value))
        list.push(citation)
      citations.set(key, list)
    }
  }
  const quoted = new Map<string, Quotation[]>()
  for (const quotation of quotations) {
    quoted.set(quotation.paragraphId, [...(quoted.get(quotation.paragraphId) ?? []), quotation])
  }
  const lift: Library['lift'] = id => {
    const found = sentences.get(id)
    if (!found) return undefined
    const { sentence, paragraph } = found
    return liftSentence(sentence, paragraph, quoted.get(paragraph.id) ?? [])
  }
  const earlierThan = ({ seed, sectionIndex, id }: Paragraph) => {
    const all = documents.find(document => document.seed.path === seed)?.paragraphs ?? []
    const at = all.findIndex(paragraph => paragraph.id === id)
    return all.slice(Math.max(0, at - farthestPlace), at).filter(paragraph => paragraph.sectionIndex === sectionIndex)
  }
  const byId = new Map(figures.map(figure => [figure.id, figure]))
  const malformed = figures.filter(({ wellFormed }) => !wellFormed)
  const disputed = new Map(conflicts.flatMap(conflict => conflict.figures.map(id => [id, conflict.figures] as const)))
  return {
    figures: byId,
    malformedIn: sentenceId =>
      malformed.flatMap(figure => (figure.sentenceId === sentenceId ? [figure.valueText] : [])),
    rivalsOf: id => (disputed.get(id) ?? []).flatMap(rival => (rival === id ? [] : (byId.get(rival) ?? []))),
    documents: new Map(documents.map(document => [document.seed.path, document])),
    paragraphs,
    sentences,
    lift,
    names,
    // Asked for again by each audience.
    contextOf: once((id: string) => {
      const found = sentences.get(id)
      return found && chooseContext(found.sentence, found.paragraph, earlierThan(found.paragraph), names)
    }),
    leadInOf: once(({ sentenceId, text }: Quotation) => {
      const found = sentences.get(sentenceId)
      if (!found) return []
      const lead = Math.max(0, found.sentence.text.indexOf(keepBeginning(text, 30)))
      return chooseLeadIn(found.sentence, lead, found.paragraph, earlierThan(found.paragraph), names)
    }),
    works: new Map(bibliography.works.map(work => [work.id, work])),
    isBacked: ({ paragraphId, note }) => {
      const paragraph = paragraphs.get(paragraphId)
      const mark = paragraph?.notes.find(candidate => candidate.note === note)
      const cited = mark && paragraph ? (citations.get(noteKey(paragraph.seed, mark.identifier)) ?? []) : []
      return cited.some(({ status }) => status === 'resolved')
    },
    citationsOf: (seed, { identifier }) => citations.get(noteKey(seed, identifier)) ?? [],
    rankOf: id => ranks.get(id) ?? Number.POSITIVE_INFINITY,
  }
}
