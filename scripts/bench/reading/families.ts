/**
 * The families of documents: how a source program sets a text, where it puts its notes and what gets lost. Each is a
 * small change of one of the source styles, so that a number in the table says which change the reader cannot bear.
 */

export interface Layout {
  /** How lines are broken: one line a paragraph, by characters, or by the widths of a proportional face. */
  readonly wrap: 'none' | 'columns' | 'proportional'
  /** Characters a line; a proportional line is as wide as so many average characters. */
  readonly width: number
  /** Lines a page; 0 for a text without pages. */
  readonly pageLines: number
  readonly formFeed: boolean
  /** Characters of a first line's indent; `indentKept` says whether the extract still has them. */
  readonly indent: number
  readonly indentKept: boolean
  readonly tabs: boolean
  /** Columns before every line. */
  readonly margin: number
  readonly blankBetween: boolean
  readonly blankAroundHeadings: boolean
  readonly doubleSpaced: boolean
  readonly lineEnd: '\n' | '\r\n'
  readonly marker:
    | 'glued'
    | 'spaced'
    | 'superscript'
    | 'bracket'
    | 'parentheses'
    | 'parenthesis'
    | 'stars'
    | 'daggers'
    | 'circled'
    | 'fullWidth'
  readonly opening: 'space' | 'stop' | 'nothing' | 'marker' | 'tab' | 'line' | 'dash'
  readonly separator: 'spaces' | 'dashes' | 'underscores' | 'blank' | 'none'
  readonly numbering: 'continuous' | 'page' | 'chapter'
  readonly notesAt: 'page' | 'chapter' | 'end'
  readonly furniture: 'none' | 'numberBelow' | 'numberAbove' | 'dashed' | 'heads' | 'gappedHeads'
  readonly headings: 'plain' | 'numbered' | 'capitals'
  readonly hyphenated: boolean
  /** How often the document is printed, one after the other, as parts of one long paper. */
  readonly copies: number
  /** Whether empty lines part the notes. */
  readonly notesApart: boolean
  readonly damage: 'none' | 'definitions' | 'markers' | 'lastHalf' | 'allDefinitions'
}

export interface Family {
  readonly name: string
  readonly layout: Layout
}

const pdf: Layout = {
  wrap: 'proportional',
  width: 78,
  pageLines: 38,
  formFeed: true,
  indent: 3,
  indentKept: false,
  tabs: false,
  margin: 0,
  blankBetween: false,
  blankAroundHeadings: true,
  doubleSpaced: false,
  lineEnd: '\n',
  marker: 'glued',
  opening: 'space',
  separator: 'blank',
  numbering: 'continuous',
  notesAt: 'page',
  furniture: 'numberBelow',
  headings: 'plain',
  hyphenated: false,
  copies: 1,
  notesApart: false,
  damage: 'none',
}
const pdfLayout: Layout = { ...pdf, wrap: 'columns', width: 84, indentKept: true, margin: 6, furniture: 'gappedHeads' }
const word: Layout = {
  ...pdf,
  wrap: 'none',
  pageLines: 0,
  formFeed: false,
  indent: 0,
  marker: 'bracket',
  opening: 'marker',
  notesAt: 'end',
  furniture: 'none',
  lineEnd: '\r\n',
}
const wrapped: Layout = {
  ...pdf,
  wrap: 'columns',
  width: 72,
  indent: 0,
  blankBetween: true,
  formFeed: false,
  separator: 'underscores',
  furniture: 'dashed',
}
const double: Layout = {
  ...pdf,
  pageLines: 26,
  width: 70,
  formFeed: false,
  doubleSpaced: true,
  blankAroundHeadings: false,
  separator: 'spaces',
  furniture: 'none',
  indent: 5,
}

function family(name: string, base: Layout, ...changes: readonly Partial<Layout>[]): Family {
  return { name, layout: Object.assign({}, base, ...changes) }
}

