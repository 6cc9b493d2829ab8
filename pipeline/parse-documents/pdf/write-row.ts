/**
 * The text of a row. Words are told by the gaps between runs and not by printed spaces alone; wide gaps become several
 * spaces, so that columns of a table show. A raised number is written in raised digits, as it was printed: note markers
 * and powers keep their dress, and what follows can tell 10² from 102.
 */
import type { Piece, Row } from './piece.ts'

/** Gaps in ems: letters are joined below the first, columns begin at the second. */
const wordGap = 0.15
const columnGap = 1.5
/** Beside a printed space a much smaller gap is enough. */
const spacedGap = 0.06
const averageCharacter = 0.5
const widest = 12

/** The text of a row without white space around it. */
export function writeRow(row: Row): string {
  let text = ''
  row.pieces.forEach((piece, index) => {
    const before = row.pieces[index - 1]
    if (before) {
      const gap = (piece.x - before.end) / row.size
      const printed = before.spaceAfter || piece.spaceBefore
      if (gap >= columnGap) text += ' '.repeat(Math.min(widest, Math.max(2, Math.round(gap / averageCharacter))))
      else if (gap >= wordGap || (printed && gap >= spacedGap) || areTwoNumbers(before, piece)) text += ' '
    }
    text += piece.raised ? raise(normalize(piece.text)) : normalize(piece.text)
  })
  return text.trim()
}

/** Presentation forms and radicals as the letters they stand for; everything else as it was printed. */
function normalize(text: string): string {
  return text
    .replace(/[\ufb00-\ufdff\ufe70-\ufefc\u2e80-\u2fd5]+/gu, form => form.normalize('NFKC'))
    .replace(/[\u2e80-\u2ef3]/gu, radical => radicals.get(radical) ?? radical)
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]/gu, ' ')
}

/**
 * Radicals that fonts map the glyphs of whole characters to, and the characters; from Unicode's
 * EquivalentUnifiedIdeograph.txt, those that are written as characters of their own.
 */
const radicals = new Map(
  (
    '⺁厂⺃乚⺅亻⺈刀⺉刂⺊卜⺋卩⺎兀⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺫目⺬示⺭礻' +
    '⺮竹⺯糹⺰纟⺱罓⺲罒⺳网⺶羊⺷羊⺹耂⺺肀⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门' +
    '⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟'
  )
    .match(/../gu)
    ?.map(pair => [pair[0] as string, pair[1] as string]),
)

const raisedSigns = new Map([...'0123456789()'].map((sign, index) => [sign, '⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾'[index] as string]))

/** Numbers in raised digits; commas between them give way to spaces, so that each number stands for itself. */
function raise(text: string): string {
  if (!/^\d[\d\s,;]*$|^\(?\d+\)$/u.test(text)) return text
  return text
    .replace(/\s*[,;]\s*(?=\d)/gu, ' ')
    .replace(/\d{3,8}/gu, digits => partNumbers(digits))
    .replace(/[\d()]/gu, sign => raisedSigns.get(sign) ?? sign)
}

/** Whether two raised numbers stand side by side without a space, as the markers of two notes at one place do. */
function areTwoNumbers(before: Piece, piece: Piece): boolean {
  return before.raised && piece.raised && Number.parseInt(piece.text, 10) === Number.parseInt(before.text, 10) + 1
}

/** Digits that are a number and the next one, such as those of notes 9 and 10, with a space between the two. */
function partNumbers(digits: string): string {
  const first = digits.slice(0, digits.length >> 1)
  return `${first}${Number(first) + 1}` === digits ? `${first} ${digits.slice(first.length)}` : digits
}
