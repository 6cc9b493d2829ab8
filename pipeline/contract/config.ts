/**
 * The configuration as every stage sees it: loaded from briefwright.yml and the audience folders, checked, filled with
 * defaults and frozen by pipeline/config.ts. Nothing downstream asks whether a value is there.
 */
import type { Chart } from './chart.ts'

/** A word or phrase that speaks for a theme. */
export interface Term {
  readonly text: string
  /** What one occurrence is worth; 1 for the theme's own name. */
  readonly weight: number
}

/** What must stand, or must not stand, in a paragraph or its heading for a name to count that means other things too. */
export interface Contexts {
  /** The names in doubt, as the theme spells them; empty where all of them are. */
  readonly names: readonly string[]
  /** One of these, or a name of the theme that is not in doubt, must be there; empty where nothing must. */
  readonly required: readonly string[]
  readonly excluded: readonly string[]
}

/** A subject that briefs are made of. */
export interface Theme {
  readonly id: string
  readonly title: string
  /** Names of the theme itself, aliases and phrases among them: one of them puts a sentence in the theme. */
  readonly terms: readonly Term[]
  /** Names that go with the theme: they raise a score, and put a sentence in the theme only beside others. */
  readonly related: readonly Term[]
  /** Phrases in which a term does not count. */
  readonly excluded: readonly string[]
  readonly contexts: Contexts
  /** Score below which a passage is dropped. */
  readonly minimum: number
  /** What the theme is made of and charts compare: each by its name in the chart, with its names in the seeds. */
  readonly members: readonly { readonly name: string; readonly spellings: readonly string[] }[]
  /** Share of a paragraph's sentences, 0 to 1, from which on the whole paragraph is about the theme. */
  readonly about: number
  /** Weight of terms, added up over a sentence, from which on the sentence belongs to the theme. */
  readonly mentions: number
}

/** How much of what a brief for one audience holds: null takes everything, 0 leaves the part out. */
export interface Selection {
  readonly keyFigures: number | null
  readonly keyPoints: number | null
  readonly passages: number | null
  readonly figures: number | null
  /** Figures that disagree, side by side. */
  readonly conflicts: number | null
  readonly events: number | null
  readonly agreements: number | null
  readonly quotations: number | null
  readonly charts: number | null
  /** Rows of the evidence annex. */
  readonly annex: number | null
}

/** A CSL style. */
export interface CitationStyle {
  /** Where it lies, for messages. */
  readonly path: string
  readonly xml: string
  /** The XML of a CSL locale file with the words of the audience's language; absent where citeproc's own serve. */
  readonly terms?: string
}

/** Readers of one kind: a folder under templates/audiences/ with its template, style and `audience.yml`. */
export interface Audience {
  readonly id: string
  readonly title: string
  /** Absolute path of the folder. */
  readonly folder: string
  /** Name of a file in templates/locales/, without extension. */
  readonly locale: string
  readonly citationStyle: CitationStyle
  readonly select: Selection
  /** The parts the brief shows, in reading order: the keys of `select` as they stand in audience.yml. */
  readonly parts: readonly (keyof Selection)[]
  /** Pages the PDF may have at the most; null for any number. */
  readonly maxPages: number | null
  /** Wording that takes the place of the locale's, by key. */
  readonly wording: Readonly<Record<string, string>>
}

export type Severity = 'error' | 'warning' | 'info' | 'off'

/** A file of works that others described: `.bib` or CSL-JSON. */
export interface LibraryFile {
  /** Path in the project with forward slashes. */
  readonly path: string
  /** Read as UTF-8; U+FFFD stands where it is none. */
  readonly text: string
}

/** A commit in git; the hash ends in `+` where files were changed since. */
export interface SourceCommit {
  readonly hash: string
  /** Of the committer, ISO 8601 (YYYY-MM-DD). */
  readonly date: string
}

/** Everything the user decides. */
export interface Config {
  /** Absolute path of the project. */
  readonly root: string
  /** Name of the publication, shown on the portal and every brief. */
  readonly title: string
  readonly publisher: string
  /** Where the edition is on the web, without a slash at its end; null where that is not known. */
  readonly url: string | null
  /** Absolute paths. */
  readonly folders: { readonly seeds: string; readonly templates: string; readonly out: string; readonly cache: string }
  /** In the order in which they are asked. */
  readonly libraries: readonly LibraryFile[]
  readonly themes: readonly Theme[]
  readonly audiences: readonly Audience[]
  /** By name. */
  readonly charts: readonly Chart[]
  /** The themes and audiences this run is for. */
  readonly selected: { readonly themes: readonly string[]; readonly audiences: readonly string[] }
  readonly formats: readonly ('html' | 'pdf')[]
  /** Severity of a rule where it differs from the rule table. */
  readonly rules: Readonly<Record<string, Severity>>
  /**
   * Edition date, ISO 8601 (YYYY-MM-DD): SOURCE_DATE_EPOCH, else `date` in briefwright.yml, else that of the newest commit
   * that changed seeds; null where none of these is known, and the newest seed's own date counts.
   */
  readonly date: string | null
  /** The newest commit that changed seeds; null without git. */
  readonly commit: SourceCommit | null
  readonly limits: {
    readonly seedBytes: number
    /** What the parts of one seed may hold together once they are unpacked. */
    readonly unpackedBytes: number
    /** Longest time for reading one seed. */
    readonly readSeconds: number
    readonly printSeconds: number
  }
  /** How addresses are checked, where that is asked for. */
  readonly links: {
    /** Longest time for one request. */
    readonly timeoutSeconds: number
    /** Requests at the same time, to as many hosts. */
    readonly concurrency: number
    /** How long a good answer is kept; another is kept for a day at the most. */
    readonly cacheDays: number
    /** Names and IP addresses of hosts that may be asked though they are not on the public network. */
    readonly privateHosts: readonly string[]
  }
  /** Pages printed at the same time. */
  readonly jobs: number
  readonly cache: boolean
  readonly strict: boolean
}
