/**
 * What CSL types and fields are called in biblatex and in BibTeX. A field is named as most readers expect it; where
 * citation-js and Pandoc look in different fields, both are written.
 */
import type { CslItem } from '../../contract/bibliography.ts'

/** `biblatex` for biber; `bibtex` for the styles of the old program, which know fewer types and fields. */
export type Dialect = 'biblatex' | 'bibtex'

/** How a value is written. */
export type FieldKind = 'title' | 'text' | 'names' | 'date' | 'pages' | 'address'

/** An entry's type, with the subtype that tells a newspaper from a journal. */
export interface EntryType {
  readonly entry: string
  readonly subtype?: string
}

/** Types of biblatex by CSL type; any other is `misc`. */
const biblatexTypes: Readonly<Record<string, EntryType>> = {
  article: { entry: 'article' },
  'article-journal': { entry: 'article' },
  'article-magazine': { entry: 'article', subtype: 'magazine' },
  'article-newspaper': { entry: 'article', subtype: 'newspaper' },
  bill: { entry: 'legislation' },
  book: { entry: 'book' },
  broadcast: { entry: 'video' },
  chapter: { entry: 'incollection' },
  dataset: { entry: 'dataset' },
  entry: { entry: 'inreference' },
  'entry-dictionary': { entry: 'inreference' },
  'entry-encyclopedia': { entry: 'inreference' },
  graphic: { entry: 'artwork' },
  legal_case: { entry: 'jurisdiction' },
  legislation: { entry: 'legislation' },
  manuscript: { entry: 'unpublished' },
  motion_picture: { entry: 'movie' },
  pamphlet: { entry: 'booklet' },
  'paper-conference': { entry: 'inproceedings' },
  patent: { entry: 'patent' },
  periodical: { entry: 'periodical' },
  personal_communication: { entry: 'letter' },
  post: { entry: 'online' },
  'post-weblog': { entry: 'online' },
  regulation: { entry: 'legal' },
  report: { entry: 'report' },
  review: { entry: 'review' },
  software: { entry: 'software' },
  song: { entry: 'music' },
  standard: { entry: 'standard' },
  thesis: { entry: 'thesis' },
  treaty: { entry: 'legal' },
  webpage: { entry: 'online' },
}

const bibtexTypes: Readonly<Record<string, EntryType>> = {
  article: { entry: 'article' },
  'article-journal': { entry: 'article' },
  'article-magazine': { entry: 'article' },
  'article-newspaper': { entry: 'article' },
  book: { entry: 'book' },
  chapter: { entry: 'incollection' },
  manuscript: { entry: 'unpublished' },
  pamphlet: { entry: 'booklet' },
  'paper-conference': { entry: 'inproceedings' },
  report: { entry: 'techreport' },
  review: { entry: 'article' },
  thesis: { entry: 'phdthesis' },
}

/** The entry type of a CSL type. */
export function entryTypeOf(type: string, dialect: Dialect): EntryType {
  return (dialect === 'bibtex' ? bibtexTypes : biblatexTypes)[type] ?? { entry: 'misc' }
}

interface Field {
  readonly from: Exclude<keyof CslItem, 'id' | 'type'>
  readonly kind: FieldKind
  /** Its names: one for all entry types, or by entry type with `else` for the others. */
  readonly biblatex: Names
  readonly bibtex: Names
}
type Names = string | Readonly<Record<string, string | readonly string[]>>

const publisher: Names = {
  report: 'institution',
  techreport: 'institution',
  thesis: 'institution',
  phdthesis: 'school',
  online: 'organization',
  unpublished: 'howpublished',
  else: 'publisher',
}
/** Readers take the `number` of these for the issue, that of any other entry for the number of the work itself. */
const issue = { article: 'number', periodical: 'number', inproceedings: 'number', else: 'issue' }
const number = { article: 'eid', periodical: 'eid', inproceedings: 'eid', else: 'number' }

/** In the order in which they are written. */
export const fields: readonly Field[] = [
  { from: 'author', kind: 'names', biblatex: 'author', bibtex: 'author' },
  { from: 'title', kind: 'title', biblatex: 'title', bibtex: 'title' },
  { from: 'editor', kind: 'names', biblatex: 'editor', bibtex: 'editor' },
  { from: 'translator', kind: 'names', biblatex: 'translator', bibtex: 'translator' },
  {
    from: 'container-title',
    kind: 'title',
    biblatex: {
      article: 'journaltitle',
      review: ['journaltitle', 'booktitle'],
      incollection: 'booktitle',
      inproceedings: 'booktitle',
      inreference: 'booktitle',
      else: ['booktitle', 'journaltitle'],
    },
    bibtex: { article: 'journal', else: 'booktitle' },
  },
  { from: 'collection-title', kind: 'title', biblatex: 'series', bibtex: 'series' },
  { from: 'event-title', kind: 'title', biblatex: 'eventtitle', bibtex: 'eventtitle' },
  { from: 'publisher', kind: 'title', biblatex: publisher, bibtex: publisher },
  { from: 'publisher-place', kind: 'title', biblatex: 'location', bibtex: 'address' },
  { from: 'edition', kind: 'text', biblatex: 'edition', bibtex: 'edition' },
  { from: 'volume', kind: 'text', biblatex: 'volume', bibtex: 'volume' },
  { from: 'issue', kind: 'text', biblatex: issue, bibtex: issue },
  { from: 'number', kind: 'text', biblatex: number, bibtex: number },
  { from: 'genre', kind: 'text', biblatex: 'type', bibtex: 'type' },
  { from: 'page', kind: 'pages', biblatex: 'pages', bibtex: 'pages' },
  { from: 'number-of-pages', kind: 'text', biblatex: 'pagetotal', bibtex: 'pagetotal' },
  { from: 'issued', kind: 'date', biblatex: 'date', bibtex: 'year' },
  { from: 'DOI', kind: 'address', biblatex: 'doi', bibtex: 'doi' },
  { from: 'ISBN', kind: 'text', biblatex: 'isbn', bibtex: 'isbn' },
  { from: 'ISSN', kind: 'text', biblatex: 'issn', bibtex: 'issn' },
  { from: 'URL', kind: 'address', biblatex: 'url', bibtex: 'url' },
  { from: 'accessed', kind: 'date', biblatex: 'urldate', bibtex: 'urldate' },
  { from: 'language', kind: 'text', biblatex: 'language', bibtex: 'language' },
]

/** The names of a field in an entry of a type. */
export function namesOf(field: Field, dialect: Dialect, entry: string): readonly string[] {
  const names = field[dialect]
  if (typeof names === 'string') return [names]
  return [names[entry] ?? names.else ?? []].flat()
}

/** Languages by babel's names, by which LaTeX hyphenates; another is named by its tag, which Pandoc knows. */
export const babelNames: Readonly<Record<string, string>> = {
  be: 'belarusian',
  de: 'german',
  en: 'english',
  es: 'spanish',
  fr: 'french',
  it: 'italian',
  pl: 'polish',
  pt: 'portuguese',
  ru: 'russian',
  tr: 'turkish',
  uk: 'ukrainian',
}
