/**
 * The families of printed papers: paper and type, how notes are called, where they stand, and what gets lost. Together
 * they mix what papers do; each is small enough that a number in the table says which habit the reader cannot bear.
 */

export interface PrintStyle {
  readonly paper: 'a4' | 'a5' | 'letter'
  readonly columns: 1 | 2
  readonly face: 'serif' | 'sans'
  /** Of the body, in points. */
  readonly size: number
  /** Line height of the body, in sizes. */
  readonly leading: number
  readonly justified: boolean
  /** Whether words are broken at the ends of lines. */
  readonly hyphens: boolean
  /** `flush` has no indent below a heading. */
  readonly paragraphs: 'indent' | 'flush' | 'space'
  readonly headings: 'bold' | 'centred' | 'italic'
  /** How the marker is printed; `%` stands for its label. */
  readonly marker: '%' | '[%]' | '(%)' | '%)'
  readonly markerRaised: boolean
  readonly symbols: 'numbers' | 'superscripts' | 'stars' | 'daggers'
  /** What stands before the text of a note. */
  readonly opening: '% ' | '%' | '%. ' | '[%] ' | '(%) ' | '%) '
  readonly openingRaised: boolean
  readonly numbering: 'continuous' | 'page' | 'chapter'
  readonly notesAt: 'page' | 'chapter' | 'end'
  readonly rule: boolean
  readonly head: 'none' | 'alternating' | 'centred'
  readonly folio: 'none' | 'top' | 'bottom'
  /** Number of the first page. */
  readonly firstPage: number
  readonly damage: 'none' | 'definitions' | 'markers' | 'lastThird'
}

export interface PrintFamily {
  readonly name: string
  readonly style: PrintStyle
}

const paper: PrintStyle = {
  paper: 'a4',
  columns: 1,
  face: 'serif',
  size: 11,
  leading: 1.35,
  justified: true,
  hyphens: true,
  paragraphs: 'flush',
  headings: 'bold',
  marker: '%',
  markerRaised: true,
  symbols: 'numbers',
  opening: '% ',
  openingRaised: true,
  numbering: 'continuous',
  notesAt: 'page',
  rule: true,
  head: 'none',
  folio: 'bottom',
  firstPage: 1,
  damage: 'none',
}
const book: PrintStyle = {
  ...paper,
  paper: 'a5',
  size: 9.5,
  leading: 1.25,
  paragraphs: 'indent',
  head: 'alternating',
  folio: 'top',
  firstPage: 117,
}
const report: PrintStyle = {
  ...paper,
  face: 'sans',
  size: 10,
  leading: 1.5,
  justified: false,
  hyphens: false,
  paragraphs: 'space',
}

function family(name: string, base: PrintStyle, changes: Partial<PrintStyle> = {}): PrintFamily {
  return { name: `printed ${name}`, style: { ...base, ...changes } }
}

/** Every printed family, in the order of the table. */
export const printFamilies: readonly PrintFamily[] = [
  family('paper', paper),
  family('paper, number and stop, no rule', paper, { openingRaised: false, opening: '%. ', rule: false, size: 12 }),
  family('paper, brackets', paper, { marker: '[%]', markerRaised: false, opening: '[%] ', openingRaised: false }),
  family('paper, superscript characters', paper, {
    ...{ symbols: 'superscripts', markerRaised: false, openingRaised: false },
    ...{ hyphens: false, paragraphs: 'indent', size: 13 },
  }),
  family('paper, endnotes', paper, { notesAt: 'end', opening: '%. ', openingRaised: false, head: 'centred' }),
  family('paper, lost definitions', paper, { damage: 'definitions', paper: 'letter' }),
  family('book, by page', book, { numbering: 'page' }),
  family('book, by chapter', book, { numbering: 'chapter', headings: 'centred', opening: '%' }),
  family('book, endnotes by chapter', book, { numbering: 'chapter', notesAt: 'chapter', openingRaised: false }),
  family('book, stars, no hyphens', book, {
    // Signs are taken where a page has few notes.
    ...{ numbering: 'page', symbols: 'stars', size: 12, leading: 1.4 },
    ...{ hyphens: false, rule: false },
  }),
  family('book, daggers', book, {
    ...{ numbering: 'page', symbols: 'daggers', size: 12, leading: 1.4, headings: 'italic' },
  }),
  family('book, last third lost', book, { damage: 'lastThird' }),
  family('report', report),
  family('report, parentheses', report, {
    ...{ marker: '(%)', markerRaised: false, opening: '(%) ', openingRaised: false },
    ...{ rule: false, numbering: 'page', paper: 'letter' },
  }),
  family('report, lost markers', report, { damage: 'markers', folio: 'top', opening: '%) ', openingRaised: false }),
  family('two columns', paper, {
    ...{ columns: 2, size: 10, leading: 1.2, paragraphs: 'indent', head: 'alternating', folio: 'top' },
  }),
]
