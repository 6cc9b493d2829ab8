/**
 * Breaks a text into lines as a source program would: by characters, or by widths of a proportional face (coarse ones,
 * and not those that the reader measures with).
 */
import type { Layout } from './families.ts'

const narrow = /[iljtfrI.,:;'’!|()[\] -]/u
const wide = /[mwMWжшщмюыфЖШЩМЮФ%@—]/u
const upper = /\p{Lu}/u
const fullWidth = /[\u2E80-\u9FFF\u3000-\u303F\uFF00-\uFFEF“”‘’]/u

function widthOf(character: string, layout: Layout, chinese: boolean): number {
  if (chinese && fullWidth.test(character)) return 2
  if (layout.wrap === 'columns') return 1
  if (narrow.test(character)) return 0.6
  if (wide.test(character)) return 1.6
  return upper.test(character) ? 1.35 : 1.05
}

/** The lines of a text; the first begins `indent` characters in and carries that indent as `tab` or spaces if kept. */
export function setLines(text: string, indent: number, layout: Layout, chinese: boolean): readonly string[] {
  const pad = layout.indentKept && indent > 0 ? (layout.tabs ? '\t' : ' '.repeat(indent)) : ''
  if (layout.wrap === 'none') return [pad + text]
  const lines: string[] = []
  let line = ''
  let used = indent
  const close = () => {
    lines.push((lines.length === 0 ? pad : '') + line.trimEnd())
    line = ''
    used = 0
  }
  for (const piece of pieces(text, chinese)) {
    const width = measure(piece.trimEnd(), layout, chinese)
    if (used + width > layout.width && line !== '') {
      const cut = layout.hyphenated ? cutWord(piece, layout.width - used, layout, chinese) : 0
      if (cut > 0) line += `${piece.slice(0, cut)}-`
      close()
      line = piece.slice(cut)
      used = measure(line, layout, chinese)
    } else {
      line += piece
      used += measure(piece, layout, chinese)
    }
  }
  close()
  return lines
}

/** What cannot be broken: a word and the space after it; in Chinese a character and the stops that close it. */
function pieces(text: string, chinese: boolean): readonly string[] {
  if (!chinese) return text.match(/\S+\s*/gu) ?? []
  return text.match(/[《“‘〔（]*(?:[!-~]+|.)[。，、；：？！》”’〕）\uE000-\uF8FF]*\s*/gu) ?? []
}

function measure(text: string, layout: Layout, chinese: boolean): number {
  let width = 0
  for (const character of text) width += widthOf(character, layout, chinese)
  return width
}

/** Where a long word may be cut so that its head and a hyphen still fit; 0 where not. */
function cutWord(word: string, room: number, layout: Layout, chinese: boolean): number {
  const letters = /^\p{Ll}{8,}/u.exec(word)?.[0].length ?? 0
  if (chinese || letters === 0) return 0
  let cut = Math.min(letters - 3, Math.floor(room))
  while (cut >= 3 && measure(word.slice(0, cut), layout, chinese) + 0.6 > room) cut -= 1
  return cut >= 3 ? cut : 0
}
