/**
 * Formats works as the entries of a reference list, after a CSL style, in runs of text. citeproc does the formatting;
 * an engine is built once for a style and a language and used for every brief after that.
 */
import { createHash } from 'node:crypto'
import { plugins } from '@citation-js/core'
import '@citation-js/plugin-csl'
import type { Work } from '../contract/bibliography.ts'
import type { ReferenceView } from '../contract/brief.ts'
import { ConfigError } from '../diagnostics/config-error.ts'

export { formatLocator } from './format-locator.ts'

/** Works in the order of the list, the text of a CSL style, and a BCP 47 tag. */
export interface ReferenceInput {
  readonly works: readonly Work[]
  readonly style: string
  readonly locale: string
}

type Runs = ReferenceView['runs']

/** Gives the runs of every work, in the order of `works`; throws a ConfigError if the style is no CSL. */
export function formatReferences({ works, style, locale }: ReferenceInput): readonly Runs[] {
  const described = works.filter(isDescribed)
  const entries = described.length > 0 ? formatEntries(described, style, locale) : new Map<string, string>()
  return works.map(work => {
    const entry = entries.get(work.id)
    const runs = entry === undefined ? [] : readRuns(entry)
    // What CSL cannot describe is shown in the note's own words.
    const shown = runs.some(({ text }) => /[\p{L}\d]/u.test(text)) ? runs : [{ text: work.raw[0] ?? work.id }]
    return splitUrls(shown, addressesOf(work))
  })
}

function isDescribed({ csl }: Work): boolean {
  return csl.title !== undefined || (csl.URL !== undefined && (csl.issued ?? csl.author) !== undefined)
}

/** Language tags as citeproc knows them; a style's own terms take the place of missing ones. */
const regions: Readonly<Record<string, string>> = { en: 'en-US', de: 'de-DE', fr: 'fr-FR', es: 'es-ES', nl: 'nl-NL' }

function formatEntries(works: readonly Work[], style: string, locale: string): ReadonlyMap<string, string> {
  const { engine: prepare, locales, styles } = plugins.config.get('@csl')
  const name = `briefwright-${createHash('sha256').update(style).digest('hex').slice(0, 16)}`
  if (!styles.has(name)) styles.add(name, style)
  const language = locale.split(/[-_]/u)[0] ?? 'en'
  const tag = locales.has(locale) ? locale : (regions[language] ?? `${language}-${language.toUpperCase()}`)
  if (!locales.has(tag)) {
    locales.add(tag, (locales.get('en-US') ?? '').replace('xml:lang="en-US"', `xml:lang="${tag}"`))
  }
  const ids = works.map(({ id }) => id)
  try {
    // citeproc writes into its items.
    const engine = prepare(
      works.map(({ csl }) => structuredClone(csl)),
      name,
      tag,
      'html',
    )
    engine.updateItems(ids)
    const bibliography = engine.makeBibliography()
    if (!bibliography) throw new Error('the style has no bibliography')
    const [{ entry_ids: order }, entries] = bibliography
    return new Map(entries.map((entry, index) => [order[index]?.[0] ?? '', entry]))
  } catch (cause) {
    throw new ConfigError('style-broken', 'The citation style cannot be used: citeproc could not format with it', {
      remedy: 'Use a CSL 1.0.2 style with a bibliography, such as those in templates/styles.',
      cause,
    })
  }
}

/** Reads citeproc's HTML: italics are kept, the entry's own number and other markup are not. */
function readRuns(html: string): Runs {
  const body = html.replace(/<div class="csl-left-margin">[\s\S]*?<\/div>/u, '')
  const runs: { text: string; italic?: boolean }[] = []
  let italic = 0
  for (const token of body.match(/<[^>]*>|[^<]+/gu) ?? []) {
    if (/^<(?:i|em)\b/u.test(token)) italic += 1
    else if (/^<\/(?:i|em)>/u.test(token)) italic -= 1
    if (token.startsWith('<')) continue
    const text = decode(token).replace(/\s+/gu, ' ')
    const last = runs.at(-1)
    if (last && (last.italic ?? false) === italic > 0) last.text += text
    else runs.push(italic > 0 ? { text, italic: true } : { text })
  }
  const [first] = runs
  const last = runs.at(-1)
  if (first) first.text = first.text.trimStart()
  if (last) last.text = last.text.trimEnd()
  return runs.filter(({ text }) => text !== '')
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' }

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/giu, (whole, decimal, hex, name) => {
    if (name) return entities[name] ?? whole
    return String.fromCodePoint(Number.parseInt(decimal ?? hex, decimal ? 10 : 16))
  })
}

/** Addresses that may stand in an entry, with the link each makes. */
function addressesOf({ csl, raw }: Work): readonly { readonly text: string; readonly url: string }[] {
  const printed = csl.URL ?? /https?:\/\/[^\s<>"«»]+[^\s<>"«».,;)]/u.exec(raw[0] ?? '')?.[0]
  const doi = csl.DOI && `https://doi.org/${csl.DOI}`
  return [
    ...(printed ? [{ text: printed, url: absolute(printed) }] : []),
    ...(doi ? [{ text: doi, url: doi }] : []),
    ...(csl.DOI && doi ? [{ text: csl.DOI, url: doi }] : []),
  ]
}

function absolute(address: string): string {
  return /^[a-z]{3,5}:\/\//iu.test(address) ? address : `https://${address}`
}

function splitUrls(runs: Runs, addresses: readonly { readonly text: string; readonly url: string }[]): Runs {
  for (const { text: address, url } of addresses) {
    const index = runs.findIndex(({ text }) => text.includes(address))
    const run = runs[index]
    if (!run) continue
    const at = run.text.indexOf(address)
    const pieces = [
      { ...run, text: run.text.slice(0, at) },
      { text: address, url },
      { ...run, text: run.text.slice(at + address.length) },
    ]
    return [...runs.slice(0, index), ...pieces.filter(({ text }) => text !== ''), ...runs.slice(index + 1)]
  }
  return runs
}
