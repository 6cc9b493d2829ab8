/**
 * Numbers as Word prints them for notes: the formats of ST_NumberFormat (ECMA-376, part 1, 17.18.59) that are in use for
 * notes in European and East Asian documents. Any other is printed as a plain number.
 */

/** The number `value`, from 1, in a format such as `lowerRoman`. */
export function formatNumber(value: number, format: string): string {
  if (value < 1) return String(value)
  switch (format) {
    case 'lowerRoman':
      return toRoman(value)
    case 'upperRoman':
      return toRoman(value).toUpperCase()
    case 'lowerLetter':
      return repeatLetters(value, 'abcdefghijklmnopqrstuvwxyz')
    case 'upperLetter':
      return repeatLetters(value, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')
    case 'russianLower':
      return repeatLetters(value, 'абвгдежзиклмнопрстуфхцчшщэюя')
    case 'russianUpper':
      return repeatLetters(value, 'АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ')
    case 'chicago':
      return repeatLetters(value, '*†‡§')
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(value).replace(/\d/gu, digit => String.fromCodePoint(0xff10 + Number(digit)))
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return toCircled(value)
    case 'numberInDash':
      return `- ${value} -`
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return toChinese(value)
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
      return String(value).replace(/\d/gu, digit => '〇一二三四五六七八九'[Number(digit)] as string)
    default:
      return String(value)
  }
}

function toRoman(value: number): string {
  const signs: readonly (readonly [number, string])[] = [
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ]
  if (value > 3999) return String(value)
  let rest = value
  let roman = ''
  for (const [worth, sign] of signs) {
    while (rest >= worth) {
      roman += sign
      rest -= worth
    }
  }
  return roman
}

/** a to z, then aa to zz: a sign is repeated, not combined. */
function repeatLetters(value: number, letters: string): string {
  const index = (value - 1) % letters.length
  return (letters[index] as string).repeat(Math.min(50, Math.floor((value - 1) / letters.length) + 1))
}

function toCircled(value: number): string {
  if (value <= 20) return String.fromCodePoint(0x2460 + value - 1)
  if (value <= 35) return String.fromCodePoint(0x3251 + value - 21)
  return value <= 50 ? String.fromCodePoint(0x32b1 + value - 36) : String(value)
}

/** Up to 9999, with 零 for zeros inside. */
function toChinese(value: number): string {
  if (value > 9999) return String(value)
  const digits = String(value)
  const written = [...digits]
    .map((digit, index) => {
      const unit = ['', '十', '百', '千'][digits.length - 1 - index] as string
      return digit === '0' ? '零' : `${'零一二三四五六七八九'[Number(digit)]}${unit}`
    })
    .join('')
  return written
    .replace(/零+/gu, '零')
    .replace(/(?<=.)零$/u, '')
    .replace(/^一十/u, '十')
}
