/**
 * How wide a line is when set in a book face. The widths are those of the Times family's Adobe font metrics, in
 * thousandths of an em; letters that the table lacks get the average of their script.
 */

const groups: readonly (readonly [width: number, characters: string])[] = [
  [180, "'"],
  [200, '|'],
  [250, ' ,.\u00a0'],
  [278, '/:;\\ijltìíîï'],
  [333, '!()-I[]`fr‘’‚ÌÍÎÏ'],
  [350, '•'],
  [389, 'Jsšş'],
  [408, '"'],
  [444, '?aceczéèêëáàâäãåçćč“”„—'],
  [480, '{}'],
  [500, '#$0123456789_bdghknopquvxy*–«»ñóòôöõøúùûü'],
  [541, '~'],
  [556, 'FPSß'],
  [564, '+<=>'],
  [611, 'ELTZÉÈÊË'],
  [667, 'BCR'],
  [722, 'ADGHKNOQUVXYwÁÀÂÄÓÒÔÖÚÙÛÜшщжмюыф'],
  [778, '&m'],
  [833, '%'],
  [889, 'M'],
  [921, '@'],
  [944, 'WЖШЩЮ'],
  [1000, '…'],
]

const latin = new Float64Array(0x3000).fill(500)
for (let code = 0x410; code < 0x430; code += 1) latin[code] = 690
for (const [width, characters] of groups) for (const character of characters) latin[character.charCodeAt(0)] = width

/** Width of a text in thousandths of an em; full-width scripts count one em a character. */
export function measureWidth(text: string): number {
  let width = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    width += code < 0x3000 ? (latin[code] as number) : 1000
  }
  return width
}
