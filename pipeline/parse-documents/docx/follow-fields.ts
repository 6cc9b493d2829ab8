/**
 * Fields: instructions between `begin` and `separate`, what they gave up to `end`, one inside another and over
 * paragraphs. Instructions are never text; what they gave is, but for a table of contents.
 */

interface Field {
  code: string
  /** Whether its instruction is still being read. */
  open: boolean
  /** What the instruction says, once it is known. */
  isContents: boolean
  repeatsNote: boolean
  address: string | undefined
}

/** Fields nest two or three deep; what lies deeper than this was never ended. */
const deepest = 100

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
  return {
    begin: () => {
      if (stack.length >= deepest) stack.shift()
      stack.push({ code: '', open: true, isContents: false, repeatsNote: false, address: undefined })
    },
    addCode: code => {
      const field = stack.at(-1)
      if (field?.open) field.code += code
    },
    separate: () => {
      const field = stack.at(-1)
      if (!field) return
      field.open = false
      field.isContents = !keepContents && /^\s*(?:TOC|INDEX)\b/u.test(field.code)
      field.repeatsNote = /^\s*NOTEREF\b/u.test(field.code)
      field.address = addressIn(field.code)
    },
    end: () => {
      stack.pop()
    },
    endParagraph: () => {
      while (stack.at(-1)?.open) stack.pop()
    },
    hides: () => stack.some(({ open, isContents }) => open || isContents),
    address: () => stack.findLast(({ address }) => address !== undefined)?.address,
    repeatsNote: () => stack.some(({ repeatsNote }) => repeatsNote),
    depth: () => stack.length,
  }
}

function addressIn(code: string): string | undefined {
  return /^\s*HYPERLINK\s+"([^"]*)"/u.exec(code)?.[1]
}
