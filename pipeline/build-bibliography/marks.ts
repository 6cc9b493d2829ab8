/**
 * Characters of the private use area that stand where a part of a reference was taken out; a note holds none of them.
 */

/** Stands where the medium stood: before it is the title, after it the rest of the description. */
export const mediumMark = '\uE001'
/** Stands where an edition, a page, a volume or names stood. */
export const partMark = '\uE010'
/** Stands where the date stood. */
export const dateMark = '\uE011'

/** Any of the marks. */
export const anyMark = /[\uE000-\uE01F]/gu
