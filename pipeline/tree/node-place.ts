/**
 * Where a block stands on paper: its page and its paragraph. Readers of formats that have no lines of their own (DOCX,
 * PDF) leave it on headings, paragraphs, rows of tables and notes, in the node's data.
 */
declare module 'mdast' {
  interface Data {
    /** From 1, in the file; not the printed number. */
    page?: number
    /** Ordinal of the block on its page, from 1. */
    paragraph?: number
  }
}

export {}
