/**
 * Takes out of a reference the parts that look the same in every convention: address, identifiers, day of access and
 * medium. What remains is punctuation and words for the parser of the convention.
 */
import { compileWords } from './compile-words.ts'
import { accessLabels, addressLabels, mediumForms, mediums } from './conventions-details.ts'
import { mediumMark } from './marks.ts'
import { dateSource, parseDate } from './parse-date.ts'
import type { Draft, UrlFault } from './reference.ts'

/** The details of a reference, and its text without them. */
export interface Peeled {
  readonly fields: Draft
  /** The reference without the details; the medium leaves `mediumMark` behind. */
  readonly rest: string
  readonly urlFault?: UrlFault
  /** The reference announces an address and stops, or stops inside one. */
  readonly cut: boolean
}

/** Takes the details out of `text`, white space single. */
export function peelDetails(text: string): Peeled {
  const fields: Draft = {}
  const cut = endsInAddress.test(text)
  const { rest: withoutUrl, urlFault } = peelUrl(text, fields)
  let rest = peelIdentifiers(withoutUrl, fields)
  rest = rest.replace(visitedPattern, (_whole: string, mark: string, printed: string) => {
    const date = parseDate(printed, true)
    if (date) fields.accessed ??= date
    return `${mark} `
  })
  rest = rest.replace(accessPattern, (whole: string, printed: string) => {
    // Only English prints the month first.
    const date = parseDate(printed, !/access|visited|viewed|retriev|consulted/iu.test(whole))
    if (date) fields.accessed ??= date
    return ' '
  })
  rest = rest.replace(formPattern, (whole: string, form: string) => {
    fields.medium ??= form.trim()
    return whole.endsWith('//') ? ' //' : '. – '
  })
  rest = rest.replace(mediumPattern, (_whole: string, medium: string) => {
    fields.medium ??= medium.replace(/\s+/gu, ' ')
    return ` ${mediumMark} `
  })
  rest = rest.replace(/[.,;–—-]*\s?(?:Загл(?:авие)? с (?:экрана|титула)|Title from (?:the )?screen)[.,;]?/giu, '. ')
  rest = rest.replace(/(?<!\p{L})EDN:?\s?[A-Z]{6}(?!\p{L})\.?/gu, ' ')
  rest = rest.replace(endsInAddress, ' ').replace(addressPattern, ' ')
  rest = rest.replace(/\([\s.,;:]{0,9}\)|\[\s?\]|<\s?>/gu, ' ')
  return {
    fields,
    rest: rest
      .replace(/\s+/gu, ' ')
      .replace(/(?:\s?[.,;]){2,}\s?$/u, '.')
      .trim(),
    cut,
    ...(urlFault ? { urlFault } : {}),
  }
}

