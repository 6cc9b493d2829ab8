/**
 * Titles that stand above the notes of a document, in the languages that are read.
 */

const name =
  '(?:(?:foot|end)?notes?(?: and references)?|references(?: and notes)?|citations?|notes? de (?:fin|bas de page)|notes? et références|références|примечани[ея](?: и ссылки)?|сноски|ссылки|источники|список источников|anmerkungen|endnoten|fu(?:ß|ss)noten|einzelnachweise|referencias|notas|注释?|注釋|註釋?|註解|脚注|腳註|尾注|参考文献|参考资料)'
/** A title may have a number before it, or a stop behind it; with both it is the text of a note. */
const title = new RegExp(String.raw`^\s*(?:(?:[\d.]+\s*)?${name}\s*[:：]?|${name}\.)\s*$`, 'iu')

/** Whether a heading is one that stands above notes. */
export function isNotesTitle(text: string): boolean {
  return title.test(text)
}
