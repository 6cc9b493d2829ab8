/**
 * Puts right in a PDF from Chromium what PDF/UA asks for and Chromium leaves out, and adds what the edition knows of the
 * page: tags, artifacts, descriptions of links, languages, metadata, an identity, and the data as an attachment.
 */
import type { Page } from '../../contract/page.ts'
import { attachData } from './attach-data.ts'
import { describeLinks } from './describe-links.ts'
import { addBodies, correctRoles, mapRoles } from './improve-roles.ts'
import { dropDecoration, markArtifacts } from './mark-artifacts.ts'
import { markLanguages } from './mark-languages.ts'
import { listPages, readPages } from './pages.ts'
import { openPdf, type PdfFile } from './pdf-file.ts'
import { readStructure } from './read-structure.ts'
import { isDictionary, isReference, PdfDictionary, printText } from './values.ts'
import { addXmp, writeInformation } from './write-metadata.ts'
import { writeStructure } from './write-structure.ts'

/** What a PDF is printed from. */
export type PrintSource = Pick<Page, 'title' | 'language' | 'html' | 'metadata'>

/**
 * The file anew, with the same bytes for the same input; undefined where the file is not built as Chromium builds it. `date`
 * is that of the edition, ISO 8601, and stands in the file already.
 */
export function completePdf(
  printed: Buffer,
  source: PrintSource,
  date: string,
): { readonly bytes: Buffer; readonly pages: number } | undefined {
  const file = openPdf(printed)
  const [root, information] = [file?.trailer.get('Root'), file?.trailer.get('Info')]
  if (!file || !isReference(root) || !isReference(information)) return undefined
  const subject = { ...source, date }
  completeTags(file, root.to, source)
  writeInformation(file, information.to, subject)
  const catalog = file.edit(root.to)
  catalog.set('Metadata', addXmp(file, information.to, subject))
  catalog.set('Lang', printText(source.language))
  const preferences = catalog.get('ViewerPreferences')
  const shown = new PdfDictionary(isDictionary(preferences) ? preferences : [])
  catalog.set('ViewerPreferences', shown.set('DisplayDocTitle', 'true'))
  const attachment = source.metadata?.attachment
  if (attachment) attachData(file, root.to, attachment, `D:${date.replaceAll('-', '')}000000+00'00'`)
  return { bytes: file.write(root, information), pages: listPages(file, catalog).length }
}

/** A file without tags keeps its content as it is. */
function completeTags(file: PdfFile, root: number, { html, language }: PrintSource): void {
  const catalog = file.dictionary(root)
  const structure = readStructure(file, catalog)
  if (!structure) return
  const pages = readPages(file, catalog)
  // First, as lines in a picture are kept, and what holds text is no picture.
  correctRoles(structure)
  const dropped = dropDecoration(structure, pages)
  const elements = addBodies(file, structure)
  markLanguages(html, language, structure.elements, pages)
  writeStructure(file, elements, dropped)
  const roles = mapRoles(elements)
  if (roles) file.edit(structure.root).set('RoleMap', roles)
  describeLinks(file, catalog, elements, pages)
  markArtifacts(file, pages, dropped)
  for (const { number } of pages) file.edit(number).set('Tabs', '/S')
}
