/**
 * What is new, changed or gone against the edition before. Building the same inputs again is no new edition: it keeps
 * what was said when these inputs were first built, so that the same input gives the same bytes.
 */
import type { Changes, Manifest } from '../contract/manifest.ts'

type Edition = Pick<Manifest, 'date' | 'inputs' | 'outputs'>

/** Changes of the published files; the portal and the manifest themselves are not counted. */
export function compareEditions(now: Edition, before: Manifest | undefined): Changes {
  if (!before) return { first: true, since: null, entries: [] }
  const old = new Map(before.outputs.map(({ path, sha256 }) => [path, sha256]))
  const kept = new Set(now.outputs.map(({ path }) => path))
  const entries = [
    ...now.outputs.flatMap(({ path, sha256 }) => {
      const was = old.get(path)
      if (was === sha256) return []
      return [{ path, what: was === undefined ? ('new' as const) : ('changed' as const) }]
    }),
    ...before.outputs.flatMap(({ path }) => (kept.has(path) ? [] : [{ path, what: 'removed' as const }])),
  ]
  return entries.length === 0 ? before.changes : { first: false, since: before.date, entries }
}
