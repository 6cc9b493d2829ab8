/**
 * Names of authors, as a reference prints them at its head (`Novak, B.`, `Иванов И. И., Петров П. П.`, `Smith, J., &
 * Doe, A.`, `John Smith and Ann Doe`) or after a slash (`/ B. Novak`). What is no name of a person stays literal.
 */
import type { CslName } from '../contract/bibliography.ts'

// Spelt out for speed: a Unicode property costs a millisecond wherever it stands, and here it would stand a hundred times.
const upperLetters = 'A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚΑ-ΩЀ-ЯҐҒҖҚҢҮҰҲҶҺӘӨԱ-Ֆ'
const upper = `[${upperLetters}]`
const letters = 'A-Za-zÀ-ÖØ-öø-ɏͰ-Ͽ\u0400-\u052F\u0531-\u0587'
const particle = "(?:(?:von|van|de|di|da|du|del|der|den|la|le|al|el|bin|ibn|ter|zu)[ -]|[dDO]['’])"
const family = `(?:${particle}){0,3}${upper}[${letters}'’ʼ]+(?:-[${letters}][${letters}'’]+){0,2}`
const initial = `${upper}[${letters}]{0,2}\\.`
const initials = `(?:${initial}(?: ${initial}){0,2}|${initial}(?:-?${initial}){0,3})(?![${letters}])`
const inverted = `${family},? ${initials}`
const others = '(?:,?\\s*(?:\\[?\\s*(?:et al\\.?|и др\\.?|и соавт\\.?|and others|u\\. ?a\\.|ін\\.|i in\\.)\\s*\\]?))'
const joint = '(?:,? (?:and|und|et|i|и|y) |,? & |, |; | / )'
const headPattern = new RegExp(`^(?:${inverted}(?:${joint}${inverted}){0,30})${others}?`, 'u')
const invertedPattern = new RegExp(`^(${family}),? (${initials})$`, 'u')
const directPattern = new RegExp(`^(${initials}) ?(${family}(?: ${family})?)$`, 'u')
const fullPattern = new RegExp(`^((?:${upper}[${letters}'’-]+\\.? |${initial} ?){1,3})(${family})$`, 'u')
const commaPattern = new RegExp(
  `^(${family}(?: ${family})?), (${upper}[${letters}'’-]+(?: (?:${upper}[${letters}'’-]+|${initial})){0,2})$`,
  'u',
)
const bracketPattern = new RegExp(`^(${family}) \\((${initials}|${upper}[${letters}-]+)\\)$`, 'u')

/** The authors printed at the head of `text` in the inverted form with initials, and the length of that head. */
export function parseHead(text: string): { readonly authors: readonly CslName[]; readonly length: number } | undefined {
  const match = headPattern.exec(text)
  if (!match) return undefined
  const names = match[0].match(new RegExp(inverted, 'gu')) ?? []
  return { authors: names.map(name => parseName(name)), length: match[0].length }
}

/** Reads a list of names; undefined where one of them is not the name of a person. */
export function parsePersons(text: string): readonly CslName[] | undefined {
  const list = text.replace(new RegExp(`${others}$`, 'u'), '').trim()
  if (list === '' || list.length > 400) return undefined
  for (const split of [/\s*;\s*/u, /,? (?:and|und|et|и|i|y) |,? & |, | \/ /u, /,? (?:and|und|et|и|i|y) |,? & /u]) {
    const names = list.split(split).filter(name => name !== '')
    const persons = names.map(name => parsePerson(name.trim()))
    if (persons.every(person => person !== undefined)) return persons
  }
  return parseInvertedFirst(list)
}

/** `Smith, John, and Ann Doe`, or `Smith, J., & Doe, A.`. */
function parseInvertedFirst(list: string): readonly CslName[] | undefined {
  const head = parseHead(list)
  if (head && head.length === list.length) return head.authors
  const [first, second, ...rest] = list.split(/,? (?:and|und|et|и|i|y) |,? & |, /u)
  const author = parsePerson(`${first}, ${second}`)
  const more = rest.map(name => parsePerson(name))
  return author && more.every(person => person !== undefined) ? [author, ...more] : undefined
}

/** One name of a person in any order; undefined if it does not look like one. */
function parsePerson(name: string): CslName | undefined {
  const bare = name.replace(/[\s,;]+$/u, '')
  const turned = invertedPattern.exec(bare) ?? commaPattern.exec(bare) ?? bracketPattern.exec(bare)
  if (turned) return { family: fold(turned[1]), given: turned[2] ?? '' }
  const direct = directPattern.exec(bare) ?? fullPattern.exec(bare)
  if (direct && !notNames.test(bare)) return { family: fold(direct[2]), given: (direct[1] ?? '').trim() }
  return undefined
}

/** Whether a name is that of a body: it says so, or it is an acronym. */
export function isOrganisation(name: string): boolean {
  return (
    /^\p{Lu}{3,10}$/u.test(name) ||
    (name.split(' ').length < 8 &&
      /\b(?:bank|ministry|agency|committee|organi[sz]ation|association|commission|institute|university|council|chamber|fund|ministère|ministerium|bundesamt|office|ministerstwo)\b/iu.test(
        name,
      ))
  )
}

const notNames =
  /\b(?:of|for|the|and|ministry|university|institute|bank|agency|committee|council|republic|union|organi[sz]ation|association|commission|centre|center|group|news|office|fund|company|department|zone|forum|government|belarus|china|kazakhstan|russia|international|world|asian|european|united|national|state|press|service|times)\b/iu

function parseName(name: string): CslName {
  return parsePerson(name) ?? { literal: name }
}

/** `DUPONT` is how some print a family name. */
function fold(name: string | undefined): string {
  const text = name ?? ''
  return text.length > 3 && text === text.toUpperCase() && /^[\p{Lu}-]+$/u.test(text)
    ? text.replace(/\p{Lu}+/gu, part => part.charAt(0) + part.slice(1).toLowerCase())
    : text
}
