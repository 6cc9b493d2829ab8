/**
 * Takes authors or editors off the head of a reference set as running text: `John Smith, Title`, `Smith, John. Title`,
 * `Müller, Hans (Hg.): Titel`, `LE GOFF Anne (dir.), Titre`, `Hafenmuseum: Chronik`.
 */
import type { CslName } from '../contract/bibliography.ts'
import type { Role } from './conventions-roles.ts'
import { isJoined, isOrganisation, parseInstitutions, parsePersons } from './parse-names.ts'
import { takeRoleBehind } from './peel-contributors.ts'

/** Who stands at the head, in which part, and the text behind. */
export interface Head {
  readonly names?: readonly CslName[]
  readonly role: Role | 'author'
  readonly body: string
}

/** How far authors reach, in characters. */
const reach = 400

/** Takes the names off the head of `text`; without names, the body is all of it. */
export function takeAuthors(text: string): Head {
  const start = text.slice(0, reach)
  let best: Head | undefined
  let bestList = ''
  for (const { index } of [...start.matchAll(/[,.:](?=\s)|(?=\s\([\p{L}. ]{2,20}\))|,?\s(?=["“«„‘])/gu)].slice(0, 16)) {
    const dotted =
      start.charAt(index) === '.' && /(?:^|[\s.(-])\p{Lu}\p{Ll}?$|(?:\bal|u\.\s?a|др)$/u.test(start.slice(0, index))
    const list = start.slice(0, index + (dotted ? 1 : 0)).trim()
    const names = parsePersons(list.replace(/^\((.*)\)$/u, '$1'))
    if (!names) continue
    const added = list.slice(bestList.length)
    // `Margaret L. Ashby`: what looked like a name turned round is the given part of a longer one.
    const longer =
      best?.names?.length === 1 && names.length === 1 && names[0]?.given?.startsWith(`${best.names[0]?.family} `)
    if (
      !longer &&
      best?.names?.some(({ family, given }, at) => names[at]?.family !== family || names[at]?.given !== given)
    )
      continue
    if (best && !longer && !isJoined(added) && !/\p{Lu}\./u.test(added) && !/\p{Lu}{3}/u.test(added)) continue
    const head = readHead(text, index + (dotted && start.charAt(index) === '.' ? 1 : 0), names)
    if (!head) continue
    best = head
    bestList = list
  }
  return best ?? takeInstitution(text)
}

/** Reads the role behind names that end at `index`, and the body. */
function readHead(text: string, index: number, names: readonly CslName[]): Head | undefined {
  const behind = takeRoleBehind(text.slice(index, index + 40))
  const body = text.slice(index + (behind?.length ?? 0)).replace(/^[\s,.:]+/u, '')
  if (!/\p{L}{2}/u.test(body)) return undefined
  return { names, role: behind?.role ?? 'author', body }
}

function takeInstitution(text: string): Head {
  const quoted = /^(@[\w.]{2,30}|\p{Lu}[^.:"“«„‘]{1,90}?)[,.:]?\s(?=["“«„‘])/u.exec(text)
  const name = quoted?.[1] ?? ''
  if (
    quoted &&
    name.split(' ').length < 9 &&
    (isOrganisation(name) || /^(?:@.*|(?:\p{Lu}[\p{L}.-]*\s?){1,4})$/u.test(name))
  )
    return { names: parseInstitutions(name), role: 'author', body: text.slice(quoted[0].length) }
  for (const pattern of [
    /^((?:U\.\s?[SK]\.\s)?\p{Lu}[^,.:()]{1,90}(?:\s\([\p{L}\s]{2,30}\))?):\s(?=["“«„\p{Lu}])/u,
    /^((?:U\.\s?[SK]\.\s)?\p{Lu}[^.:()]{1,90}?(?:\s\((?!Hg|Hrsg|eds?|dir)[\p{L}\s]{2,30}\)(?=,))?)(?:,|\.|\s(?=\())\s?(?=["“«„\p{Lu}(])/u,
  ]) {
    const match = pattern.exec(text)
    const printed = match?.[1] ?? ''
    if (!match || !isOrganisation(printed) || /^(?:annual|report|world bank report)/iu.test(printed)) continue
    const behind = takeRoleBehind(text.slice(printed.length, printed.length + 40))
    const end = behind ? printed.length + behind.length : match[0].length
    const body = text.slice(end).replace(/^[\s,.:]+/u, '')
    if (!/\p{L}{3}/u.test(body.replace(/^(?:https?|URL).*$/iu, ''))) continue
    return { names: parseInstitutions(printed), role: behind?.role ?? 'author', body }
  }
  return { role: 'author', body: text }
}
