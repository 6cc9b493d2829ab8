/**
 * A second look at headings, with what stands beside them: a heading set on two lines is one, and short blocks in a
 * row, some of them numbers, are the cells of a table whose columns an extract has written one below the other.
 */
import type { Block } from './find-paragraphs.ts'
import type { Layout } from './measure-layout.ts'

/** The blocks with their headings put right. */
export function reviewHeadings(blocks: readonly Block[], layout: Layout): readonly Block[] {
  const joined: Block[] = []
  for (const block of dropCredits(dropCells(blocks))) {
    const above = joined.at(-1)
    const kind = above && findCommonKind(above, block, layout)
    if (above && kind) joined[joined.length - 1] = { ...above, kind, lines: [...above.lines, ...block.lines] }
    else joined.push(block)
  }
  return joined
}

/** Shares of a full line from which on a heading's line may be full in its own, larger type. */
const largeLine = 0.55

/** What two blocks are together, if the second goes on with the heading above. */
function findCommonKind(above: Block, below: Block, layout: Layout): Block['kind'] | undefined {
  if (goesOn(above, below, layout)) return 'heading'
  const [first, ...others] = below.lines
  const last = above.lines.at(-1)
  if (above.kind !== 'heading' || below.kind !== 'paragraph' || !first || !last) return undefined
  if (first.order !== last.order + 1 || !/^[\p{Ll}(]/u.test(first.text)) return undefined
  // What begins small is no paragraph: a short line ends the heading, and text makes the line above text as well.
  const ends = others.length === 0 && first.text.length < 60 && !/[.,;:!?]$/u.test(first.text)
  return ends ? 'heading' : /^\p{Ll}/u.test(first.text) ? 'paragraph' : undefined
}

/** Whether a heading is the next line of the heading above. */
function goesOn(above: Block, below: Block, layout: Layout): boolean {
  if (above.kind !== 'heading' || below.kind !== 'heading' || above.lines.length > 2) return false
  const last = above.lines.at(-1)
  const next = below.lines[0]
  if (!last || !next || next.order !== last.order + 1) return false
  if (opens.test(next.text)) return false
  if (/[-–—,:(«“„]$|(?:^|\s)\p{Ll}{1,4}$/u.test(last.text)) return true
  const full = layout.measure > 0 ? last.width > layout.measure * largeLine : last.text.length > 45
  return full && next.width < last.width * 1.1
}

/** Dates and names of authors below a title are no headings. */
function dropCredits(blocks: readonly Block[]): readonly Block[] {
  const first = blocks.findIndex(({ kind }) => kind !== 'heading')
  return blocks.map((block, index) => {
    const text = block.lines.map(line => line.text).join(' ')
    const isCredit = index > 0 && index < first && !opens.test(text) && credit.test(text)
    return isCredit ? { ...block, kind: 'paragraph' } : block
  })
}

/** A date, initials beside a name, a name with a position after it, or a Chinese name. */
const credit =
  /^(?:\P{N}{0,24}(?:\d{1,2}\.?\s)?\p{L}{3,12}\s(?:1[5-9]|20)\d\d|.{0,24}\d{1,2}[./]\d{1,2}[./]\d{2,4}.{0,6}|(?:\p{Lu}\.\s?){1,2}\p{Lu}\p{Ll}+.*|\p{Lu}\p{Ll}+\s\p{Lu}\.\s\p{Lu}\p{Ll}+.{0,40}|\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){1,2}(?:,\s\p{Ll}.*|\s\([^)]*\))|\p{Script=Han}{2,4})[*†\d]{0,2}$/u

/** What begins a heading of its own. */
const opens =
  /^(?:\d|[IVX]+\.|§|(?:chapter|part|section|глава|часть|раздел|kapitel|teil|chapitre|partie|introduction|conclusion|prologue|epilogue|abstract|введение|заключение|предисловие|einleitung|schluss|fazit|vorwort|avant-propos)(?!\p{L}))|^第.{1,3}[章节節部]|^[（(]?[一二三四五六七八九十]{1,3}[、）)]/iu

/** Short blocks in a row of which two or more hold no word are cells; the last may head what follows. */
function dropCells(blocks: readonly Block[]): readonly Block[] {
  const found = new Set<Block>()
  let run: Block[] = []
  const close = (next: Block | undefined) => {
    const numbers = run.filter(block => !hasWord(block)).length
    if (numbers > 1 && run.length > 3) {
      const head = run.findLastIndex(block => !hasWord(block)) + 1
      const kept = next?.kind === 'paragraph' ? run.slice(head).at(-1) : undefined
      for (const block of run) if (block !== kept) found.add(block)
    }
    run = []
  }
  for (const block of blocks) {
    if (isShort(block)) run.push(block)
    else close(block)
  }
  close(undefined)
  return blocks.map(block => (found.has(block) && block.kind === 'heading' ? { ...block, kind: 'paragraph' } : block))
}

function isShort({ kind, lines }: Block): boolean {
  if (kind !== 'heading' && kind !== 'paragraph') return false
  return kind === 'heading' || lines.every(({ text }) => text.length < 30 && !/\p{Ll}{2}[.!?]$/u.test(text))
}

function hasWord({ lines }: Block): boolean {
  return lines.some(({ text }) => /\p{L}{2}/u.test(text))
}
