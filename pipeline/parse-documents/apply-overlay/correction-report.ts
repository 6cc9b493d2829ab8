/**
 * What every kind of correction gives back beside the text or tree it has changed.
 */
import type { VFileMessage } from 'vfile-message'
import type { Correction } from '../../contract/overlay.ts'

/** What one kind of correction did, and which of its entries do not fit the seed. */
export interface CorrectionReport {
  readonly corrections: readonly Correction[]
  readonly messages: readonly VFileMessage[]
}
