import { deflateSync } from 'node:zlib'

/** A PDF of the given objects, numbered from 1; the first is the catalog. */
export function makePdf(...objects: readonly (string | Buffer)[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  let length = (parts[0] as Buffer).length
  const push = (part: string | Buffer) => {
    const bytes = Buffer.from(part as string)
    parts.push(bytes)
    length += bytes.length
  }
  objects.forEach((object, index) => {
    offsets.push(length)
    push(`${index + 1} 0 obj\n`)
    push(object)
    push('\nendobj\n')
  })
  const table = length
  push(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`)
  for (const offset of offsets) push(`${String(offset).padStart(10, '0')} 00000 n \n`)
  push(`trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF`)
  return new Uint8Array(Buffer.concat(parts))
}

/** A stream, packed. */
export function stream(dictionary: string, data: string | Buffer): Buffer {
  const packed = deflateSync(data)
  const head = `<<${dictionary}/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`
  return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')])
}

/** A PDF whose pages hold these contents, set in Helvetica (/F), with an image (/I) at hand. */
export function makePages(...contents: readonly string[]): Uint8Array {
  const kids = contents.map((_, index) => `${5 + index * 2} 0 R`).join(' ')
  return makePdf(
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${contents.length}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    stream('/Type/XObject/Subtype/Image/Width 9/Height 9/ColorSpace/DeviceGray/BitsPerComponent 8', Buffer.alloc(81)),
    ...contents.flatMap((content, index) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 700]/Resources<</Font<</F 3 0 R>>/XObject<</I 4 0 R>>>>/Contents ${6 + index * 2} 0 R>>`,
      stream('', content),
    ]),
  )
}
