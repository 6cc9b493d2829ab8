/**
 * What a PDF says of itself, twice and in the same words: in the dictionary that all programs show, and as XMP for those
 * that look further (ISO 16684-1; ISO 14289-1, 7.1).
 */
import type { PageMetadata } from '../../contract/page.ts'
import type { PdfFile } from './pdf-file.ts'
import { PdfDictionary, type PdfReference, printText, readText } from './values.ts'

/** The page a PDF was printed from, as far as the PDF speaks of it. */
export interface Subject {
  readonly title: string
  /** BCP 47 tag. */
  readonly language: string
  /** ISO 8601. */
  readonly date: string
  readonly metadata?: PageMetadata
}

const creator = 'Briefwright'

/** Completes the information dictionary. */
export function writeInformation(file: PdfFile, information: number, { title, metadata }: Subject): void {
  const entries = file.edit(information)
  const set = (key: string, text: string | undefined) => text && entries.set(key, printText(text))
  set('Title', title)
  set('Author', metadata?.author)
  set('Subject', metadata?.subject)
  set('Keywords', metadata?.keywords.join(', '))
  set('Creator', creator)
}

/** Adds the same as XMP; gives the stream. */
export function addXmp(file: PdfFile, information: number, subject: Subject): PdfReference {
  const producer = file.dictionary(information).get('Producer')
  const data = Buffer.from(printXmp(subject, typeof producer === 'string' ? readText(producer) : ''), 'utf8')
  const entries = new PdfDictionary([
    ['Type', '/Metadata'],
    ['Subtype', '/XML'],
  ])
  return file.add(entries, data)
}

function printXmp({ title, language, date, metadata }: Subject, producer: string): string {
  const { author = '', subject = '', keywords = [], source = '' } = metadata ?? {}
  const time = `${date}T00:00:00+00:00`
  const fields = [
    alternatives('dc:title', title),
    alternatives('dc:description', subject),
    list('dc:creator', 'Seq', author === '' ? [] : [author]),
    list('dc:subject', 'Bag', keywords),
    list('dc:language', 'Bag', [language]),
    element('dc:format', 'application/pdf'),
    element('dc:source', source),
    element('pdf:Keywords', keywords.join(', ')),
    element('pdf:Producer', producer),
    element('xmp:CreatorTool', creator),
    element('xmp:CreateDate', time),
    element('xmp:ModifyDate', time),
    element('xmp:MetadataDate', time),
    element('pdfuaid:part', '1'),
  ]
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""${Object.entries(spaces)
    .map(([prefix, address]) => ` xmlns:${prefix}="${address}"`)
    .join('')}>
${fields.filter(field => field !== '').join('\n')}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
}

const spaces = {
  dc: 'http://purl.org/dc/elements/1.1/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
}

function element(name: string, text: string): string {
  return text === '' ? '' : `<${name}>${escapeXml(text)}</${name}>`
}

function alternatives(name: string, text: string): string {
  if (text === '') return ''
  return `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt></${name}>`
}

function list(name: string, kind: 'Bag' | 'Seq', texts: readonly string[]): string {
  if (texts.length === 0) return ''
  const items = texts.map(text => `<rdf:li>${escapeXml(text)}</rdf:li>`).join('')
  return `<${name}><rdf:${kind}>${items}</rdf:${kind}></${name}>`
}

function escapeXml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these may not stand in XML
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
  )
}
