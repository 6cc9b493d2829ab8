/**
 * What a run has made so far: first an analysis of the seeds, then an edition of briefs, and at last its files.
 */
import type { Bibliography } from './bibliography.ts'
import type { Brief } from './brief.ts'
import type { CitedDocument } from './document.ts'
import type { Evidence } from './evidence.ts'
import type { CheckedLink } from './links.ts'
import type { Artifact } from './page.ts'
import type { Passage } from './passage.ts'
import type { SourceQuality } from './quality.ts'
import type { WorkUses } from './uses.ts'

/** What the seeds hold, by theme and as data. */
export interface Analysis {
  readonly documents: readonly CitedDocument[]
  readonly bibliography: Bibliography
  readonly sources: SourceQuality
  readonly passages: readonly Passage[]
  readonly evidence: Evidence
}

/** A finished run. */
export interface Edition extends Analysis {
  readonly briefs: readonly Brief[]
  readonly uses: readonly WorkUses[]
  /** What addresses on the web answered, where they were asked. */
  readonly links?: readonly CheckedLink[]
  /** Empty after `check`, and where errors stopped the run. */
  readonly artifacts: readonly Artifact[]
  /** Whether out/ holds this edition now. */
  readonly published: boolean
}
