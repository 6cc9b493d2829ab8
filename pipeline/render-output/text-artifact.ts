/**
 * A file of an edition that is text, such as data for other programs, with its hash for the manifest.
 */
import { createHash } from 'node:crypto'
import type { Artifact } from '../contract/page.ts'

/** The artifact of a text in UTF-8. */
export function textArtifact(path: string, mediaType: string, text: string): Artifact {
  const bytes = Buffer.from(text, 'utf8')
  return { path, mediaType, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}
