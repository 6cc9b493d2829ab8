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
  /** The citeproc-js engine, as far as a reference list needs it. */
  interface Engine {
    updateItems(ids: readonly string[], nosort?: boolean): void
    makeBibliography(): [{ entry_ids: string[][] }, string[]] | false
  }
  interface CslPlugin {
    engine(items: readonly object[], style: string, locale: string, format: string): Engine
    locales: Register
    styles: Register
  }
  export const plugins: {
    config: { get(plugin: '@csl'): CslPlugin; get(plugin: '@bibtex'): BibtexPlugin }
    input: { chain(data: string, options?: object): readonly { readonly [field: string]: unknown }[] }
    output: { format(format: string, data: readonly object[], options?: object): string }
  }
  interface BibtexPlugin {
    format: { useIdAsLabel: boolean; checkLabel: boolean; asciiOnly: boolean }
  }
}
declare module '@citation-js/plugin-csl' {}
declare module '@citation-js/plugin-bibtex' {}