/** Stands where the address stood, until its label is gone too. */
const urlMark = '\uE002'
const urlPattern =
  /(?:(?<![\p{L}\d])h[tх]{1,3}ps?\s?[:;]?\s?\/{1,3}|(?<!\p{L})ftp:\/\/|(?<![\p{L}\d/.@])www\.)[^\s<>"«»“”„]+/giu
const bareUrlPattern =
  /(?<![\p{L}\d/.@:_-])(?:[a-z\d](?:[a-z\d-]{0,62})\.){1,4}[a-z]{2,6}\/[^\s<>"«»“”„]*|(?<=(?:URL|доступа|access):\s?)(?:[a-z\d-]{1,63}\.){1,4}[a-z]{2,6}(?=[\s.,;)]|$)/iu
const doiPattern = /(?:(?:\bdoi|\bDOI)(?:\.org\/|\s?[:.]?\s?))?(?<![\d.])(10\.\d{4,9}\/[^\s"<>«»]+)/iu
const accessPattern = new RegExp(
  `[([]?\\s?(?<!\\p{L})(?:${compileWords(accessLabels)})\\s?[:.–-]?\\s?(${dateSource})(?:\\s?г(?:\\.|ода))?\\s?(?:,?\\s?(?:from|at|via|von|unter|sur|à l['’]adresse|с)(?=\\s))?\\s?[)\\]]?`,
  'giu',
)
/** A day in brackets right behind the address: `https://… [3.5.2020]`. */
const visitedPattern = new RegExp(`(${urlMark})[.,]?\\s?(?:\\[|\\((?:Stand:?\\s)?)(${dateSource})[\\])]`, 'iu')
const mediumPattern = new RegExp(`\\[\\s?(${compileWords(mediums)})\\s?\\.?\\s?\\]\\s?\\.?`, 'giu')
const formPattern = new RegExp(
  `[.,;]?\\s?[-–—]?\\s(${compileWords(mediumForms)})\\s?\\.?(?:\\s?[-–—](?=\\s)|(?:\\s\\/\\/)|(?=\\s|$))`,
  'iu',
)
const addressPattern = new RegExp(
  `[([<]?(?:(?<!\\p{L})(?:${compileWords(addressLabels)}))?\\s?:?\\s?<?\\s?${urlMark}\\s?[)\\]>]?`,
  'giu',
)
const endsInAddress = new RegExp(
  `(?<!\\p{L})(?:${compileWords(addressLabels)})\\s?:\\s?(?:h(?:t(?:t(?:ps?)?)?)?:?\\/{0,2})?$`,
  'iu',
)

function peelUrl(text: string, fields: Draft): { readonly rest: string; readonly urlFault?: UrlFault } {
  const found: string[] = []
  let rest = text.replace(urlPattern, match => {
    const url = trimUrl(match)
    found.push(url)
    return `${urlMark}${match.slice(url.length)}`
  })
  if (found.length === 0) {
    rest = rest.replace(bareUrlPattern, match => {
      if (/^doi\.org|^10\./iu.test(match)) return match
      const url = trimUrl(match)
      found.push(url)
      return `${urlMark}${match.slice(url.length)}`
    })
  }
  const url = found.find(address => !/\/\/(?:web\.)?archive\.\w+\//u.test(address)) ?? found[0]
  if (url === undefined) return { rest }
  fields.URL = url
  // A space inside: what follows it goes on as a path.
  const behind = text.slice(text.indexOf(url) + url.length)
  const piece = pathPiece.exec(behind)?.[0] ?? ''
  const split = piece !== '' || (text.includes(`${url} /`) && !/^\s\/{1,2}\s/u.test(behind))
  if (piece !== '') rest = rest.replace(`${urlMark}${piece}`, urlMark)
  const urlFault = split ? 'malformed' : findFault(url, text.endsWith(url))
  return urlFault ? { rest, urlFault } : { rest }
}

/** What is left of an address behind a space: `butb-530408-2022/`. */
const pathPiece =
  /^\s(?=[a-z\d%_.~/-]*[a-z])(?:[a-z\d%_.~]+(?:[-/][a-z\d%_.~]+)*[-/][a-z\d%_~]*\/|[a-z\d%_]+(?:-[a-z\d%_]+){2,})(?=[\s.,;)]|$)/u

/** Without the punctuation of the sentence around it. */
function trimUrl(match: string): string {
  const surplus = { ')': count(match, ')') - count(match, '('), ']': count(match, ']') - count(match, '[') }
  let end = match.length
  for (; end > 0; end -= 1) {
    const last = match.charAt(end - 1)
    if (/[.,;:!?'’*…]/u.test(last)) continue
    if ((last !== ')' && last !== ']') || surplus[last] <= 0) break
    surplus[last] -= 1
  }
  return match.slice(0, end)
}

function count(text: string, character: string): number {
  return text.split(character).length - 1
}

function findFault(url: string, atEnd: boolean): UrlFault | undefined {
  const host = /^(?:(?:https?|ftp):\/\/)?([^/?#]*)/iu.exec(url)?.[1] ?? ''
  const name = host.replace(/^[^@\s]*@/u, '').replace(/:\d{1,5}$/u, '')
  const sound = /^(?:[\p{L}\d](?:[\p{L}\d_-]*)\.)+\p{L}[\p{L}\d-]+$|^\d{1,3}(?:\.\d{1,3}){3}$/iu.test(name)
  if (!sound) return atEnd && /^https?:\/\/[\p{L}\d.-]*$/iu.test(url) ? 'cut' : 'malformed'
  if (/\uFFFD|%(?![\da-f]{2})/iu.test(url)) return 'malformed'
  return /[-=&?%]$/u.test(url) ? 'cut' : undefined
}

function peelIdentifiers(text: string, fields: Draft): string {
  const resolved = /^https?:\/\/(?:dx\.)?doi\.org\/(10\.\d{4,9}\/.+)$/iu.exec(fields.URL ?? '')?.[1]
  if (resolved) {
    // The address of a DOI says no more than the DOI.
    fields.DOI = resolved
    delete fields.URL
  }
  let rest = text.replace(doiPattern, (_whole: string, printed: string) => {
    const doi = trimUrl(printed)
    fields.DOI ??= doi
    return ` ${printed.slice(doi.length)}`
  })
  rest = rest.replace(
    /[–—-]?\s?\be?-?ISSN(?:-L)?[:\s]{0,3}(\d{4}[-–]\d{3}[\dXх])(?:\s?\([\p{L}.]{2,8}\))?/giu,
    (_whole: string, issn: string) => {
      fields.ISSN ??= issn
      return ' '
    },
  )
  return rest.replace(
    /[–—-]?\s?\bISBN(?:-1[03])?[:\s]{0,3}([\dXx–-][\dXx –-]{8,16}[\dXx])/gu,
    (_whole: string, isbn: string) => {
      fields.ISBN ??= isbn.trim()
      return ' '
    },
  )
}
