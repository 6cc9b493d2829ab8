/**
 * Chooses the CSL type of a work from the fields that were read and the words of title and container.
 */
import { conferenceWords, journalWords, newspaperWords, reportTitles, siteWords } from './conventions-kinds.ts'
import type { Draft } from './reference.ts'

/** What the parser of a convention knows besides the fields. */
export interface Shape {
  /** The title stands between quotation marks, or before `//` or `in:`. */
  readonly part: boolean
  /** `in:` announced a book. */
  readonly inside?: boolean
  /** A place in the work is cited. */
  readonly cited?: boolean
}

/** The type; one that a parser has set stands. */
export function chooseType(fields: Draft, shape: Shape): string {
  if (fields.type !== undefined && fields.type !== 'report') return fields.type
  if (fields['event-title']) return 'paper-conference'
  if (fields['container-title'] !== undefined) return fields.type ?? typeOfPart(fields, shape)
  return fields.type ?? typeAlone(fields, shape)
}

function typeOfPart(fields: Draft, { inside }: Shape): string {
  const container = fields['container-title'] ?? ''
  const numbered = fields.volume !== undefined || fields.issue !== undefined
  const book = Boolean(fields.publisher ?? fields['publisher-place'] ?? fields.editor)
  if (conferenceWords.test(container) && (book || inside || !numbered) && !/^(?:journal|revue)/iu.test(container))
    return 'paper-conference'
  const daily = (fields.issued?.['date-parts'][0]?.length ?? 0) === 3
  if (
    newspaperWords.test(container) &&
    !siteWords.test(container) &&
    !fields.volume &&
    !(journalWords.test(container) && !daily)
  )
    return 'article-newspaper'
  if (daily && !fields.volume && !inside && (fields.page !== undefined || fields.issue !== undefined || !fields.URL))
    return 'article-newspaper'
  if (fields.editor || (book && !fields.issue)) return 'chapter'
  if (numbered) return 'article-journal'
  if (book || (inside && !journalWords.test(container))) return 'chapter'
  if (fields.page !== undefined) return 'article-journal'
  return fields.URL ? 'webpage' : 'article-journal'
}

function typeAlone(fields: Draft, { part, cited }: Shape): string {
  const title = fields.title ?? ''
  const imprint = fields.publisher ?? fields['publisher-place']
  const institution = fields.author?.some(({ literal }) => literal !== undefined) ?? false
  if (reportTitles.test(title) && (institution || fields.URL || /:\s/u.test(title))) return 'report'
  const electronic = fields.medium && !/^(?:text|текст)\s?:\s?(?:непосредств|direct)/iu.test(fields.medium)
  if (electronic && fields.URL && !fields.publisher) return 'webpage'
  if (imprint) return fields.URL && institution && !fields['publisher-place'] && !fields.ISBN ? 'report' : 'book'
  if (fields.edition ?? fields['number-of-pages'] ?? fields['collection-title'] ?? fields.ISBN) return 'book'
  if (fields.URL) return 'webpage'
  if (fields.medium && !/^(?:text|текст)/iu.test(fields.medium)) return 'webpage'
  if (fields.editor) return 'book'
  if (part) return (fields.volume ?? fields.issue) ? 'article-journal' : 'document'
  return cited || (fields.author && (fields.issued ?? fields.volume)) ? 'book' : fields.volume ? 'book' : 'document'
}
