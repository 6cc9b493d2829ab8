/**
 * Reads a finished edition back and proves it: every word that a page claims to be a seed's is looked for in the seeds,
 * every reading is made again, and every PDF is held against its page. A witness that knows the files on disk and the
 * seeds, and nothing of how the one was made from the other.
 */
import type { VFileMessage } from 'vfile-message'
import type { Config } from '../contract/config.ts'
import type { ParsedDocument } from '../contract/document.ts'
import type { Evidence } from '../contract/evidence.ts'
import type { Manifest } from '../contract/manifest.ts'
import type { Outcome } from '../contract/outcome.ts'
import type { Proof, PublishedFile } from '../contract/proof.ts'
import { checkInputs, checkOutputs } from './check-manifest.ts'
import { checkPage } from './check-page.ts'
import { checkPdf } from './check-pdf.ts'
import { indexEvidence } from './check-readings.ts'
import { indexSeeds } from './index-seeds.ts'
import { readPage } from './read-page.ts'

export interface EditionMaterial {
  readonly documents: readonly ParsedDocument[]
  /** Read anew from the documents. */
  readonly evidence: Evidence
  readonly manifest: Manifest
  readonly files: readonly PublishedFile[]
}

/** What of an edition holds; each fault is a message at the file of out/. */
export async function verifyEdition(
  { documents, evidence, manifest, files }: EditionMaterial,
  config: Config,
): Promise<Outcome<Proof>> {
  const out = outFolder(config)
  const messages: VFileMessage[] = [...checkInputs(manifest, documents, out), ...checkOutputs(manifest, files, out)]
  const seeds = indexSeeds(documents)
  const index = indexEvidence(evidence)
  const pages = new Map(
    files
      .filter(({ path }) => /^(?:briefs|sources)\/.*\.html$/u.test(path))
      .map(({ path, bytes }) => [path, readPage(Buffer.from(bytes).toString('utf8'))] as const),
  )
  const proof = {
    statements: 0,
    proved: 0,
    compared: 0,
    corrected: 0,
    readings: 0,
    prints: 0,
    printedPages: 0,
    printed: 0,
  }
  for (const [path, page] of pages) {
    const { counts, faults } = checkPage(path, page, pages, seeds, index, `${out}/${path}`)
    add(proof, counts)
    messages.push(...faults)
  }
  for (const { path, bytes } of files) {
    const page = pages.get(path.replace(/\.pdf$/u, '.html'))
    if (!path.endsWith('.pdf') || !page) continue
    const { counts, faults } = await checkPdf(page, bytes, `${out}/${path}`)
    add(proof, counts)
    messages.push(...faults)
  }
  return { value: { files: pages.size + proof.prints, ...proof }, messages }
}

function outFolder({ root, folders }: Config): string {
  return folders.out.startsWith(`${root}/`) ? folders.out.slice(root.length + 1) : folders.out
}

function add<T extends Record<string, number>>(sums: T, counts: Partial<T>): void {
  for (const [name, count] of Object.entries(counts)) Object.assign(sums, { [name]: (sums[name] ?? 0) + Number(count) })
}
