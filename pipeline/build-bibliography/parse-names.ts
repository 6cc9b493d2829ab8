/**
 * Names of authors, as a reference prints them at its head (`Novak, B.`, `Иванов И. И., Петров П. П.`, `Smith, J., &
 * Doe, A.`, `LE GOFF Anne`) or behind a word such as `ed. by`. Names stay as printed; a particle (`van der`) belongs to
 * the family. What is no name of a person stays literal.
 */
import type { CslName } from '../contract/bibliography.ts'
import { notNames, organisationWords } from './conventions-kinds.ts'

// Spelt out for speed: a Unicode property costs a millisecond wherever it stands, and here it would stand a hundred times.
const upperLetters = 'A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚΑ-ΩЀ-ЯҐҒҖҚҢҮҰҲҶҺӘӨԱ-Ֆ'
const upper = `[${upperLetters}]`
const letters = 'A-Za-zÀ-ÖØ-öø-ɏͰ-Ͽ\u0400-\u052F\u0531-\u0587'
const particle =
  "(?:(?:[Vv][oa]n|de|di|da|du|des|del|della|dos|der|den|l[aeo]s?|al|el|bin|ibn|ter|ten|zu[mr]?|a[fv]|['’]t|[Вв]ан|[Фф]он|де|дю|ла|дер|ден|ди|да|эль|аль|ибн)[ -]|[dDlO]['’]|д['’])"
const capitalParticle = '(?:(?:Le|La|De|Du|Des|Del|Di|Da|Dos|El|Al|Ben|Abu|Mac|St\\.|Saint|Де|Ла|Ле|Эль|Аль) )'
const part = `${upper}[${letters}'’ʼ]+(?:-[${letters}][${letters}'’]+){0,2}`
const family = `(?:${particle}){0,3}${capitalParticle}?${part}`
const initial = `${upper}[${letters}]{0,2}\\.`
const initials = `(?:${initial}(?: ?-?${initial}){0,3})(?![${letters}])`
const given = `${upper}[${letters}'’]+(?:-${upper}[${letters}]+)?`
const inverted = `${family},? ${initials}(?: (?:${particle}){1,3}(?=[,;.]|$))?`
const others =
  '(?:,?\\s*(?:[\\[(]?\\s*(?:et al\\.?|и др\\.?|и соавт\\.?|и другие|and others|u\\. ?a\\.|et alii|и інш?\\.|ін\\.|i in\\.|e\\.a\\.)(?:\\s*[\\])])?))'
const jointWords = '(?:and|und|u\\.|et|e|i|и|y|та|й)'
const joint = `(?:,? ${jointWords} |,? & |, |; | ; | / )`
const headPattern = new RegExp(`^(?:${inverted}(?:${joint}${inverted}){0,30})${others}?`, 'u')
const invertedName = new RegExp(inverted, 'gu')
const othersAtEnd = new RegExp(`${others}$`, 'u')

/** Orders of family and given name: which group is which. */
const orders: readonly { readonly pattern: RegExp; readonly family: 1 | 2 }[] = [
  { pattern: new RegExp(`^(${family}(?: ${part})?),? (${initials}(?: (?:${particle}){0,3})?)$`, 'u'), family: 1 },
  // `Ольховик Дарья Сергеевна`: the patronymic tells the order.
  { pattern: new RegExp(`^(${family}),? (${part} ${part}(?:вич|вна|ична|оглы|кызы))$`, 'u'), family: 1 },
  { pattern: new RegExp(`^(${part} ${part}(?:вич|вна|ична)) (${family})$`, 'u'), family: 2 },
  {
    pattern: new RegExp(
      `^((?:${capitalParticle.toUpperCase()})?${upper}[${upperLetters}'’-]{2,}) (${given}(?: ${given})?)$`,
      'u',
    ),
    family: 1,
  },
  {
    pattern: new RegExp(`^((?:[A-Z]{2,3} )?${upper}[${upperLetters}'’-]{2,}) (${given}(?: ${given})?)$`, 'u'),
    family: 1,
  },
  { pattern: new RegExp(`^(${family}(?: ${part})?) \\((${initials}|${given})\\)$`, 'u'), family: 1 },
  { pattern: new RegExp(`^(${initials}) ?(${family}(?: ${part})?)$`, 'u'), family: 2 },
  {
    pattern: new RegExp(
      `^((?:${given} |${initial} ?){1,3}?)((?:${particle}){1,3}${family}|${capitalParticle}${part}|${part})$`,
      'u',
    ),
    family: 2,
  },
]
const commaOrder = new RegExp(
  `^(${family}(?: ${part})?|(?:[A-Z]{2,3} )?${upper}[${upperLetters}-]+), ((?:${given}|${initials})(?: (?:${given}|${initial})){0,2}(?: (?:${particle}){1,3})?)$`,
  'u',
)
/** Openings of titles, which the words of a name may follow. */
const articles =
  /^(?:The|An?|Der|Die|Das|Ein|Eine|Les|Une?|Le|La|De|Du|Des|Von|Van|Vom|Zur|Zum|Im|Am|Sur|Dans|Pour) (?!\S+, )/u
