/**
 * What tools write into a page to say that a link calls a note, leads back from one, or that an element is a note: roles,
 * classes, styles, and the forms of ids. Tables only; a page without any of these is read by how its links run.
 */
import type { Element } from 'hast'
import { attribute, fragmentOf } from './elements.ts'

type Witness = Readonly<Record<string, RegExp>>

/** By property: what makes a link a call of a note. */
const call: Witness = {
  role: /^doc-noteref$/u,
  'epub:type': /\bnoteref\b/u,
  className:
    /(?:^|\s)(?:footnote(?:-?ref(?:erence)?|-anchor)?|endnote-?ref|sd(?:foot|end)noteanc|note-?ref|fn-?ref)(?:\s|$)/iu,
  dataFootnoteRef: /./u,
  style: /mso-(?:foot|end)note-id/u,
}
const callFragment =
  /^(?:user-content-)?(?:_?(?:fn|ftn|edn|ftnt|footnote|endnote|footnotedef|cite_note)s?[-_:.]?[\w-]*?\d[\w:.-]*|_footnotedef_\w+|sd(?:foot|end)note\d+sym|cite_note-.+|fn[-:].+)$/iu

/** Of these the ones that no link back bears by mistake. */
const plainCall: Witness = { role: /^doc-noteref$/u, 'epub:type': /\bnoteref\b/u, dataFootnoteRef: /./u }

/** By property: what makes a link one that leads back. */
const back: Witness = {
  role: /^doc-backlink$/u,
  'epub:type': /\bbacklink\b/u,
  className:
    /(?:^|\s)(?:footnote-?back(?:ref|link)?|data-footnote-backref|(?:reverse|back)-?footnote|fn-?backref|footnote-number|footnote-return|footnote-to-top|easy-footnote-to-top|sd(?:foot|end)notesym|footnote-backref)(?:\s|$)/iu,
  dataFootnoteBackref: /./u,
  rev: /^footnote$/u,
}
const backFragment =
  /(?:^|[-_:])(?:fnref|ftnref|ednref|fn-?ref|footnote-?ref(?:erence)?|footnoteref|footnote-anchor|cite_ref|noteref|backref)|^_?(?:ftnt|cmnt)_ref\d|^sd(?:foot|end)note\d+anc$|^(?:fn|footnote|note)\S*-ref-?\d*$/iu

/** By property: what makes an element a note. */
const note: Witness = {
  role: /^doc-(?:foot|end)note$/u,
  'epub:type': /\b(?:foot|end|rear)note\b/u,
  style: /mso-element:\s*(?:foot|end)note\s*(?:;|$)/u,
  className: /(?:^|\s)(?:footnote|endnote|footnote-item|footnote-definition)(?:\s|$)/iu,
}
const noteId =
  /^(?:user-content-)?(?:fn[-:]?\w.*|sd(?:foot|end)note\d+|_?(?:ftn|edn)\d+|footnote[-_:]?\d+|cite_note-.+)$/iu

/** By property: what makes an element the place where notes stand. */
const place: Witness = {
  role: /^doc-(?:end|foot)notes$/u,
  'epub:type': /\b(?:foot|end|rear)notes\b/u,
  style: /mso-element:\s*(?:foot|end)note-list/u,
  className:
    /(?:^|\s)(?:footnotes|endnotes|footnotes-end-of-\w+|footnote-list|wp-block-footnotes|easy-footnotes-wrapper)(?:\s|$)/iu,
  dataFootnotes: /./u,
  id: /^(?:footnotes|endnotes)$/iu,
}
/** Lists of works that are called like notes; whether an item is a note only a call can say. */
const workList = /(?:^|\s)(?:references|reflist|mw-references-wrap)(?:\s|$)/u

/** Whether a link says of itself that it calls a note. */
export function isDeclaredCall(link: Element): boolean {
  return !isDeclaredBack(link) && (holds(call, link) || callFragment.test(fragmentOf(link)))
}

/** Whether a link says of itself that it leads back from a note. */
export function isDeclaredBack(link: Element): boolean {
  return holds(back, link) || (!holds(plainCall, link) && backFragment.test(fragmentOf(link)))
}

/** Whether an element says of itself that it is a note. */
export function isDeclaredNote(element: Element): boolean {
  if (/^(?:a|sup|sub|html|body)$/u.test(element.tagName)) return false
  if (holds(note, element)) return true
  return (
    noteId.test(attribute(element, 'id')) &&
    /^(?:li|div|aside|dd|section|p)$/u.test(element.tagName) &&
    !isNotePlace(element)
  )
}

/** Whether an element says of itself that notes stand in it. */
export function isNotePlace(element: Element): boolean {
  return !/^(?:a|sup|h[1-6]|html|body)$/u.test(element.tagName) && holds(place, element)
}

/** Whether an element is a place of notes, or a list of works that are called like notes. */
export function isNoteList(element: Element): boolean {
  return isNotePlace(element) || workList.test(attribute(element, 'className'))
}

/** Whether an element holds nothing but the ways back from a note. */
export function isBackList(element: Element): boolean {
  return /(?:^|\s)(?:mw-cite-backlink|backlinks?|fn-backlinks)(?:\s|$)/u.test(attribute(element, 'className'))
}

function holds(witness: Witness, element: Element): boolean {
  return Object.entries(witness).some(([property, pattern]) => pattern.test(attribute(element, property)))
}
