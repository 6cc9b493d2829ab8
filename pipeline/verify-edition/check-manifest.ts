/**
 * Holds the manifest against what is there: the seeds that the edition was made from, and the pages it lists.
 */
import type { VFileMessage } from 'vfile-message'
import type { ParsedDocument } from '../contract/document.ts'
import type { Manifest } from '../contract/manifest.ts'
import type { PublishedFile } from '../contract/proof.ts'
import { createMessage } from '../diagnostics/create-message.ts'

/** Seeds that are not as they were when the edition was made. */
export function checkInputs(
  manifest: Manifest,
  documents: readonly ParsedDocument[],
  out: string,
): readonly VFileMessage[] {
  const made = new Map(manifest.inputs.map(({ path, sha256 }) => [path, sha256]))
  const report = (reason: string) => createMessage('edition-matches-seeds', reason, { file: `${out}/manifest.json` })
  const changed = documents.flatMap(({ seed: { path, sha256 } }) => {
    if (!made.has(path)) return [report(`The edition was made without ${path}`)]
    return made.get(path) === sha256 ? [] : [report(`${path} is not the file that the edition was made from`)]
  })
  const known = new Set(documents.map(({ seed }) => seed.path))
  const gone = [...made.keys()].filter(path => isSeed(path, documents) && !known.has(path))
  return [...changed, ...gone.map(path => report(`${path}, which the edition was made from, is gone`))]
}

/** Inputs that are no seeds are the configuration, templates, overlays and libraries. */
function isSeed(path: string, documents: readonly ParsedDocument[]): boolean {
  const folder = documents[0]?.seed.path.replace(/[^/]*$/u, '') ?? ''
  return path.startsWith(folder) && /\.(?:txt|md|html?|docx|pdf)$/iu.test(path)
}

/** Pages that the manifest lists and the folder does not have. */
export function checkOutputs(
  manifest: Manifest,
  files: readonly PublishedFile[],
  out: string,
): readonly VFileMessage[] {
  const there = new Set(files.map(({ path }) => path))
  return manifest.outputs
    .filter(({ path }) => /\.(?:html|pdf)$/u.test(path) && !there.has(path))
    .map(({ path }) => createMessage('edition-is-whole', `${path} is gone`, { file: `${out}/manifest.json` }))
}
