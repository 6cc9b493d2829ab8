/**
 * Finds a title between quotation marks, with quotations inside it.
 */

const pairs: Readonly<Record<string, string>> = {
  '“': '”',
  '«': '»',
  '„': '“”',
  '"': '"',
  '‘': '’',
  "'": "'",
  '‹': '›',
}

/** The longest title that is looked for. */
const longest = 500

/** The quotation that `text` begins with: its words, and the length with its marks. */
export function matchQuote(text: string): { readonly inner: string; readonly length: number } | undefined {
  const open = text.charAt(0)
  const close = pairs[open]
  if (!close) return undefined
  const single = open === '‘' || open === "'"
  let depth = 1
  const end = Math.min(text.length, longest)
  for (let at = 1; at < end; at += 1) {
    const sign = text.charAt(at)
    if (sign === open && open !== '"' && !single) depth += 1
    else if (close.includes(sign) && (!single || endsQuote(text, at))) depth -= 1
    if (depth > 0) continue
    const inner = text.slice(1, at).trim()
    return inner.length > 1 ? { inner, length: at + 1 } : undefined
  }
  return undefined
}

/** An apostrophe is no end. */
function endsQuote(text: string, at: number): boolean {
  return (
    /^(?:$|[,.;:)]|\s(?:\(|in\s|<|\[|\p{Lu}))/u.test(text.slice(at + 1, at + 5)) && !/\s/u.test(text.charAt(at - 1))
  )
}
