/**
 * Fills the templates: briefs, source pages and the portal, each into one HTML document that holds its styles and fonts
 * and asks nobody for anything. How a page looks and reads is decided in templates/, not here.
 */
import type { Brief } from '../contract/brief.ts'
import type { Config } from '../contract/config.ts'
import type { Outcome } from '../contract/outcome.ts'
import type { Page } from '../contract/page.ts'
import type { View } from '../contract/views.ts'
import { withAbsentFields } from './absent-fields.ts'
import { asHtml, createEngine, type Fill } from './create-engine.ts'
import { describeBrief } from './describe-brief.ts'
import { loadFonts } from './load-fonts.ts'
import { frameLocale, loadTemplates, type PageTemplate, type Templates } from './load-templates.ts'
import { createTranslate } from './translate.ts'

/** One page for each view, in order. A broken or missing template throws a ConfigError with its file and line. */
export function fillTemplates(views: readonly View[], config: Config): Outcome<readonly Page[]> {
  const kit = kits.get(config) ?? loadKit(config)
  kits.set(config, kit)
  const value = views.map((view): Page => {
    const { sheet, ...head } = describePage(view, kit.templates, config)
    return { ...head, html: fillPage(head, view, sheet, kit) }
  })
  return { value, messages: [] }
}

/** What is loaded and compiled once for a run, as the portal is filled after the rest. */
interface Kit {
  readonly templates: Templates
  readonly fill: Fill
  readonly fontFaces: (text: string) => string
}

/** One configuration object is one run. */
const kits = new WeakMap<Config, Kit>()

function loadKit(config: Config): Kit {
  const templates = loadTemplates(config)
  return { templates, fill: createEngine(templates), fontFaces: loadFonts(config) }
}

type PageHead = Omit<Page, 'html'> & { readonly notes?: 'page' | 'end' }

/** Where a view goes and what it is filled with. */
function describePage(view: View, templates: Templates, config: Config): PageHead & { readonly sheet: PageTemplate } {
  switch (view.kind) {
    case 'brief': {
      const { brief } = view
      const { maxPages = null, notes = 'end' } = config.audiences.find(each => each.id === brief.audience.id) ?? {}
      return {
        path: `briefs/${brief.theme.id}/${brief.audience.id}.html`,
        title: brief.title,
        language: brief.language,
        formats: view.formats,
        notes,
        ...(maxPages === null ? {} : { maxPages }),
        ...(view.formats.includes('pdf') ? { metadata: describeBrief(brief, config) } : {}),
        sheet: templates.audience(brief.audience.id),
      }
    }
    case 'source':
      return {
        path: `sources/${view.view.id}.html`,
        title: view.view.title,
        language: frameLocale(config),
        formats: ['html'],
        sheet: templates.page('source'),
      }
    case 'search':
      return {
        path: 'search.html',
        title: view.view.title,
        language: view.view.language,
        formats: ['html'],
        sheet: templates.page('search'),
      }
    case 'works':
      return {
        path: 'bibliography/index.html',
        title: view.view.title,
        language: view.view.language,
        formats: ['html'],
        sheet: templates.page('works'),
      }
    case 'portal':
      return {
        path: 'index.html',
        title: view.view.title,
        language: view.view.language,
        formats: ['html'],
        sheet: templates.page('portal'),
      }
  }
}

/** The view's own template first, then the layout around it, as the fonts depend on what stands on the page. */
function fillPage(page: PageHead, view: View, sheet: PageTemplate, { templates, fill, fontFaces }: Kit): string {
  const seed = onlySeed(view)
  const data = {
    translate: createTranslate(sheet.wording, page.language),
    seed,
    foreignLanguage: view.kind === 'brief' ? foreignLanguages(view.brief) : () => null,
  }
  const shown = view.kind === 'brief' ? view.brief : view.view
  const context = {
    page: {
      title: page.title,
      language: page.language,
      kind: view.kind,
      variant: view.kind === 'brief' ? view.brief.audience.id : view.kind,
      publication: view.kind === 'portal' ? view.view.title : 'publication' in shown ? shown.publication : '',
      publisher: 'publisher' in shown ? shown.publisher : '',
      seed,
      toRoot: '../'.repeat(page.path.split('/').length - 1),
      pageNotes: page.notes === 'page',
      pdf: page.formats.includes('pdf') ? page.path.replace(/^.*\//, '').replace(/\.html$/, '.pdf') : null,
    },
    [view.kind]: withAbsentFields(shown),
  }
  const body = fill(sheet.template, context, data)
  const style = `${templates.sharedStyle}\n${sheet.style}`
  return fill(
    templates.layout,
    {
      ...context,
      body: asHtml(body),
      style: asHtml(`${fontFaces(body + style)}\n${style}`),
      script: sheet.script === null ? null : asHtml(sheet.script),
    },
    data,
  )
}

/** The seed that all words of a page come from, if they do. */
function onlySeed(view: View): string | null {
  if (view.kind === 'source') return view.view.id
  const [first, ...others] = view.kind === 'brief' ? view.brief.sources : []
  return first && others.length === 0 ? first.id : null
}

function foreignLanguages(brief: Brief): (seedId: string) => string | null {
  const languages = new Map(brief.sources.map(source => [source.id, source.language]))
  return seedId => {
    const language = languages.get(seedId)
    return language === undefined || language === brief.language ? null : language
  }
}
