/**
 * What the user's configuration, command line or project folder got wrong: one sentence that names the file and the
 * place. The CLI prints it without a stack trace and exits with 2.
 */

/** Codes are stable: scripts may test for them. */
export type ConfigErrorCode =
  | 'config-not-found'
  | 'config-unreadable'
  | 'config-syntax'
  | 'config-invalid'
  | 'unknown-theme'
  | 'unknown-audience'
  | 'unknown-work'
  | 'work-ambiguous'
  | 'template-broken'
  | 'template-missing'
  | 'style-broken'
  | 'file-not-found'
  | 'browser-missing'
  | 'out-unwritable'
  | 'no-edition'
  | 'seeds-missing'
  | 'wrong-usage'

/** A mistake in what the user decides, as opposed to what the seeds hold. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly code: ConfigErrorCode
  /** File and line, such as `briefwright.yml:12:5`, and the key's path where there is one. */
  readonly place: string | undefined
  /** What to do about it. */
  readonly remedy: string | undefined

  constructor(
    code: ConfigErrorCode,
    reason: string,
    details: { readonly place?: string; readonly remedy?: string; readonly cause?: unknown } = {},
  ) {
    super(reason, details.cause === undefined ? undefined : { cause: details.cause })
    this.code = code
    this.place = details.place
    this.remedy = details.remedy
  }
}
