/**
 * Parts a title or container from the imprint behind it, once the labelled parts are marks: `Orte, Bielefeld ⟨date⟩`,
 * `Le Halage, Paris, Presses du Bief, ⟨date⟩`, `Wasser, Zeit, Geld. Uferverlag, ⟨date⟩`, `Gates (New York: Norton, ⟨date⟩)`.
 */
import { organisationWords, publisherWords } from './conventions-kinds.ts'
import { anyMark, dateMark, partMark } from './marks.ts'
import { isPlace } from './places.ts'
import type { Draft } from './reference.ts'
import { splitSentences } from './split-sentences.ts'

/** What the text before the imprint is: a whole work's title, what contains it, or the rest behind a dated author. */
export type Mode = 'whole' | 'host' | 'dated'

/** Reads the imprint of `text` into `fields`, and gives the title or container before it. */
export function splitImprint(text: string, fields: Draft, mode: Mode): string {
  const { rest, found } = takeBrackets(text, fields, mode)
  const cut = rest.search(/[\uE010\uE011]/u)
  const head = cut < 0 ? rest : rest.slice(0, cut)
  // Behind a year that opens the text, words in lower case go on with it: `2020 prices, as printed`.
  const opens = mode === 'whole' && bare(head) === ''
  const pieces = cut < 0 ? [] : readPieces(rest.slice(cut)).filter(piece => !opens || !/^\p{Ll}/u.test(piece))
  const place = /(?:^|[,\uE010]\s?|\p{L}{2}\.\s)(\p{Lu}[^,.:\uE010\uE011]{2,40}(?:\s[aM]\.){0,2})\s\uE011/u.exec(
    cut < 0 ? '' : rest.slice(cut),
  )?.[1]
  // `2. Aufl., Lübeck 1954`: no comma before the year.
  if (place && looksLikePlace(place)) fields['publisher-place'] ??= place.trim()
  const known =
    readBehind(place === undefined ? pieces : pieces.filter(piece => piece !== fields['publisher-place']), fields) ||
    found ||
    (fields['publisher-place'] === place && place !== undefined)
  if (known) return bare(head)
  const comma = /[,;]\s*$/u.test(head)
  // A series may stand between: `Arles, Actes Sud, ⟨series⟩, ⟨date⟩`.
  const apart = cut >= 0 && /^\uE010\s?,\s?\uE011/u.test(rest.slice(cut))
  const dated = apart || (cut >= 0 && rest.charAt(cut) === dateMark)
  const name = splitHead(bare(head), fields, mode, { comma: comma || apart, dated })
  // What is left behind marks and is no imprint goes on with the name.
  return name
}

function bare(text: string): string {
  return text.replace(/^[\s.,:;–—-]+/u, '').replace(/[\s,:;(–—-]+$/u, '')
}

/** `(Cambridge: University Press, ⟨date⟩)`, `(3rd edn, University Press ⟨date⟩)`. */
function takeBrackets(text: string, fields: Draft, mode: Mode): { readonly rest: string; readonly found: boolean } {
  let found = false
  const rest = text.replace(/\s?\(([^()]{1,160})\)/gu, (whole: string, inner: string) => {
    if (mode === 'whole' && seriesName.test(inner) && !fields['collection-title']) {
      fields['collection-title'] = inner.replace(/[,;]?\s(?:Bd\.|Band|vol\.|т\.|t\.|n[°o]|Nr\.|H\.)?\s?\d{1,4}$/u, '')
      return ''
    }
    if (found || !/[:\uE010\uE011]/u.test(inner)) return whole
    const words = inner.replace(anyMark, '').replace(/[\s,;.]+/gu, '')
    if (words === '') return inner.includes(dateMark) ? ` ${dateMark}` : ` ${partMark}`
    if (!inner.includes(dateMark) && !/\p{Lu}[^:]*:\s?\p{Lu}/u.test(inner)) return whole
    const lone = /^\s?(\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?),\s?\uE011\s?$/u.exec(inner)?.[1]
    // `(Accra, 2009)` prints a comma behind the place, `(OUP 2009)` none behind the publisher.
    if (lone && mode !== 'host' && looksLikePlace(lone)) found = setImprint(fields, { place: lone })
    else found = readBehind(readPieces(inner), fields)
    return found ? ` ${partMark}` : whole
  })
  return { rest, found }
}

/** Words that the names of series have, and few other brackets. */
const seriesName =
  /^(?:(?!.*[:\uE010\uE011]).*(?<!\p{L})(?:studien|beiträge|schriften(?:reihe)?|forschungen|abhandlungen|veröffentlichungen|quellen|reihe|collection|cahiers|travaux|series|studies in|серия|библиотека)(?!\p{L}).*)$/iu

/** The pieces between marks, sentences and commas; `Place: Publisher, Sons` stays one. */
function readPieces(text: string): readonly string[] {
  return text
    .split(/\s?[\uE010\uE011]\s?/u)
    .flatMap(part => splitSentences(bare(part.replace(/^[\s.,;)\]]+/u, ''))))
    .map(piece => bare(piece.replace(/[)\]]+$/u, '')).replace(/(?<=\p{L}{3})\.$/u, ''))
    .filter(piece => /\p{L}{2}|^М\.$/u.test(piece))
}

