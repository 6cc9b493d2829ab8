/**
 * The style sheet of a printed family. Lines of a text are all of one height, so that make-pages.mjs can count them.
 */
import type { PrintStyle } from './print-styles.ts'

/** Width, height and margins of a page in millimetres. */
export interface PaperSize {
  readonly width: number
  readonly height: number
  readonly side: number
  readonly top: number
}

const sizes: Readonly<Record<PrintStyle['paper'], PaperSize>> = {
  a4: { width: 210, height: 297, side: 30, top: 28 },
  a5: { width: 148, height: 210, side: 18, top: 20 },
  letter: { width: 215.9, height: 279.4, side: 25.4, top: 25.4 },
}

const headings: Readonly<Record<PrintStyle['headings'], string>> = {
  bold: 'h1,h2,h3{font-weight:600}',
  centred: 'h1,h2{font-weight:600;text-align:center}h3{font-weight:400;font-style:italic;text-align:center}',
  italic: 'h1,h2{font-weight:400;font-style:italic}h3{font-weight:400;font-style:italic}',
}

/** The page of a family. */
function paperOf({ paper, columns }: PrintStyle): PaperSize {
  return columns === 2 ? { ...sizes[paper], side: 18 } : sizes[paper]
}

/** The rules of a family. */
export function writeStyles(style: PrintStyle): string {
  const { width, height, side, top } = paperOf(style)
  const { size, leading, paragraphs } = style
  const line = `${(size * leading).toFixed(2)}pt`
  const noteSize = size * 0.82
  const faces = style.face === 'serif' ? '"Source Serif 4"' : '"Source Sans 3"'
  const gap = 7
  const column = style.columns === 2 ? (width - 2 * side - gap) / 2 : width - 2 * side
  return `@page{size:${width}mm ${height}mm;margin:0}
*{box-sizing:border-box}html,body{margin:0}
body{font:${size}pt/${line} ${faces},"Dagger","Noto Sans SC";hyphens:manual;font-variant-ligatures:none;overflow-wrap:break-word}
.page{position:relative;width:${width}mm;height:${height - 0.2}mm;overflow:hidden;break-after:page}
.page:last-of-type{break-after:auto}
.frame{position:absolute;top:${top}mm;width:${column}mm;height:${height - 2 * top}mm}
.frame{left:${side}mm}.frame+.frame{left:${side + column + gap}mm}
.text,.foot{display:flow-root}
.foot{position:absolute;bottom:0;left:0;right:0;padding-top:${size}pt}
.foot:empty{display:none}
${style.rule ? `.foot::before{content:"";display:block;width:30%;border-top:.5pt solid;margin-bottom:3pt}` : ''}
#flow,#notes{position:absolute;visibility:hidden;width:${column}mm;top:0;left:0}
p{margin:0;orphans:1;widows:1;${style.justified ? 'text-align:justify;' : ''}}
.cut{${style.justified ? 'text-align-last:justify' : ''}}
.paragraph{${paragraphs === 'space' ? `margin:0 0 ${size * 0.7}pt` : 'text-indent:1.5em'}}
${paragraphs === 'flush' ? ':is(h1,h2,h3)+.paragraph{text-indent:0}' : ''}
.listItem{padding-left:2.2em;text-indent:-1.1em}.quote{margin:${size * 0.6}pt 0;padding:0 2em}
.paragraph+.listItem,.listItem+.paragraph{margin-top:${size * 0.5}pt}
.paragraph.rest,.listItem.rest,.note.rest{text-indent:0;margin-top:0}
h1,h2,h3{hyphens:none;text-align:left;font-size:1em;line-height:${line};margin:${size * 1.2}pt 0 ${size * 0.6}pt}
h1{font-size:1.5em;line-height:1.25;margin-top:0}h2{font-size:1.15em}
${headings[style.headings]}
table{border-collapse:collapse;margin:${size * 0.7}pt auto;line-height:${line}}td{padding:0 1em 0 0}
.text>:first-child{margin-top:0}
.note{font-size:${noteSize}pt;line-height:${(noteSize * 1.2).toFixed(2)}pt;margin-bottom:${style.notesAt === 'page' ? 0 : 3}pt}
sup{font-size:.65em;line-height:0;vertical-align:.45em}
.kept{white-space:nowrap}
.head,.folio{position:absolute;left:${side}mm;right:${side}mm;font-size:.85em;display:flex;justify-content:space-between}
.head{top:${top - 9}mm}.folio{bottom:${top - 12}mm;justify-content:center}.head.centred{justify-content:center}`
}
