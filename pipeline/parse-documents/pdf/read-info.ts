/**
 * Title, author, date and language of a PDF, from what the file says of itself where that can be true. Programs fill
 * these fields with file names, their own names and the language of their menus.
 */
import type { SeedMetadata } from '../../contract/seed.ts'
import { guessLanguage } from '../../tree/guess-language.ts'
import { isLanguageTag } from '../../tree/language-tag.ts'
import type { Line } from '../paginated/read-lines.ts'
import type { DocumentInfo } from './extracted-page.ts'
import type { PrintedText } from './print-lines.ts'

/** What is known of a PDF; a field that nothing plausible stands in is left out. */
export function readInfo(info: DocumentInfo, { text, lines }: PrintedText): Partial<SeedMetadata> {
  const title = plausibleTitle(info.title) ?? printedTitle(lines)
  const author = plausibleAuthor(info.author)
  const date = readDate(info.created)
  return {
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { author }),
    ...(date === undefined ? {} : { date }),
    language: chooseLanguage(info.language, text),
  }
}

const fileName = /\.(?:docx?|dotx?|odt|rtf|tex|dvi|indd|qxp|html?|pdf|txt|md|pages|e?ps|xlsx?|pptx?|wpd|fm)$/iu
const placeholderTitle =
  /^(?:untitled|title|document|doc|layout|slide|print|test|draft|template|about:blank|без названия|документ|无标题|文档|sans titre|unbenannt)[\s\d_-]*$|^(?:microsoft|powerpoint|https?:|file:|[a-z]:\\)|^\S*[_/\\]\S*$/iu

function plausibleTitle(title: string | undefined): string | undefined {
  const clean = title
    ?.replace(/^microsoft (?:office )?(?:word|powerpoint) - /iu, '')
    .replace(/\s+/gu, ' ')
    .trim()
  if (!clean || clean.length > 300 || isDamaged(clean)) return undefined
  if (!/\p{L}{2}/u.test(clean) || fileName.test(clean) || placeholderTitle.test(clean)) return undefined
  return clean
}

/** Characters that no title or name holds. */
function isDamaged(text: string): boolean {
  return /[\p{Cc}\p{Co}\p{Cn}\ufffd]|Ã.|Ð.{1,3}Ð/u.test(text)
}

/** The lines of the largest type at the head of the first page. */
function printedTitle(lines: readonly Line[]): string | undefined {
  const first = lines.filter(({ print }) => print?.page === lines[0]?.print?.page)
  const largest = Math.max(...first.map(({ print }) => print?.size ?? 0))
  const start = first.findIndex(({ print }) => print?.size === largest)
  if (largest < 1.07 || start < 0) return undefined
  const length = first.slice(start).findIndex(({ print }) => Math.abs((print?.size ?? 0) - largest) > 0.02)
  const title = first
    .slice(start, length < 0 ? undefined : start + length)
    .map(({ text }) => text)
    .join(' ')
    .replace(/[⁰¹²³⁴-⁹*†‡]+$/u, '')
  return title.length <= 200 && /\p{L}{2}/u.test(title) ? title : undefined
}

const nobody =
  /^(?:admin\w*|user\w*|owner|unknown|author|anonymous|root|pc|home|default|windows user|microsoft.*|adobe.*|пользователь|админ\w*|автор|имя|用户|作者|\S+@\S+|\S*\d\S*)$/iu

function plausibleAuthor(author: string | undefined): string | undefined {
  const clean = author?.replace(/\s+/gu, ' ').trim()
  if (!clean || clean.length > 200 || isDamaged(clean) || !/\p{L}{2}/u.test(clean) || nobody.test(clean))
    return undefined
  return clean
}

/** `D:20230214120000Z` or an ISO date. The day a PDF was made on is the best date it has. */
function readDate(created: string | undefined): string | undefined {
  const [, year, month, day] = /^(?:D:)?(\d{4})-?(\d{2})-?(\d{2})/u.exec(created?.trim() ?? '') ?? []
  if (!year || !month || !day || Number(year) < 1985 || Number(year) > 2100) return undefined
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`)
  return Number.isNaN(date.getTime()) || date.getUTCDate() !== Number(day) ? undefined : `${year}-${month}-${day}`
}

const cyrillic = /^(?:ru|uk|be|bg|sr|mk|kk|ky|tg|mn)\b/iu

/** The catalog's language, unless the letters belie it: many programs write the language of their menus there. */
function chooseLanguage(said: string | undefined, text: string): string {
  const guess = guessLanguage(text)
  const tag = said?.trim().replace('_', '-')
  if (!tag || !isLanguageTag(tag)) return guess
  const base = tag.slice(0, 2).toLowerCase()
  if (guess === 'ru') return cyrillic.test(tag) ? tag : guess
  if (guess === 'zh') return base === 'zh' || base === 'ja' ? tag : guess
  if (cyrillic.test(tag) || base === 'zh' || base === 'ja') return guess
  return base === 'en' && guess !== 'en' ? guess : tag
}
