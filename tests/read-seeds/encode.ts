import { decodeBytes } from '../../pipeline/read-seeds/decode-bytes.ts'

/** Bytes of a text in any encoding that TextDecoder knows, of one or two bytes a character: the decoder turned round. */
export function encode(text: string, label: string): Uint8Array {
  const table = tableOf(label)
  return Uint8Array.from(
    [...text].flatMap(character => {
      const bytes = table.get(character)
      if (!bytes) throw new Error(`${label} has no ${character}`)
      return bytes
    }),
  )
}

const tables = new Map<string, Map<string, number[]>>()

function tableOf(label: string): Map<string, number[]> {
  const known = tables.get(label)
  if (known) return known
  const table = new Map<string, number[]>()
  const decode = (...bytes: number[]) => {
    const text = decodeBytes(Uint8Array.from(bytes), label)
    if ([...text].length === 1 && text !== '\uFFFD' && !table.has(text)) table.set(text, bytes)
  }
  for (let first = 0; first < 256; first += 1) decode(first)
  if (/^(?:gb|big|shift|euc)/i.test(label)) {
    for (let first = 0x81; first < 255; first += 1)
      for (let second = 0x40; second < 255; second += 1) decode(first, second)
  }
  tables.set(label, table)
  return table
}
