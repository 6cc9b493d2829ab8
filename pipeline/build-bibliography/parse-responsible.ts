/**
 * Reads the statement of responsibility of a description, behind its slash: authors first, then editors, translators and
 * bodies, parted by semicolons.
 */
import type { CslName } from '../contract/bibliography.ts'
import { dropOthers, parsePersons } from './parse-names.ts'
import { addContributors, readNames, takeRole, takeRoleBehind } from './peel-contributors.ts'
import type { Draft } from './reference.ts'
import { splitSentences } from './split-sentences.ts'

/** Reads the statement; gives the sentences behind it, which are areas. */
export function parseResponsible(text: string, fields: Draft, more = ''): readonly string[] {
  const [first = '', ...sentences] = [...splitSentences(text), ...(more === '' ? [] : [more])]
  first.split(/\s?;\s/u).forEach((part, index) => {
    readPart(part.replace(/[,\s]+$/u, ''), fields, index)
  })
  return sentences
}

function readPart(part: string, fields: Draft, index: number): void {
  const role = takeRole(part)
  if (role) {
    addContributors(fields, role.role, readNames(role.rest))
    return
  }
  const bare = dropOthers(part).replace(/\.$/u, match => (/(?:^|\s)\p{Lu}\.$/u.test(part) ? match : ''))
  const persons = parsePersons(bare) ?? readBehind(bare, fields)
  if (!persons) {
    const first = bare !== '' && index === 0 && !fields.author
    // The school stands behind the author of a thesis.
    if (first && !takeRoleBehind(bare)) fields.author = [{ literal: bare }]
    else if (!first && bare !== '' && fields.type === 'thesis') fields.publisher ??= bare
    return
  }
  if (persons.length === 0) return
  // The heading names the first author alone; all stand here. The heading's form of a name stands.
  const known = fields.author ?? []
  if (known.length === 0) fields.author = persons
  else if (persons.length > known.length) fields.author = [...known, ...persons.slice(known.length)]
}

/** `I. Doe (ed.)` */
function readBehind(text: string, fields: Draft): readonly CslName[] | undefined {
  const bracket = text.search(/\s\([^()]{2,20}\)$/u)
  const role = bracket < 0 ? undefined : takeRoleBehind(text.slice(bracket))
  const names = role ? parsePersons(text.slice(0, bracket)) : undefined
  if (!role || !names) return undefined
  addContributors(fields, role.role, names)
  return []
}
