/**
 * Fields: instructions between `begin` and `separate`, what they gave up to `end`, one inside another and over
 * paragraphs. Instructions are never text; what they gave is, but for a table of contents.
 */

interface Field {
  code: string
  /** Whether its instruction is still being read. */
  open: boolean
}

export interface Fields {
  readonly begin: () => void
  readonly addCode: (code: string) => void
  readonly separate: () => void
  readonly end: () => void
  /** Instructions end with their paragraph, so that a broken field does not swallow the text after it. */
  readonly endParagraph: () => void
  /** Whether what comes now is no text of the document. */
  readonly hides: () => boolean
  /** The address that a HYPERLINK field gives to what comes now. */
  readonly address: () => string | undefined
  /** Whether what comes now repeats the number of a note. */
  readonly repeatsNote: () => boolean
  /** How many fields have not ended. */
  readonly depth: () => number
}

/** `keepContents` takes tables of contents for text; for documents in which such a field never ends. */
export function followFields(keepContents: boolean): Fields {
  const stack: Field[] = []
  const isContents = ({ code, open }: Field) => !open && !keepContents && /^\s*(?:TOC|INDEX)\b/u.test(code)
  return {
    begin: () => {
      stack.push({ code: '', open: true })
    },
    addCode: code => {
      const field = stack.at(-1)
      if (field?.open) field.code += code
    },
    separate: () => {
      const field = stack.at(-1)
      if (field) field.open = false
    },
    end: () => {
      stack.pop()
    },
    endParagraph: () => {
      while (stack.at(-1)?.open) stack.pop()
    },
    hides: () => stack.some(field => field.open || isContents(field)),
    address: () => stack.map(({ code }) => addressIn(code)).findLast(url => url !== undefined),
    repeatsNote: () => stack.some(({ code }) => /^\s*NOTEREF\b/u.test(code)),
    depth: () => stack.length,
  }
}

function addressIn(code: string): string | undefined {
  return /^\s*HYPERLINK\s+"([^"]*)"/u.exec(code)?.[1]
}
