/**
 * out/manifest.json: what an edition was made from and what it holds, for machines.
 */
import type { Severity } from './config.ts'
import type { Correction } from './overlay.ts'

/** A file by its hash. */
export interface ManifestFile {
  readonly path: string
  /** In hexadecimal. */
  readonly sha256: string
  readonly bytes: number
  /** Of a PDF. */
  readonly pages?: number
}

/** What differs from the edition before. */
export interface Changes {
  /** Whether there was no edition before. */
  readonly first: boolean
  /** The date of the edition before; null where it has none, or there was none. */
  readonly since: string | null
  readonly entries: readonly { readonly path: string; readonly what: 'new' | 'changed' | 'removed' }[]
}

/** How often a rule was broken. */
export interface RuleCount {
  readonly rule: string
  readonly severity: Severity
  readonly count: number
  readonly help: string
}

/** One thing that an overlay changed in a seed. */
export interface ManifestCorrection {
  readonly seed: string
  readonly overlay: string
  readonly kind: Correction['kind']
  readonly line: number
  readonly from?: string
  readonly to?: string
  readonly note?: string
  readonly why?: string
}

export interface Manifest {
  /** Tells a folder that Briefwright may replace from any other with a manifest.json in it. */
  readonly generator: 'briefwright'
  readonly title: string
  readonly date: string | null
  readonly inputs: readonly ManifestFile[]
  /** What overlays changed, in the order of the seeds. */
  readonly corrections: readonly ManifestCorrection[]
  /** Every published file but the portal and this manifest. */
  readonly outputs: readonly ManifestFile[]
  readonly messages: readonly RuleCount[]
  readonly changes: Changes
}
