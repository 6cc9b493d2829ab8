/** What every filled page holds to: one file, no requests, sound links and headings, the same bytes for the same views. */
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Nodes } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import type { View } from '../../pipeline/contract/views.ts'
import * as stage from '../../pipeline/fill-templates/index.ts'
import { copyTemplates, makeConfig, makeViews, readBrief } from './material.ts'

const pages = stage.fillTemplates(makeViews(), makeConfig()).value
const byPath = pages.map(page => [page.path, page.html] as const)
const withoutFonts = (html: string) => html.replaceAll(/@font-face\{[^}]*\}/g, '')
const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(match => match[1] ?? '')

test('the stage exports one function', () => {
  expect(Object.keys(stage)).toEqual(['fillTemplates'])
})

test('pages have their places, formats and limits', () => {
  expect(pages.map(({ path, formats, maxPages }) => [path, formats.join(' '), maxPages])).toEqual([
    ['briefs/china/executive.html', 'html pdf', 2],
    ['briefs/kazakhstan/analyst.html', 'html pdf', undefined],
    ['briefs/china/press.html', 'html pdf', 6],
    ['sources/report.html', 'html', undefined],
    ['index.html', 'html', undefined],
  ])
})

test('the same views give the same bytes, with everything loaded anew', () => {
  expect(stage.fillTemplates(makeViews(), makeConfig()).value).toEqual(pages)
})

test.each(byPath)('%s asks nobody for anything and runs nothing', (_path, html) => {
  expect(html).not.toMatch(/<(script|iframe|object|embed|img|base)\b|\son\w+=|@import|http-equiv/i)
  // A form leads to the search page beside it.
  expect(all(html, /<form [^>]*action="([^"]*)"/g).every(action => action === 'search.html')).toBe(true)
  expect(all(html, /url\(\s*["']?([^)"']{0,20})/g).every(url => url.startsWith('data:font/woff2'))).toBe(true)
  expect(all(html, /<link [^>]*href="([^"]*)"/g)).toEqual(['data:,'])
})

test.each(byPath)('%s is small but for its fonts', (_path, html) => {
  expect(withoutFonts(html).length).toBeLessThan(300_000)
})

test.each(byPath)('%s has unique ids, and its own links lead to them', (_path, html) => {
  const ids = all(html, /\sid="([^"]*)"/g)
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  expect(all(html, /href="#([^"]*)"/g).filter(id => !ids.includes(id))).toEqual([])
  const labels = all(html, /aria-labelledby="([^"]*)"/g)
  expect(labels.filter(id => !ids.includes(id))).toEqual([])
})

test.each(byPath)(
  '%s has a language, one h1, headings in order, a main landmark and scoped table heads',
  (_path, html) => {
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="en">/)
    const levels = all(html, /<h([1-6])\b/g).map(Number)
    expect(levels.filter(level => level === 1)).toHaveLength(1)
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([])
    expect(all(html, /<(main) /g)).toHaveLength(1)
    expect(html).toContain('<a class="skip" href="#text" data-screen>')
    // Those of rows are known as such by where they stand.
    for (const head of all(html, /<thead(.*?)<\/thead>/gs)) expect(head).not.toMatch(/<th(?! scope="col")/)
  },
)

test('citations say how they stand: numbered, or lost under their own number', () => {
  const executive = pages[0]?.html ?? ''
  expect(executive).toMatch(
    /<span class=cite id="cite-\d+" data-frame>\u00A0?(?:&nbsp;)?\[<a href="#ref-1">1, p\. 45<\/a><button popovertarget="about-ref-1"[^>]*>1, p\. 45<\/button>\]/,
  )
  expect(executive).toMatch(
    /<sup class=cite id="cite-\d+" data-frame><a href="#lost">†40<\/a><button popovertarget="about-lost">†40</,
  )
  expect(executive.match(/The source prints this note number, but the note’s text is lost\./g)).toHaveLength(1)
})

/** Whether each statement below a node stands in a row, item, figure or passage that leads to a source page. */
function listPlaced(node: Nodes, near = false): readonly boolean[] {
  if (!('children' in node)) return []
  const { tagName = '', properties = {} } = node.type === 'element' ? node : {}
  const isUnit = ['tr', 'li', 'figure'].includes(tagName) || String(properties.className) === 'passage'
  const isNear = near || (isUnit && leadsToSource(node))
  const below = node.children.flatMap(child => listPlaced(child, isNear))
  return properties.dataFrom === undefined ? below : [isNear, ...below]
}

function leadsToSource(node: Nodes): boolean {
  if (node.type === 'element' && String(node.properties.href).startsWith('../../sources/')) return true
  return 'children' in node && node.children.some(leadsToSource)
}

test('every statement leads to its lines', () => {
  const placed = listPlaced(
    unified()
      .use(rehypeParse)
      .parse(pages[1]?.html ?? ''),
  )
  expect(placed.length).toBeGreaterThan(10)
  expect(placed).not.toContain(false)
})

test('the language of a seed is marked where it is not the page’s', () => {
  expect(pages[3]?.html).toContain('<article class="document" lang="ru"')
})

test.each([
  [{ first: true, since: null, entries: [] }, /This is the first edition/, /Nothing changed|<li><span class="change/],
  [{ first: false, since: null, entries: [] }, /Nothing changed/, /first edition/],
  [
    { first: false, since: null, entries: [{ path: 'a', what: 'new' }] },
    /<code>a<\/code>/,
    /first edition|Nothing changed/,
  ],
] as const)('the portal says of the changes %j what is so', (changes, said, unsaid) => {
  const views = makeViews().flatMap(view =>
    view.kind === 'portal' ? [{ ...view, view: { ...view.view, changes } }] : [],
  )
  const html = stage.fillTemplates(views, makeConfig()).value[0]?.html ?? ''
  const section = html.slice(html.indexOf('aria-labelledby="changes"'), html.indexOf('aria-labelledby="downloads"'))
  expect(section).toMatch(said)
  expect(section).not.toMatch(unsaid)
})

test.each([
  [0, true],
  [3, false],
])('a brief of a theme with %i passages says that there is nothing: %s', (passages, isSaid) => {
  const brief = readBrief('executive')
  const view: View = { kind: 'brief', brief: { ...brief, counts: { ...brief.counts, passages } }, formats: ['html'] }
  const html = stage.fillTemplates([view], makeConfig()).value[0]?.html ?? ''
  expect(html.includes('The sources hold nothing on this theme.')).toBe(isSaid)
})

test('styles lose their comments and white space, and their strings nothing', () => {
  const templates = copyTemplates()
  const style = join(templates, 'audiences', 'executive', 'style.css')
  appendFileSync(
    style,
    '\n/* of mine */\n.mine :hover , .x {\n  content: "; } /* kept */  a: b" ;\n  color : red ;\n}\n',
  )
  const view: View = { kind: 'brief', brief: readBrief('executive'), formats: ['html'] }
  const html = stage.fillTemplates([view], makeConfig({}, templates)).value[0]?.html
  expect(html).toContain('.mine :hover,.x{content:"; } /* kept */  a: b";color :red}')
  expect(html).not.toContain('of mine')
})