/** Reads pieces that stand behind the first mark; whether they held an imprint. */
function readBehind(pieces: readonly string[], fields: Draft): boolean {
  let known = false
  const [last = '', before] = [pieces.at(-1), pieces.at(-2)]
  for (const piece of pieces) {
    const imprint = readImprint(piece)
    if (!imprint) continue
    setImprint(fields, imprint)
    known = true
  }
  if (known && before && !readImprint(before) && !fields['collection-title'] && /^\p{Lu}/u.test(before))
    fields['collection-title'] = before
  if (known || last === '') return known
  return setImprint(
    fields,
    readCommas(last) ??
      (isNamedBy(last, fields) || (fields.type === 'thesis' && !organisationWords.test(last))
        ? { place: last }
        : { publisher: last }),
  )
}

interface Imprint {
  readonly place?: string
  readonly publisher?: string
}

/** `Place: Publisher`, or a known place; undefined where it may be something else. */
function readImprint(text: string): Imprint | undefined {
  const colon = /^([^:]{1,60}?)\s?:\s?(\S[^:]{0,120})$/u.exec(text.trim())
  if (colon?.[1] && colon[2] && (isPlace(colon[1]) || (looksLikePlace(colon[1]) && /^[\p{Lu}"«„“\d]/u.test(colon[2]))))
    return { place: colon[1].trim(), publisher: colon[2].trim() }
  if (isPlace(text)) return { place: text.trim() }
  return undefined
}

/** `Paris, PUF`, `PUF, Paris`. */
function readCommas(text: string): Imprint | undefined {
  const parts = text.split(/,\s/u)
  if (parts.length < 2 || parts.length > 4 || text.includes(':')) return undefined
  const [first = '', last = ''] = [parts[0], parts.at(-1)]
  if (isPlace(first)) return { place: first, publisher: parts.slice(1).join(', ') }
  const name = parts.slice(0, -1).join(', ')
  if (isPlace(last) && (publisherWords.test(name) || /^\S+(?:\s\p{Lu}\S*){0,2}$/u.test(name)))
    return { place: last, publisher: name }
  if (parts.length === 2 && publisherWords.test(first) && looksLikePlace(last)) return { place: last, publisher: first }
  return looksLikePlace(first) && parts.length === 2 ? { place: first, publisher: last } : undefined
}

function setImprint(fields: Draft, { place, publisher }: Imprint): boolean {
  if (place) fields['publisher-place'] ??= place.replace(/(?<=\p{L}{4})\.$/u, '')
  if (publisher && !/^(?:s\.\s?n\.|б\.\s?и\.|n\.\s?p\.)$/iu.test(publisher))
    fields.publisher ??= publisher.replace(/(?<!(?:^|[\s.])\p{Lu}|\b(?:Inc|Ltd|Co|Corp)|изд|[Uu]niv)[.,;\s]+$/u, '')
  return place !== undefined || publisher !== undefined
}

/** One to three capitalised words, or several such joined. */
function looksLikePlace(text: string): boolean {
  return (
    /^\p{Lu}[\p{L}’'.-]*(?:[ -](?:(?:am|an der|a\. ?[MdO]\.|i\. ?Br\.|sur|les|on|upon|u\. ?a\.)|\p{Lu}[\p{L}.-]+)){0,2}(?:\s?[;/–]\s?\p{Lu}[\p{L}.-]+(?: \p{Lu}[\p{L}.-]+)?){0,3}(?:\s\(\p{Lu}\p{L}+\))?(?:,\s(?:[A-Z]{2}|Mass\.|Conn\.|D\.\s?C\.))?$/u.test(
      text.trim(),
    ) && !publisherWords.test(text)
  )
}

/** The author's own name holds the word: `Hafenamt Brunnsee` sits in Brunnsee. */
function isNamedBy(word: string, { author = [], editor = [] }: Draft): boolean {
  return [...author, ...editor].some(
    ({ literal }) => literal !== undefined && literal !== word && literal.includes(word),
  )
}

interface Ending {
  /** A comma stands before the mark. */
  readonly comma: boolean
  /** The mark is that of the date. */
  readonly dated: boolean
}

/** Takes an imprint off the end of a title or container that no mark parts from it. */
function splitHead(text: string, fields: Draft, mode: Mode, ending: Ending): string {
  const sentences = splitSentences(text)
  const last = bare(sentences.at(-1) ?? '')
  const before = sentences.slice(0, -1).join(' ')
  if (before !== '') {
    const imprint = readImprint(last) ?? (ending.dated || mode === 'dated' ? readCommas(last) : undefined)
    if (imprint) {
      setImprint(fields, imprint)
      return before
    }
    const short = last.split(' ').length <= 7 && /^\p{Lu}/u.test(last) && !/[:"“«]/u.test(last)
    if (short && mode === 'dated') {
      setImprint(fields, { publisher: last })
      return before
    }
    if (short && mode === 'whole' && ending.dated && !last.includes(', ')) {
      setImprint(fields, isNamedBy(last, fields) || !ending.comma ? { place: last } : { publisher: last })
      return before
    }
    if (short && mode === 'whole' && publisherWords.test(last) && !last.includes(', ')) {
      setImprint(fields, { publisher: last })
      return before
    }
  }
  return splitCommas(text, fields, mode, ending)
}

function splitCommas(text: string, fields: Draft, mode: Mode, { comma, dated }: Ending): string {
  const parts = text.split(/,\s/u)
  const [last = '', second = ''] = [parts.at(-1), parts.at(-2)]
  const but = (count: number) => parts.slice(0, -count).join(', ')
  if (parts.length < 2) return splitPlace(text, fields, mode, { comma, dated })
  if (!dated && !isPlace(last) && !(isPlace(second) && parts.length > 2)) {
    const imprint = readImprint(last)
    if (!imprint) return text
  }
  const colon = last.includes(':') ? readImprint(last) : undefined
  if (colon) {
    setImprint(fields, colon)
    return but(1)
  }
  if (isPlace(last) || (!comma && dated && looksLikePlace(last))) {
    const publisher = parts.length > 2 && publisherWords.test(second) ? second : undefined
    setImprint(fields, { place: last, ...(publisher ? { publisher } : {}) })
    return but(publisher ? 2 : 1)
  }
  const capital = /^\p{Lu}/u.test(last) && last.split(' ').length < 5
  const placed =
    isPlace(second) ||
    (looksLikePlace(second) && second.split(' ').length < 3 && (publisherWords.test(last) || capital))
  if (parts.length > 2 && placed) {
    setImprint(fields, { place: second, publisher: last })
    return but(2)
  }
  const name = last.split(' ').length <= 4 && /^\p{Lu}/u.test(last)
  if (
    publisherWords.test(last) ||
    (mode !== 'dated' && name && fields.author && comma && !fields.URL && parts.length === 2)
  ) {
    setImprint(fields, { publisher: last })
    return but(1)
  }
  return text
}

/** `Eisgang Brunnsee ⟨date⟩` has no comma before a place that is known. */
function splitPlace(text: string, fields: Draft, mode: Mode, { comma, dated }: Ending): string {
  if (mode === 'host' || comma || !dated) return text
  const match = /^(.{8,}?[.?!»”“])\s(\p{Lu}[\p{L}.-]+(?:\s(?:a\.\s?[MdO]\.|\p{Lu}[\p{L}-]+))?)$/u.exec(text)
  if (!match?.[1] || !match[2] || !isPlace(match[2])) return text
  setImprint(fields, { place: match[2] })
  return match[1]
}