/** Every family, in the order of the table. */
export const families: readonly Family[] = [
  family('pdf', pdf),
  family('pdf, glued notes', pdf, { opening: 'nothing' }),
  family('pdf, space before marker', pdf, { marker: 'spaced' }),
  family('pdf, superscripts', pdf, { marker: 'superscript', opening: 'marker' }),
  family('pdf, by page, heads', pdf, { numbering: 'page', furniture: 'heads', opening: 'stop' }),
  family('pdf, by chapter', pdf, { numbering: 'chapter', furniture: 'heads' }),
  family('pdf, stars by page', pdf, { numbering: 'page', marker: 'stars', opening: 'marker', pageLines: 18 }),
  family('pdf, daggers by page', pdf, { numbering: 'page', marker: 'daggers', opening: 'marker', pageLines: 18 }),
  family('pdf, no gap before notes', pdf, { separator: 'none', furniture: 'numberAbove' }),
  family('pdf, blank lines, hyphens', pdf, { blankBetween: true, hyphenated: true }),
  family('pdf, no form feeds', pdf, { formFeed: false }),
  family('pdf, endnotes', pdf, { notesAt: 'end', furniture: 'heads' }),
  family('pdf, endnotes by chapter', pdf, { notesAt: 'chapter', numbering: 'chapter' }),
  family('pdf, endnotes, chapters at end', pdf, { notesAt: 'end', numbering: 'chapter', opening: 'stop' }),
  family('pdf, lost definitions', pdf, { damage: 'definitions' }),
  family('pdf, lost markers', pdf, { damage: 'markers' }),
  family('pdf, later notes lost', pdf, { damage: 'lastHalf' }),
  family('pdf, numbered headings', pdf, { headings: 'numbered', blankAroundHeadings: false }),
  family('pdf, capital headings', pdf, { headings: 'capitals', numbering: 'page' }),
  family('layout', pdfLayout),
  family('layout, by page, blank lines', pdfLayout, {
    numbering: 'page',
    blankBetween: true,
    furniture: 'numberBelow',
  }),
  family('layout, brackets', pdfLayout, { marker: 'bracket', opening: 'marker', separator: 'dashes' }),
  family('word', word),
  family('word, superscripts', word, { marker: 'superscript', opening: 'marker' }),
  family('word, glued, by chapter', word, {
    marker: 'glued',
    opening: 'stop',
    numbering: 'chapter',
    notesAt: 'chapter',
  }),
  family('word, tabs', word, { tabs: true, indent: 4, indentKept: true, marker: 'parentheses' }),
  family('wrapped', wrapped),
  family('wrapped, brackets, endnotes', wrapped, { marker: 'bracket', opening: 'marker', notesAt: 'end' }),
  family('wrapped, parentheses by page', wrapped, { marker: 'parentheses', opening: 'marker', numbering: 'page' }),
  family('wrapped, half parentheses', wrapped, { marker: 'parenthesis', opening: 'marker', separator: 'dashes' }),
  family('wrapped, CRLF, tabs', wrapped, {
    lineEnd: '\r\n',
    tabs: true,
    indent: 8,
    indentKept: true,
    blankBetween: false,
  }),
  family('double-spaced', double),
  family('double-spaced, by page', double, { numbering: 'page', indentKept: true }),
  family('pdf, long, by chapter, lost definitions', pdf, { copies: 3, numbering: 'chapter', damage: 'definitions' }),
  family('pdf, number on a line of its own', pdf, { opening: 'line' }),
  family('pdf, gaps between notes', pdf, { notesApart: true, copies: 2 }),
  family('pdf, dashes in notes', pdf, { opening: 'dash', separator: 'dashes' }),
  family('pdf, no notes left', pdf, { damage: 'allDefinitions' }),
  family('pdf, circled, by page', pdf, { marker: 'circled', opening: 'marker', numbering: 'page' }),
  family('pdf, full-width brackets', pdf, { marker: 'fullWidth', opening: 'marker', notesAt: 'end' }),
  family('pdf, tabs in notes, narrow', pdf, { opening: 'tab', width: 52, pageLines: 30 }),
  family('layout, long, CRLF', pdfLayout, { copies: 3, lineEnd: '\r\n', separator: 'underscores', numbering: 'page' }),
  family('wrapped, no page signs', wrapped, { formFeed: false, furniture: 'none', copies: 2 }),
  family('wrapped, no signs at all', wrapped, { furniture: 'none', separator: 'blank' }),
  family('wrapped, hyphens, indents', wrapped, {
    hyphenated: true,
    indent: 4,
    indentKept: true,
    blankBetween: false,
    copies: 2,
  }),
]
