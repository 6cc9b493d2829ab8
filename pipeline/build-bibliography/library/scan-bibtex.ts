/**
 * Takes a .bib file apart into entries with their fields as written. A fault in one entry ends with it: the scan goes on
 * at the next line that opens an entry, so that a brace that is missing does not cost the rest of the file.
 */

/** An entry before its values are read as TeX. */
export interface RawEntry {
  /** In lower case, such as `article`. */
  readonly type: string
  readonly key: string
  readonly line: number
  readonly properties: Readonly<Record<string, string>>
}

/** Something that BibTeX could not read. */
export interface BibtexFault {
  readonly line: number
  readonly reason: string
}

const opening = /@[ \t]*([A-Za-z]+)\s*([{(])\s*/uy
/** What counts inside an entry: an escaped character, a brace, and a line on which another entry opens. */
const inside = /\\[\s\S]|[{})]|^[ \t]*@[A-Za-z]+[ \t]*\{\s*[^\s,{}"=]+\s*,/gmu

/** The entries of `text` in order, and the faults in it. */
export function scanBibtex(text: string): { readonly entries: RawEntry[]; readonly faults: BibtexFault[] } {
  const lineAt = countLines(text)
  const entries: RawEntry[] = []
  const faults: BibtexFault[] = []
  const macros = new Map(Object.entries(months))
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at)) {
    opening.lastIndex = at
    const opened = opening.exec(text)
    if (!opened) {
      at += 1
      continue
    }
    const [whole, kind = '', brace] = opened
    const type = kind.toLowerCase()
    const start = at + whole.length
    const line = lineAt(at)
    const { end, closed } = findEnd(text, start, brace === '(' ? ')' : '}')
    at = closed ? end + 1 : end
    if (type === 'comment' || type === 'preamble') continue
    const name = /^[^\s,{}"=()]+/u.exec(text.slice(start, start + 200))?.[0] ?? ''
    if (!closed) {
      faults.push({ line, reason: `The entry ${name} is not closed: a brace is missing` })
      continue
    }
    const fault = (offset: number, reason: string) => faults.push({ line: lineAt(offset), reason })
    if (type === 'string') {
      for (const [macro, value] of readFields(text, start, end, macros, fault)) macros.set(macro, value)
      continue
    }
    const comma = text.slice(start + name.length).match(/^\s*(?=[,})]|$)/u)
    if (name === '' || !comma) {
      faults.push({ line, reason: 'The entry has no key' })
      continue
    }
    const from = start + name.length + comma[0].length
    const properties = Object.fromEntries(readFields(text, from, end, macros, fault))
    entries.push({ type, key: name, line, properties })
  }
  return { entries, faults }
}

/** Where an entry ends: at the brace that closes it, or before the next entry. */
function findEnd(text: string, start: number, close: string): { readonly end: number; readonly closed: boolean } {
  let depth = 0
  inside.lastIndex = start
  for (let match = inside.exec(text); match; match = inside.exec(text)) {
    const [sign] = match
    if (sign === '{') depth += 1
    else if (sign === '}' && depth > 0) depth -= 1
    else if (sign === close && depth === 0) return { end: match.index, closed: true }
    else if (sign.includes('@')) return { end: match.index + sign.indexOf('@'), closed: false }
  }
  return { end: text.length, closed: false }
}

const fieldName = /[\s,]*(?:%[^\n]*\n\s*)*([^\s=,{}"#%()]+)\s*=\s*/uy
const bare = /[^\s,{}"#=%()]+/uy
const space = /\s*/uy

/** The fields between two offsets, by name in lower case; the first of one name counts. */
function readFields(
  text: string,
  from: number,
  end: number,
  macros: ReadonlyMap<string, string>,
  fault: (offset: number, reason: string) => void,
): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  let at = from
  while (at < end) {
    const named = match(fieldName, text, at)
    if (!named || at + named[0].length > end) break
    const name = (named[1] ?? '').toLowerCase()
    const value = readValue(text, at + named[0].length, end, macros, reason => fault(at, `${name}: ${reason}`))
    if (!value) return fields
    if (!fields.has(name)) fields.set(name, value.text)
    at = value.end
  }
  const rest = text.slice(at, end).replace(/%[^\n]*/gu, '')
  if (/[^\s,]/u.test(rest)) fault(at, `This is no field of an entry: “${rest.trim().slice(0, 40)}”`)
  return fields
}

/** One value: pieces in braces or quotation marks, numbers and abbreviations, joined by `#`. */
function readValue(
  text: string,
  from: number,
  end: number,
  macros: ReadonlyMap<string, string>,
  fault: (reason: string) => void,
): { readonly text: string; readonly end: number } | undefined {
  let value = ''
  let at = from
  for (;;) {
    if (text[at] === '{' || text[at] === '"') {
      const close = closeOf(text, at, end)
      if (close === undefined) {
        fault('its value is not closed')
        return undefined
      }
      value += text.slice(at + 1, close)
      at = close + 1
    } else {
      const word = match(bare, text, at)?.[0]
      if (word === undefined) {
        fault('it has no value')
        return undefined
      }
      const known = /^\d+$/u.test(word) ? word : macros.get(word.toLowerCase())
      if (known === undefined) fault(`the abbreviation ${word} is not defined`)
      value += known ?? ''
      at += word.length
    }
    at += match(space, text, at)?.[0].length ?? 0
    if (text[at] !== '#' || at >= end) return { text: value, end: at }
    at += 1
    at += match(space, text, at)?.[0].length ?? 0
  }
}

/** The offset of the brace or quotation mark that closes the one at `at`. */
function closeOf(text: string, at: number, end: number): number | undefined {
  const quoted = text[at] === '"'
  let depth = 0
  for (let index = at + 1; index < end; index += 1) {
    const sign = text[index]
    if (sign === '\\') index += 1
    else if (sign === '{') depth += 1
    else if (sign === '}' && depth > 0) depth -= 1
    else if (sign === '}' && !quoted) return index
    else if (sign === '"' && quoted && depth === 0) return index
  }
  return undefined
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** Gives the line of an offset, from 1; offsets come in order. */
function countLines(text: string): (offset: number) => number {
  let line = 1
  let seen = 0
  return offset => {
    if (offset < seen) {
      line = 1
      seen = 0
    }
    for (let next = text.indexOf('\n', seen); next >= 0 && next < offset; next = text.indexOf('\n', seen)) {
      line += 1
      seen = next + 1
    }
    return line
  }
}

/** Abbreviations that every style defines. */
const months = {
  jan: '1',
  feb: '2',
  mar: '3',
  apr: '4',
  may: '5',
  jun: '6',
  jul: '7',
  aug: '8',
  sep: '9',
  oct: '10',
  nov: '11',
  dec: '12',
}
