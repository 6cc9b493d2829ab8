/**
 * Writes text so that LaTeX, and programs that read BibTeX files, give it back letter for letter. Letters beyond ASCII
 * stay as they are: biber, citation-js and Pandoc read UTF-8.
 */

/** Escapes a text; its white space becomes single. */
export function escapeTex(text: string): string {
  const braces = isBalanced(text) ? balancedBraces : looseBraces
  return singleSpaced(text)
    .replace(/[\\{}$&%#_~^<>\u00A0]/gu, character => braces[character] ?? commands[character] ?? character)
    .replace(/--+|''+|``+/gu, repeated => [...repeated].join('{}'))
}

/** An address as it is; what would end a field or be taken for a command is percent-encoded. */
export function escapeAddress(address: string): string {
  return address.replace(/[{}\\\s]/gu, encodeURIComponent)
}

/** White space as single spaces, without control characters; a no-break space stays one. */
export function singleSpaced(text: string): string {
  return text
    .replace(/\p{Cc}/gu, ' ')
    .replace(/(?!\u00A0)\s+/gu, ' ')
    .trim()
}

const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '\u00A0': '~',
}

const balancedBraces: Readonly<Record<string, string>> = { '{': '\\{', '}': '\\}' }
/** BibTeX counts braces behind a backslash too: a single one would swallow what follows in the file. */
const looseBraces: Readonly<Record<string, string>> = { '{': '\\textbraceleft{}', '}': '\\textbraceright{}' }

function isBalanced(text: string): boolean {
  let depth = 0
  for (const character of text) {
    if (character === '{') depth += 1
    if (character === '}') depth -= 1
    if (depth < 0) return false
  }
  return depth === 0
}
