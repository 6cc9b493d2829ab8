/**
 * Takes out of a page what is no part of its document: menus, the site's head and foot, scripts, what is hidden, and
 * links for editing. What holds notes stays, wherever it stands.
 */
import type { Element, Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import {
  attribute,
  type Child,
  fragmentOf,
  isBlank,
  isBlock,
  isElement,
  type Parent,
  withChildren,
} from './elements.ts'
import { readLabel } from './note-labels.ts'
import { isDeclaredNote, isNoteList } from './note-witnesses.ts'

const droppedTags = new Set(
  (
    'script style noscript template svg nav button input select textarea iframe object embed canvas audio video map ' +
    'dialog head title link meta base rp rt wbr datalist progress meter'
  ).split(' '),
)
const droppedRoles = /^(?:navigation|banner|contentinfo|search|complementary|dialog|alert|menu|menubar|toolbar)$/u
const droppedNames =
  /(?:^|\s)(?:mw-editsection|noprint|navbox|toc|table-of-contents|headerlink|permalink|anchorjs-link|breadcrumbs?|skip-link|mw-jump-link|catlinks|printfooter|sharedaddy|social-share|MsoToc\w*|sr-only|visually-hidden|screen-reader-text)(?:\s|$)/u
const hiddenStyle = /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/iu

/** The page without its furniture; comments go too. */
export function dropFurniture(root: Root): Root {
  const called = listCalledNames(root)
  const keepChildren = (parent: Parent, inDocument: boolean): Child[] => {
    const kept: Child[] = []
    for (const child of parent.children) {
      if (child.type === 'text') kept.push(child)
      if (!isElement(child) || (isFurniture(child, inDocument) && !holdsNotes(child, called))) continue
      kept.push(withChildren(child, keepChildren(child, inDocument || isElement(child, 'main', 'article'))))
    }
    return dropSpaceAroundBlocks(kept)
  }
  return { ...root, children: keepChildren(root, false) as Root['children'] }
}

function isFurniture(element: Element, inDocument: boolean): boolean {
  const { tagName } = element
  if (droppedTags.has(tagName) || isHidden(element)) return true
  if (droppedNames.test(`${attribute(element, 'className')} ${attribute(element, 'id')}`)) return true
  if (droppedRoles.test(attribute(element, 'role'))) return true
  if (tagName === 'aside') return true
  if (tagName === 'form') return !holds(element, child => isElement(child, 'p', 'article', 'h1', 'h2', 'h3', 'table'))
  if (inDocument) return false
  if (tagName === 'header')
    return !holds(element, child => isElement(child, 'h1')) || holds(element, child => isElement(child, 'nav'))
  return tagName === 'footer'
}

function isHidden(element: Element): boolean {
  if (element.properties.hidden !== undefined && element.properties.hidden !== null) return true
  return attribute(element, 'ariaHidden') === 'true' || hiddenStyle.test(attribute(element, 'style'))
}

/** Scripts and the like are never notes; anything else may be, or may hold some. */
function holdsNotes(element: Element, called: ReadonlySet<string>): boolean {
  if (droppedTags.has(element.tagName) || isElement(element, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6')) return false
  if (isHidden(element) && !isElement(element, 'aside', 'section', 'div')) return false
  const isNote = (node: Child): boolean =>
    isElement(node) && (isDeclaredNote(node) || isNoteList(node) || called.has(attribute(node, 'id')))
  return isNote(element) || holds(element, isNote)
}

function holds(element: Element, test: (node: Child) => boolean): boolean {
  return element.children.some(child => test(child) || (isElement(child) && holds(child, test)))
}

/** Names that a short link with the look of a note's marker leads to. */
function listCalledNames(root: Root): ReadonlySet<string> {
  const names = new Set<string>()
  const enter = (parent: Parent) => {
    for (const child of parent.children) {
      if (!isElement(child)) continue
      const fragment = child.tagName === 'a' ? fragmentOf(child) : ''
      if (fragment && readLabel(textOf(child)) !== undefined) names.add(fragment)
      enter(child)
    }
  }
  enter(root)
  return names
}

function dropSpaceAroundBlocks(children: readonly Child[]): Child[] {
  const isEdge = (node: Child | undefined) => node === undefined || isBlock(node)
  if (!children.some(isBlock)) return [...children]
  return children.filter(
    (child, index) => !isBlank(child) || !isEdge(children[index - 1]) || !isEdge(children[index + 1]),
  )
}
