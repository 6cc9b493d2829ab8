/**
 * A memory for functions from text to text that are asked for the same again and again.
 */

/** The same function, which remembers what it gave; the memory is emptied before it grows large. */
export function rememberTexts(make: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>()
  return text => {
    const before = known.get(text)
    if (before !== undefined) return before
    if (known.size >= 100_000) known.clear()
    const made = make(text)
    known.set(text, made)
    return made
  }
}
