/**
 * Every rule the pipeline can report, in one table. A rule id states the desired condition. Severity is decided here,
 * or in briefwright.yml under `rules`, and never where a message is made.
 */
import type { Severity } from '../contract/config.ts'

/** What is known of a rule before it is broken. */
export interface Rule {
  readonly severity: Severity
  /** What to do about it: one sentence, shown under the message. */
  readonly help: string
}

export const rules = {
  'seed-is-readable': {
    severity: 'error',
    help: 'Save the document anew (.txt, .md and .html as UTF-8, .docx and .pdf without a password), or move it out of the seeds folder.',
  },
  'project-has-seeds': {
    severity: 'error',
    help: 'Put source documents (.txt, .md, .html, .docx, .pdf) into the seeds folder, or name another under folders.seeds in briefwright.yml.',
  },
  'seed-fits': {
    severity: 'error',
    help: 'Split the document, or raise the limit that is named, in briefwright.yml.',
  },
  'seed-name-is-unique': { severity: 'error', help: 'Rename one of the two files.' },
  'seed-is-known': {
    severity: 'info',
    help: 'Only .txt, .md, .html, .docx and .pdf are read; save the document as one of these, or move it out of the seeds folder.',
  },
  'seed-has-text': {
    severity: 'error',
    help: 'Put the document into the file, or move it out of the seeds folder.',
  },
  'page-has-text': {
    severity: 'warning',
    help: 'Run text recognition (OCR) over the document, or replace the file by a whole one; the other pages are read.',
  },
  'encoding-is-declared': {
    severity: 'warning',
    help: 'Compare some words with the original document, and save the file as UTF-8.',
  },
  'seed-has-metadata': {
    severity: 'info',
    help: 'Add a file of the same name ending in .yml with title, author, language and date.',
  },
  'overlay-matches-seed': {
    severity: 'error',
    help: 'Compare the overlay with the seed, and put right or take out what no longer fits.',
  },
  'seed-has-notes': { severity: 'info', help: 'Nothing to do if the document has no notes.' },
  'text-is-in-one-column': {
    severity: 'warning',
    help: 'Check the order of the text; an extract made column by column, or the PDF itself, is read better.',
  },
  'text-is-undamaged': {
    severity: 'warning',
    help: 'Compare with the original document; the damaged characters are shown as they are.',
  },
  'footnote-is-defined': {
    severity: 'warning',
    help: 'Find the notes in the original document; until then briefs mark them as lost.',
  },
  'footnote-is-cited': { severity: 'warning', help: 'Check the seed for a marker that was lost or misread.' },
  'footnote-is-unique': {
    severity: 'warning',
    help: 'The first definition counts; check the seed for a misprinted number.',
  },
  'footnote-order': { severity: 'warning', help: 'Check the seed for a misprinted or lost marker near this place.' },
  'definition-is-whole': {
    severity: 'warning',
    help: 'Complete the note from the original document; until then it is shown as cut off.',
  },
  'quotation-is-balanced': {
    severity: 'info',
    help: 'The quotation is taken to end at its note marker or paragraph; check its extent in the seed.',
  },
  'url-is-whole': { severity: 'warning', help: 'Check the address in the original document.' },
  'year-agrees-with-url': {
    severity: 'warning',
    help: 'Check the year and the address in the original document; one of them may be misprinted.',
  },
  'link-is-alive': {
    severity: 'warning',
    help: 'Look for the page under another address or in a web archive, and keep a copy of what it said.',
  },
  'link-is-current': { severity: 'info', help: 'The page is there; cite the new address in the next edition.' },
  'link-is-checked': { severity: 'info', help: 'Open the address in a browser; some sites answer no program.' },
  'work-has-title': { severity: 'warning', help: 'Check the note: no title could be read from it.' },
  'work-is-unique': { severity: 'info', help: 'Check whether the two works are the same.' },
  'library-is-readable': {
    severity: 'warning',
    help: 'Put the entry right, or save the file as UTF-8; the other entries are used.',
  },
  'library-has-key': {
    severity: 'warning',
    help: 'Check the key, or add the entry to a file under library in briefwright.yml.',
  },
  'work-agrees-with-library': {
    severity: 'warning',
    help: 'Check which of the two is right; what the note prints is shown.',
  },
  'figure-is-well-formed': {
    severity: 'warning',
    help: 'Check the number in the original document; briefs show it as printed, with a mark.',
  },
  'figures-are-comparable': {
    severity: 'info',
    help: 'Nothing to do, unless the figures are alike: then see what the file in templates/charts asks for.',
  },
  'figure-is-consistent': {
    severity: 'warning',
    help: 'Check both places in the original documents; briefs show the figures side by side.',
  },
  'theme-has-passages': {
    severity: 'warning',
    help: 'Add terms to the theme in briefwright.yml, or seeds that speak of it.',
  },
  'brief-fits': {
    severity: 'warning',
    help: "Lower the limits under `select` in the audience's audience.yml.",
  },
  'pdf-is-finished': {
    severity: 'warning',
    help: 'Name another release of Chrome or Chromium in PUPPETEER_EXECUTABLE_PATH, or none for the packed one; what is printed stands.',
  },
  'statement-is-in-seed': {
    severity: 'error',
    help: 'Build the edition anew; if the words differ again, check the template that shows them.',
  },
  'figure-is-in-statement': {
    severity: 'error',
    help: 'Build the edition anew; if the figure differs again, check the template that shows it.',
  },
  'reading-agrees-with-seed': {
    severity: 'error',
    help: 'Build the edition anew, as the seeds now give another reading; if it differs again, check the template.',
  },
  'place-is-on-source-page': {
    severity: 'error',
    help: 'Build the edition anew, with its source pages.',
  },
  'pdf-matches-html': {
    severity: 'error',
    help: 'Build the edition anew with --no-cache; a part that is not for paper is marked data-screen in its template.',
  },
  'number-has-origin': {
    severity: 'warning',
    help: 'Show figures through the partials, or mark what is the frame’s own with data-frame (docs/templates.md).',
  },
  'edition-matches-seeds': {
    severity: 'error',
    help: 'Build the edition anew from the seeds as they are now.',
  },
  'edition-is-whole': {
    severity: 'error',
    help: 'Build the edition anew.',
  },
} as const satisfies Record<string, Rule>

export type RuleId = keyof typeof rules
