/**
 * The part of citation-js that the pipeline uses; the packages bring no types.
 */
declare module '@citation-js/core' {
  /** A register by name. */
  interface Register {
    add(name: string, value: string): void
    get(name: string): string | undefined
    has(name: string): boolean
  }
  /** A place of the text for citeproc: the works cited there, and the number of the note it stands in (0 for none). */
  interface EngineCitation {
    readonly citationID: string
    readonly citationItems: readonly {
      readonly id: string
      readonly locator?: string
      readonly label?: string
      readonly prefix?: string
      readonly suffix?: string
    }[]
    readonly properties: { readonly noteIndex: number }
  }
  /** The citeproc-js engine, as far as a brief needs it. */
  export interface Engine {
    /** Gives `[citationID, noteIndex, HTML]` for every citation. */
    rebuildProcessorState(
      citations: readonly EngineCitation[],
      mode: 'html',
      uncited: readonly string[],
    ): [string, number, string][]
    updateItems(ids: readonly string[], nosort?: boolean): void
    makeBibliography(): [{ entry_ids: string[][]; bibliography_errors: { itemID: string }[] }, string[]] | false
  }
  interface CslPlugin {
    engine(items: readonly object[], style: string, locale: string, format: string): Engine
    locales: Register
    styles: Register
  }
  export const plugins: {
    config: { get(plugin: '@csl'): CslPlugin }
    input: {
      chain(data: string, options?: object): readonly { readonly [field: string]: unknown }[]
      data(data: readonly object[], type: '@biblatex/entries+list'): readonly { readonly [field: string]: unknown }[]
    }
  }
}
declare module '@citation-js/plugin-csl' {}
declare module '@citation-js/plugin-bibtex' {}
declare module '@citation-js/plugin-ris' {}
