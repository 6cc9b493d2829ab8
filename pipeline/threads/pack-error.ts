/**
 * Brings an error from one thread to another: a message keeps no class, and a ConfigError would come out as a fault of the
 * program itself. Both threads of a kind need it.
 */
import { ConfigError, type ConfigErrorCode } from '../diagnostics/config-error.ts'

/** An error as a message can hold it. */
export type PackedError =
  | { readonly code: ConfigErrorCode; readonly reason: string; readonly place?: string; readonly remedy?: string }
  | { readonly fault: unknown }

/** What the other thread makes the same error of; a ConfigError loses its cause. */
export function packError(error: unknown): PackedError {
  if (!(error instanceof ConfigError)) return { fault: error }
  const { code, message: reason, place, remedy } = error
  return { code, reason, ...(place === undefined ? {} : { place }), ...(remedy === undefined ? {} : { remedy }) }
}

/** The error that was packed. */
export function unpackError(packed: PackedError): unknown {
  if ('fault' in packed) return packed.fault
  const { code, reason, ...details } = packed
  return new ConfigError(code, reason, details)
}
