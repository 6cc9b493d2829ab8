/**
 * Parts a reference from the words of the note around it: a signal before it (`See also`), a comment before that (`О
 * терминологии подробнее см.:`) and a comment behind it (`…, which argues the contrary`).
 */
import { compileWords } from './compile-words.ts'
import { clauseOpenings, ibidWords, innerSignals, leadIns, linkWords, supraWords } from './conventions.ts'
import { longestNames } from './peel-contributors.ts'

/** A reference without its surroundings. */
export interface Uncommented {
  readonly text: string
  readonly comment?: string
}

const opening = '["“«„‘(\\[\\p{Lu}\\d]|https?:|www\\.|v[ao]n\\s|de\\s|d[’\']'
const signalStart = new RegExp(`^(?:[-–—•*]\\s)?(?:${compileWords(leadIns)})(?:\\s?[:,]\\s|\\s)(?=\\S)`, 'iu')
const signalInside = new RegExp(
  `([\\s(—–-])(?:${compileWords(innerSignals)})\\s?(?::\\s?|\\s)(?=(?:${opening}))`,
  'giu',
)

const repeated = new RegExp(`^(?:${compileWords([...ibidWords, ...supraWords])})(?!\\p{L})`, 'iu')

/** `Подробнее о судьбе фельдшеров см.:` says what the reference is about. */
const topicStart = /^((?:более\s)?подробн(?:ее|о)\sоб?о?\s[^.:;]{3,120}?),?\sсм\.?(?:\sтакже)?\s?:?\s(?=["“«„\p{Lu}])/iu

/** `Vgl. zur Frühzeit der Speisung Monika Hartwig, …`: nouns have capitals too, so a name and a comma end the topic. */
const germanTopic =
  /^(?:[Vv]gl\.|[Ss]iehe|S\.)\s((?:zu[rm]?|über|für)\s[\p{L}\s-]{3,100}?)\s(?=\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+[,:]\s)/u

/** The number of an entry in a list of references. */
const numberStart =
  /^(?:\[\d{1,3}\]|\d{1,3}\))\s(?=[\p{Lu}"“«„])|^\d{1,3}\.\s(?=\p{Lu}[\p{L}’'-]+,?\s\p{Lu}\.|\p{Lu}[\p{L}’'.-]+(?:\s\p{Lu}[\p{L}’'.-]+){1,3},\s)/u
const openingStart = new RegExp(`^(?:${opening})`, 'u')

const linkPattern = new RegExp(
  `(?<=\\s)(?:${compileWords(linkWords)})\\s(?=(?:v[oa]n\\s|de\\s)?\\p{Lu})|(?<=^(?:for|pour|zur?|zum|on|sur)\\s[^,]{3,50}),\\s(?=\\p{Lu})`,
  'giu',
)

/** How far a comment before a reference may reach, in characters. */
const reach = 400

/** Takes signals and comments off `text`, one reference with its white space single. */
export function peelComment(text: string): Uncommented {
  const { text: bare, before } = takeBefore(text)
  const { text: reference, behind } = takeBehind(bare)
  const comment = [before, behind].filter(part => part !== '').join('; ')
  return comment === '' ? { text: reference } : { text: reference, comment }
}

function takeBefore(note: string): { readonly text: string; readonly before: string } {
  const topic = topicStart.exec(note) ?? germanTopic.exec(note)
  if (topic?.[1]) return { text: note.slice(topic[0].length), before: topic[1] }
  const text = takeSignals(note)
  for (const match of text.slice(0, reach).matchAll(signalInside)) {
    const before = text.slice(0, match.index)
    if (!isProse(before)) break
    const after = text.slice(match.index + match[0].length)
    if (!openingStart.test(after) || !printsReference(after)) continue
    const inside = match[1] === '('
    const closed = inside ? after.replace(/\)(?=[\s.]*$)/u, '') : after
    return { text: closed.trim(), before: tidy(`${before}${inside ? '' : keepWords(match[0])}`) }
  }
  return takeSentence(text) ?? { text, before: '' }
}

/** Takes up to three signals off the start (`But see also`); a title that begins with such a word goes on in lower case. */
function takeSignals(note: string): string {
  let text = note.replace(numberStart, '')
  for (let count = 0; count < 3; count += 1) {
    const rest = text.replace(signalStart, '')
    if (rest === text || !(openingStart.test(rest) || repeated.test(rest))) break
    const signal = text.slice(0, text.length - rest.length)
    // `See Brest in winter [Electronic resource]` is a title.
    if (/\s\[\p{L}/u.test(text) && !/[.:,]\s$/u.test(signal) && !longestNames(rest.slice(0, 120))) break
    text = rest.trim()
  }
  return text
}

/** `This view is rejected by Ann Hill, Sea Lanes …`: a sentence that ends in the name of an author. */
function takeSentence(text: string): { readonly text: string; readonly before: string } | undefined {
  for (const { index, 0: link } of text.slice(0, 160).matchAll(linkPattern)) {
    const before = text.slice(0, index + link.length).trim()
    const after = text.slice(index + link.length)
    const words = before.match(/(?<=^|\s)\p{L}{2,}/gu) ?? []
    if (words.length < 3 || !/\s\p{Ll}{2,}/u.test(before) || !isProse(before)) continue
    // A sentence without stops, which does not begin with names itself.
    if (!/^[^.:;"“”«»„‘(\d]+(?:\s\p{Lu}\.[^.:;"“”«»„‘(\d]+)?:?$/u.test(before) || longestNames(before)) continue
    const names = longestNames(after.slice(0, 120))
    // A name inside a title goes on without a stop: `Answers given by John Doe at a forum`.
    const stop =
      names &&
      (/^(?:[,:]|\.\s|\s\()/u.test(after.slice(names.length)) || /\p{Lu}\.$/u.test(after.slice(0, names.length)))
    if (!stop || !printsReference(after) || /\s\[|\s\/\s/u.test(text)) continue
    return { text: after.trim(), before: tidy(before) }
  }
  return undefined
}

/** `подробнее см.` keeps the word that is more than a signal. */
function keepWords(signal: string): string {
  return /(?:^|\s)(подробнее(?=\s)|(?:в|на)\s\p{L}{2,}\.?(?=\s?:))/iu.exec(signal)?.[1]?.replace(/^/u, ' ') ?? ''
}

/** Words that make a sentence, and print nothing that a reference prints. */
export function isProse(text: string): boolean {
  const words = text.match(/\p{L}{2,}/gu) ?? []
  if (words.length < 1 || !/^\S+\s\S+/u.test(text) || !/\p{Ll}{3}/u.test(text)) return false
  if (/https?:|\s\/\/?\s|\.\s[-–—]\s|(?<!\p{L})(?:pp?|[CСс]|S)\.\s?\d|\((?:1[5-9]|20)\d\d|["”»],/u.test(text))
    return false
  return !/(?:[,:]\s|\p{L}\s)(?:1[5-9]|20)\d\d[.,;)]?\s*$/u.test(text)
}

function printsReference(text: string): boolean {
  return /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|https?:|www\.|(?<!\p{L})(?:pp?|[CСс]|S)\.\s?\d|(?:\p{L}|[”"»“]),?\s\d{1,4}(?:[-–]\d{1,4})?\.?$/u.test(
    text,
  )
}

const pageEnd =
  '(?:(?<!\\p{L})(?:pp?|[CСс]|S)\\.\\s?\\d+(?:\\s?[-–—,]\\s?\\d+)*(?:\\s?ff?\\.)?|\\)[,:]\\s\\d+(?:[-–]\\d+)?|https?:\\S+)'
const evidenceEnd =
  '(?:(?<!\\p{L})(?:pp?|[CСс]|S|л|fig|табл)\\.\\s?[\\divxl]+(?:\\s?[-–—,]\\s?\\d+)*(?:\\s?ff?\\.)?|\\(\\d{4}[a-z]?\\)|(?:1[5-9]|20)\\d\\d[a-z]?|\\)[,:]\\s\\d+(?:[-–]\\d+)?|\\)|https?:\\S+|\\p{L}[”"»’]?,\\s\\d{1,4}(?:[-–]\\d{1,4})?)'
const clause = new RegExp(`${evidenceEnd}(?:\\)?[,;]|\\s[-–—])\\s((?:${compileWords(clauseOpenings)})\\s.{8,})$`, 'u')
const sentence = new RegExp(
  `${pageEnd}\\.?\\)?\\.?\\s((?:${compileWords(clauseOpenings)}|(?:This|These|The|Here|There|It|He|She|They|In|Эт[аиоу]|Он|Она|Они|Автор|Здесь|Там|В|По|Dort|Hier|Der|Die|Das|Er|Sie|Cet(?:te)?|Ces|Ce|L[’']auteur|L[ea]|Les|Il|Elle)\\s)(?!.*(?:(?<!\\d)(?:1[5-9]|20)\\d\\d|https?:)).{15,})$`,
  'u',
)

/** Any sentence of words alone behind a page. */
const anySentence = new RegExp(
  `${pageEnd}\\.\\s(\\p{Lu}(?=(?:[^\\s]*\\s){4})(?=.*(?:\\s\\p{Ll}+){3})[^\\d:/«»“”"\\[\\]]{20,})$`,
  'u',
)

function takeBehind(text: string): { readonly text: string; readonly behind: string } {
  const tail = text.slice(-reach)
  const match = clause.exec(tail) ?? sentence.exec(tail) ?? anySentence.exec(tail)
  if (!match?.[1]) return { text, behind: '' }
  const words = match[1]
  if (!/\s\p{Ll}+/u.test(words) || /https?:|www\./u.test(words) || /\s\/\/?\s|:\s\p{Lu}[\p{L} ]+,\s\d{4}/u.test(words))
    return { text, behind: '' }
  const kept = text.slice(0, text.length - words.length).replace(/[\s,;–—-]+$/u, '')
  return { text: kept, behind: tidy(words) }
}

function tidy(text: string): string {
  return text.replace(/^[\s,;:.–—-]+/u, '').replace(/[\s,;:(.–—-]+$/u, '')
}
