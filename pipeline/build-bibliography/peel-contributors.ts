/**
 * Takes editors and translators out of a reference: `ed. by J. Doe`, `hg. v. Max Kühn`, `под ред. И. И. Иванова`,
 * `Inge von der Aue (Hg.)`. Names stay as printed, declined or not.
 */
import type { CslName } from '../contract/bibliography.ts'
import { compileWords } from './compile-words.ts'
import { type Role, rolesBefore, rolesBehind } from './conventions-roles.ts'
import { partMark } from './marks.ts'
import { dropOthers, isJoined, parseInstitutions, parsePersons } from './parse-names.ts'
import type { Draft } from './reference.ts'

const before = rolesBefore.map(({ role, words }) => ({
  role,
  pattern: new RegExp(
    `(?<![\\p{L}\\d])(?:${compileWords(words)})\\s?(?=["'\\p{Lu}]|v[oa]n\\s|de\\s|d[’']|ван\\s|де\\s|фон\\s)`,
    'iu',
  ),
  opening: new RegExp(`^(?:${compileWords(words)})\\s?`, 'iu'),
}))
const behind = rolesBehind.map(({ role, words }) => ({
  role,
  pattern: new RegExp(
    `^[\\s,]*(?:\\((?:${compileWords(words)})\\)|(?<=,\\s?)(?:${compileWords(words)})(?=[\\s,.:;]|$)(?!\\.?\\s?(?:v\\.|von|by|par|de)\\s))[.,:]*`,
    'iu',
  ),
}))

/** Longer stretches hold no list of names. */
const reach = 250

/** Takes the role words at the start of `text` off; gives the role and what follows. */
export function takeRole(text: string): { readonly role: Role; readonly rest: string } | undefined {
  for (const { role, opening } of before) {
    const match = opening.exec(text)
    if (match) return { role, rest: text.slice(match[0].length) }
  }
  return undefined
}

/** The role that stands behind names, such as `(Hg.)`, at the start of `text`. */
export function takeRoleBehind(text: string): { readonly role: Role; readonly length: number } | undefined {
  for (const { role, pattern } of behind) {
    const match = pattern.exec(text)
    if (match) return { role, length: match[0].length }
  }
  return undefined
}

/** Adds names to a role of `fields`. */
export function addContributors(fields: Draft, role: Role, names: readonly CslName[]): void {
  if (role === 'other' || names.length === 0) return
  fields[role] = [...(fields[role] ?? []), ...names]
}

/** Takes `role words + names` out of `text` wherever they stand; a mark is left behind. */
export function peelContributors(text: string, fields: Draft): string {
  let rest = peelBracketed(text, fields)
  for (const { role, pattern } of before) {
    for (let count = 0; count < 3; count += 1) {
      const match = pattern.exec(rest)
      if (!match || !/(?:^|[\s.,;:(/–-]|\uE010)$/u.test(rest.slice(0, match.index))) break
      const start = match.index + match[0].length
      const found = longestNames(rest.slice(start, start + reach))
      if (!found) break
      addContributors(fields, role, found.names)
      rest = `${rest.slice(0, match.index).replace(/[\s,;]+$/u, '')} ${partMark} ${rest.slice(start + found.length)}`
    }
  }
  return rest
}

/** `(T. May, Ed.; 3rd ed.)`, as APA prints it. */
function peelBracketed(text: string, fields: Draft): string {
  return text.replace(
    /\(([^()]{3,80}?),\s(Eds?|Trans|Hrsg|Hg|dir|Übers)\.(?:\s?;\s|(?=\)))/u,
    (whole: string, list: string, word: string) => {
      const names = parsePersons(list)
      if (!names) return whole
      addContributors(fields, /^(?:trans|übers)/iu.test(word) ? 'translator' : 'editor', names)
      return `(${partMark} `
    },
  )
}

/** The longest list of names that `text` begins with. */
export function longestNames(
  text: string,
): { readonly names: readonly CslName[]; readonly length: number } | undefined {
  let best: { readonly names: readonly CslName[]; readonly length: number } | undefined
  const ends = [...text.matchAll(/(?<=\p{L}\.?)(?=[,;:)(\]]|\.\s|\s[([–-]|\s?\uE010|$)|(?<=\p{Lu}\.)(?=\s)/gu)].slice(
    0,
    16,
  )
  for (const { index } of ends) {
    for (const end of text.charAt(index) === '.' ? [index, index + 1] : [index]) {
      const list = text.slice(0, end).trim()
      const names = parsePersons(list)
      if (!names) continue
      const added = best ? list.slice(best.length) : ''
      if (!best || isJoined(added) || /\p{Lu}\.\s?$|\s\p{Lu}\.|,\s\p{Lu}\./u.test(added)) best = { names, length: end }
    }
  }
  if (best) {
    const more =
      /^,?\s?(?:\[(?:et al\.?|и др\.?)\]|et al\.?|u\.\s?a\.|и др\.)/u.exec(text.slice(best.length))?.[0] ?? ''
    return { names: best.names, length: best.length + more.length }
  }
  return undefined
}

/** Names behind a role in an area of their own (`под ред. …`): persons, or a body. */
export function readNames(text: string): readonly CslName[] {
  const bare = dropOthers(
    text.replace(/\s?\((?:гл|отв|науч)\.\s(?:ред|ред\.)[^()]*\)/giu, '').replace(/(?<=[\])])\.$|[\s,;]+$/gu, ''),
  )
  return parsePersons(bare) ?? parsePersons(bare.replace(/\.$/u, '')) ?? (bare === '' ? [] : parseInstitutions(bare))
}
