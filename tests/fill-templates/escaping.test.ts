/** Words of a seed are shown, never compiled, never markup, in whatever field they stand. */
import fc from 'fast-check'
import Handlebars from 'handlebars'
import { expect, test } from 'vitest'
import type { Brief } from '../../pipeline/contract/brief.ts'
import type { View } from '../../pipeline/contract/views.ts'
import { fillTemplates } from '../../pipeline/fill-templates/index.ts'
import { makeConfig, makeViews, readBrief } from './material.ts'

const hostile = `<script>alert(1)</script>{{brief.title}}&"'{{{x}}}</style><img src=x onerror=y>`
/** Fields that the contract limits to a few values or that name a folder. */
const fixed = /^(kind|status|grade|measure|basis|id|format|change|what|severity|language|iso|unit|citationForm)$/

/** Puts `text` into every text field of a view. */
function poison<T>(value: T, text: string, name = ''): T {
  if (typeof value === 'string') return (fixed.test(name) ? value : text) as T
  if (Array.isArray(value)) return value.map(each => poison(each, text, name)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, poison(field, text, key)])) as T
}

const config = makeConfig()

test.each(makeViews().map(view => [view.kind === 'brief' ? view.brief.audience.id : view.kind, view] as const))(
  'no text field of %s reaches the page as markup',
  (_name, view) => {
    const clean = fillTemplates([view], config).value[0]?.html ?? ''
    const html = fillTemplates([poison(view, hostile)], config).value[0]?.html ?? ''
    const tags = (page: string) => page.match(/<(script|img|style|\/style)\b/g)
    expect(tags(html)).toEqual(tags(clean))
    expect(html).not.toContain('onerror=')
    expect(html).toContain(Handlebars.escapeExpression(hostile))
  },
)

test('any text of a statement stands on the page as it is', () => {
  const brief = readBrief('executive')
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), text => {
      const { source } = brief.keyPoints[0] as Brief['keyPoints'][number]
      const view: View = {
        kind: 'brief',
        brief: { ...brief, keyPoints: [{ id: 'x', inlines: [{ kind: 'text', text }], source }] },
        formats: ['html'],
      }
      const html = fillTemplates([view], config).value[0]?.html ?? ''
      expect(html).toContain(`<span data-from="x">${Handlebars.escapeExpression(text)}</span>`)
    }),
    { numRuns: 50 },
  )
})

test('a title cannot end the style sheet it is printed from', () => {
  const brief = { ...readBrief('executive'), publication: `A "b" \\ </style>\nc`, title: '}; @import url(x)' }
  const html = fillTemplates([{ kind: 'brief', brief, formats: ['pdf'] }], config).value[0]?.html ?? ''
  expect(html).toContain(String.raw`--publication: "A \22 b\22  \5c  \3c \2f style\3e \a c"; --title: "`)
  expect(/<style>.*<\/style>/s.exec(html)?.[0]).not.toContain('@import')
})

test('an address that is not of the web is not a link', () => {
  const brief = readBrief('executive')
  const url = 'javascript:alert(1)'
  const references = brief.references.map(reference => ({ ...reference, runs: [{ text: url, url }] }))
  const html = fillTemplates([{ kind: 'brief', brief: { ...brief, references }, formats: ['html'] }], config).value[0]
    ?.html
  expect(html).not.toContain('href="javascript')
  expect(html).toContain(url)
})