const familyAlone = new RegExp(`^${family}$`, 'u')

/** The authors printed at the head of `text` in the inverted form with initials, and the length of that head. */
export function parseHead(text: string): { readonly authors: readonly CslName[]; readonly length: number } | undefined {
  const match = headPattern.exec(text)
  if (!match) return undefined
  const names = match[0].match(invertedName) ?? []
  return { authors: names.map(name => parsePerson(name) ?? { literal: name }), length: match[0].length }
}

/** Longer lists are no lists of names. */
const longestList = 400

/** Reads a list of names; undefined where one of them is not the name of a person. */
export function parsePersons(text: string): readonly CslName[] | undefined {
  const list = dropOthers(text)
    .replace(/,\s(?:Jr|Sr)\b\.?|,\s(?:II|III|IV)(?=,|$)/gu, '')
    .replace(/,?\s?(?:\.\s?\.\s?\.|…)\s?/u, ', ')
  if (list === '' || list.length > longestList) return undefined
  const persons: CslName[] = []
  for (const group of list.split(groupMark)) {
    const found =
      group.trim() === ''
        ? []
        : parseParts(
            group
              .trim()
              .replace(/^,\s|,$/gu, '')
              .split(/,\s?/u),
            0,
          )
    if (!found) return undefined
    persons.push(...found)
  }
  return persons.length > 0 ? persons : undefined
}

const groupMark = new RegExp(`\\s*;\\s*|,? ${jointWords} |,? & |\\s?/\\s?`, 'u')

/** Whether words such as `and` join the names of a list. */
export function isJoined(list: string): boolean {
  return groupMark.test(list)
}

/** Without `et al.` */
export function dropOthers(text: string): string {
  return text.replace(othersAtEnd, '').trim()
}

/** Reads the parts between commas as names, each in one part (`J. Doe`) or two (`Doe, J.`). */
function parseParts(parts: readonly string[], from: number): readonly CslName[] | undefined {
  if (from >= parts.length) return []
  if (from > 12) return undefined
  const [first = '', second] = [parts[from], parts[from + 1]]
  const alone = parsePerson(first)
  const behindAlone = alone && parseParts(parts, from + 1)
  if (alone && behindAlone) return [alone, ...behindAlone]
  const pair = second === undefined ? undefined : parsePerson(`${first}, ${second}`)
  const behindPair = pair && parseParts(parts, from + 2)
  return pair && behindPair ? [pair, ...behindPair] : undefined
}

/** One name of a person in any order; undefined if it does not look like one. */
function parsePerson(name: string): CslName | undefined {
  const bare = name.replace(/[\s,;]+$/u, '')
  if (bare.length > 60 || bare.length < 3) return undefined
  const comma = commaOrder.exec(bare)
  if (comma?.[1] && comma[2] && !(organisationWords.test(bare) && bare.split(' ').length > 2))
    return { family: comma[1], given: comma[2] }
  for (const { pattern, family: place } of orders) {
    const match = pattern.exec(bare)
    if (!match?.[1] || !match[2]) continue
    if (organisationWords.test(bare) && bare.split(' ').length > 2) return undefined
    if (!/\p{Lu}\./u.test(bare) && (notNames.test(bare) || articles.test(bare) || organisationWords.test(bare)))
      return undefined
    const [one, other] = [match[1].trim(), match[2].trim()]
    return place === 1 ? { family: one, given: other } : { family: other, given: one }
  }
  return undefined
}

/** Reads family names alone, as short references print them: `Novak`, `Winship and de la Cruz`. */
export function parseFamilies(text: string): readonly CslName[] | undefined {
  const names = dropOthers(text).split(new RegExp(`${groupMark.source}|, `, 'u'))
  if (names.length > 4 || names.some(name => !familyAlone.test(name.trim()) || notNames.test(name))) return undefined
  return names.map(name => ({ family: name.trim() }))
}

/** Whether a name is that of a body: it says so, or it is an acronym. */
export function isOrganisation(name: string): boolean {
  return /^\p{Lu}{3,10}$/u.test(name) || (name.split(' ').length < 10 && organisationWords.test(name))
}

/** An institution, or two joined by `and` where both say that they are one. */
export function parseInstitutions(text: string): readonly CslName[] {
  const parts = text.split(new RegExp(`,? ${jointWords} |,? & |; `, 'u'))
  const each = parts.length > 1 && parts.every(part => organisationWords.test(part))
  return (each ? parts : [text]).map(part => ({ literal: part.trim() }))
}
