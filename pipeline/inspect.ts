/**
 * What `inspect` prints: trees, and the contracts' data as flat JSON records with lines instead of positions, for people
 * and scripts that look inside a run.
 */
import type { Bibliography } from './contract/bibliography.ts'
import type { CitedDocument, Judgement, ParsedDocument } from './contract/document.ts'
import type { Analysis } from './contract/edition.ts'
import type { Event, Evidence, Figure, Quotation, Statement } from './contract/evidence.ts'
import type { Passage } from './contract/passage.ts'
import { printJson } from './print-json.ts'

/** The tree as JSON, without the reader's own bookkeeping; where it was asked for, with the reasons in the root's data. */
export function printTree({ tree: root, judgements }: ParsedDocument): Generator<string> {
  const tree = judgements ? { ...root, data: { ...root.data, explanation: judgements } } : root
  return printJson(tree, (key, value) => (isBookkeeping(key, value) ? undefined : value))
}

/** Where the pieces of a text stand, and data that says nothing else. */
function isBookkeeping(key: string, value: unknown): boolean {
  if (key === 'segments') return true
  if (key !== 'data' || typeof value !== 'object' || value === null) return false
  return Object.entries(value).every(([name, each]) => name === 'segments' || each === undefined)
}

/** A table for people: a line for each number that was weighed, in the order of the seed. */
export function explainNumbers({ seed, judgements }: ParsedDocument): string {
  if (!judgements) return `${seed.path}: its format has notes of its own; nothing had to be weighed\n`
  if (judgements.length === 0) return `${seed.path}: no number in it could be a marker or open a note\n`
  const rows = judgements.map(judgement => {
    const { line, column, verdict, kind, label, score, context } = judgement
    const place = `${line}:${column}`.padEnd(9)
    return `${place} ${verdict.padEnd(7)} ${kind.padEnd(10)} ${label.padEnd(4)} ${score.toFixed(1).padStart(6)}  ${context}\n${reasonsOf(judgement)}`
  })
  return `${rows.join('')}`
}

function reasonsOf({ reasons }: Judgement): string {
  return `${' '.repeat(42)}${reasons.join('; ')}\n`
}

/** Works as CSL-JSON, how each was read and from which words, and every citation with its place. */
export function describeBibliography({
  documents,
  bibliography,
}: Pick<Analysis, 'documents'> & { readonly bibliography: Bibliography }) {
  return {
    works: bibliography.works.map(({ csl }) => csl),
    readings: bibliography.works.map(({ id, confidence, raw, origins, imported }) => ({
      id,
      confidence,
      raw,
      origins,
      imported: imported ?? null,
    })),
    citations: documents.flatMap(({ citations }) =>
      citations.map(({ note, workId, locator, comment, status, origin, definition, suppliedBy }) => ({
        note,
        workId: workId ?? null,
        locator: locator ?? null,
        comment: comment ?? null,
        status,
        seed: origin.seed,
        position: origin.position,
        definition: definition?.position ?? null,
        suppliedBy: suppliedBy ?? null,
      })),
    ),
  }
}

/** Passages with their lines. */
export function describePassages(passages: readonly Passage[]) {
  return passages.map(({ id, theme, grade, score, reasons, text, notes, sentences, origin }) => ({
    id,
    theme,
    seed: origin.seed,
    startLine: origin.position.start.line,
    endLine: origin.position.end.line,
    grade,
    score,
    reasons,
    text,
    notes,
    sentences,
  }))
}

/** Evidence with the lines of its paragraph; with a theme, only what stands in the theme's sentences. */
export function describeEvidence(
  evidence: Evidence,
  documents: readonly CitedDocument[],
  passages: readonly Passage[] | undefined,
) {
  const paragraphs = new Map(
    documents.flatMap(document => document.paragraphs.map(paragraph => [paragraph.id, paragraph])),
  )
  const chosen = passages && new Set(passages.flatMap(({ sentences }) => sentences))
  const belongs = ({ sentenceId }: Statement) => !chosen || chosen.has(sentenceId)
  const place = ({ sentence, paragraphId, note, origin }: Statement) => {
    const position = paragraphs.get(paragraphId)?.position ?? origin.position
    return {
      sentence,
      seed: origin.seed,
      startLine: position.start.line,
      endLine: position.end.line,
      line: origin.position.start.line,
      note: note ?? null,
    }
  }
  return {
    figures: evidence.figures.filter(belongs).map((figure: Figure) => ({
      valueText: figure.valueText,
      value: figure.value,
      unit: figure.unit,
      period: figure.period?.iso ?? null,
      periodText: figure.period?.text ?? null,
      periodBasis: figure.period?.basis ?? null,
      subject: figure.subject,
      qualifier: figure.qualifier ?? null,
      measure: figure.measure,
      wellFormed: figure.wellFormed,
      ...place(figure),
    })),
    events: evidence.events.filter(belongs).map((event: Event) => ({
      date: event.date?.iso ?? null,
      dateText: event.date?.text ?? null,
      kind: event.kind,
      parties: event.parties,
      instrument: event.instrument ?? null,
      subject: event.subject ?? null,
      status: event.status ?? null,
      ...place(event),
    })),
    quotations: evidence.quotations.filter(belongs).map((quotation: Quotation) => ({
      text: quotation.text,
      closed: quotation.closed,
      speaker: quotation.speaker ?? null,
      ...place(quotation),
    })),
  }
}
