/** PDF files of a few objects, written as Skia writes them. */
import { deflateSync } from 'node:zlib'

/** A file of these objects, numbered from 1; the last is the catalog and the first the information. */
export function makePdf(objects: readonly string[], trailer = ''): Buffer {
  let text = '%PDF-1.4\n%\xd3\xeb\xe9\xe1\n'
  const offsets: (number | undefined)[] = [undefined]
  for (const [index, object] of objects.entries()) {
    offsets.push(text.length)
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
  }
  return addTable(Buffer.from(text, 'latin1'), offsets, objects.length, trailer)
}

/** Objects with their table of offsets after them. */
export function addTable(body: Buffer, offsets: readonly (number | undefined)[], root: number, trailer = ''): Buffer {
  const entries = Array.from(offsets, offset =>
    offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`,
  )
  const table = `xref\n0 ${entries.length}\n${entries.join('')}trailer\n<</Size ${entries.length}\n/Root ${root} 0 R\n/Info 1 0 R${trailer}>>\nstartxref\n${body.length}\n%%EOF\n`
  return Buffer.concat([body, Buffer.from(table, 'latin1')])
}

/** A deflated stream. */
export function makeStream(content: string, entries = ''): string {
  const data = deflateSync(Buffer.from(content, 'latin1'))
  return `<</Filter /FlateDecode${entries}\n/Length ${data.length}>> stream\n${data.toString('latin1')}\nendstream`
}

/** A tagged file of one page: content, then the structure elements from number 8 on; the first is the document's. */
export function makeTaggedPdf(content: string, elements: readonly string[], owners: string, page = ''): Buffer {
  const catalog =
    '<</Type /Catalog\n/Pages 3 0 R\n/MarkInfo <</Marked true>>\n/StructTreeRoot 5 0 R\n/ViewerPreferences <</DisplayDocTitle false>>>>'
  return makePdf([
    "<</Title (old)\n/Producer (Skia/PDF m147)\n/CreationDate (D:20260101120000+00'00')>>",
    makeStream(content),
    '<</Type /Pages\n/Count 1\n/Kids [4 0 R]>>',
    `<</Type /Page\n/Parent 3 0 R\n/MediaBox [0 0 600 800]\n/Contents 2 0 R\n/StructParents 0${page}>>`,
    '<</Type /StructTreeRoot\n/K 8 0 R\n/ParentTree 6 0 R>>',
    '<</Type /ParentTree\n/Nums [0 7 0 R]>>',
    owners,
    ...elements,
    catalog,
  ])
}
