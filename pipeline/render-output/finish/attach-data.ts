/**
 * Puts a file into a PDF, for programs that want the data behind the page (ISO 32000-1, 7.11.4; ISO 19005-3, 6.8).
 */
import { createHash } from 'node:crypto'
import type { Attachment } from '../../contract/page.ts'
import type { PdfFile } from './pdf-file.ts'
import { isDictionary, PdfDictionary, printText } from './values.ts'

/** Adds a file; `catalog` is the number of the catalog, `time` a date of PDF, such as `D:20230214000000+00'00'`. */
export function attachData(
  file: PdfFile,
  catalog: number,
  { name, mediaType, description, text }: Attachment,
  time: string,
): void {
  const data = Buffer.from(text, 'utf8')
  const parameters = new PdfDictionary([
    ['Size', String(data.length)],
    ['CreationDate', printText(time)],
    ['ModDate', printText(time)],
    ['CheckSum', `<${createHash('md5').update(data).digest('hex').toUpperCase()}>`],
  ])
  const stream = file.add(
    new PdfDictionary([
      ['Type', '/EmbeddedFile'],
      ['Subtype', `/${mediaType.replaceAll('/', '#2F')}`],
      ['Params', parameters],
    ]),
    data,
  )
  const specification = file.add(
    new PdfDictionary([
      ['Type', '/Filespec'],
      ['F', printText(name)],
      ['UF', printText(name)],
      ['Desc', printText(description)],
      ['AFRelationship', '/Data'],
      [
        'EF',
        new PdfDictionary([
          ['F', stream],
          ['UF', stream],
        ]),
      ],
    ]),
  )
  const entries = file.edit(catalog)
  const names = entries.get('Names')
  const files = new PdfDictionary([['Names', [printText(name), specification]]])
  const trees = new PdfDictionary(isDictionary(names) ? names : [])
  entries.set('Names', trees.set('EmbeddedFiles', files))
  entries.set('AF', [specification])
}
