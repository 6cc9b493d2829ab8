/**
 * Writes a value as JSON in pieces, in the very bytes of JSON.stringify with two spaces. The tree of a large document is
 * longer as JSON than a string may be, and nobody needs it whole.
 */

/** What is written in place of a value; undefined leaves its key out. */
export type Replace = (key: string, value: unknown) => unknown

/** How deep the value is taken apart; what lies below is written at once. The items of a long list in a tree are at 4. */
const deepest = 4
/** Characters gathered before they are handed on. */
const pieceLength = 65_536

/** The pieces of a value, a line break at the end. */
export function* printJson(value: unknown, replace: Replace = (_, each) => each): Generator<string> {
  let gathered = ''
  for (const piece of printValue(value, replace, 0)) {
    gathered += piece
    if (gathered.length < pieceLength) continue
    yield gathered
    gathered = ''
  }
  yield `${gathered}\n`
}

function* printValue(value: unknown, replace: Replace, depth: number): Generator<string> {
  const indent = '  '.repeat(depth)
  if (typeof value !== 'object' || value === null || depth === deepest) {
    yield JSON.stringify(value, replace, 2).replaceAll('\n', `\n${indent}`)
    return
  }
  const isList = Array.isArray(value)
  const [open, close] = isList ? '[]' : '{}'
  let before = `${open}`
  for (const [key, each] of Object.entries(value)) {
    const shown = replace(key, each)
    if (shown === undefined && !isList) continue
    yield `${before}\n${indent}  ${isList ? '' : `${JSON.stringify(key)}: `}`
    yield* printValue(shown ?? null, replace, depth + 1)
    before = ','
  }
  yield before === ',' ? `\n${indent}${close}` : `${open}${close}`
}
