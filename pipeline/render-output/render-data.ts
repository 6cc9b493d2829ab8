/**
 * The files of an edition that are data: the bibliography for reference managers, the uses of works and the
 * manifest for machines.
 */
import type { Bibliography } from '../contract/bibliography.ts'
import type { Manifest } from '../contract/manifest.ts'
import type { Artifact } from '../contract/page.ts'
import type { WorkUses } from '../contract/uses.ts'
import { renderBibliography } from './render-bibliography.ts'
import { textArtifact } from './text-artifact.ts'

/** `bibliography/references.json` (CSL-JSON), `.bib` (biblatex) and `.ris`: every work of the build. */
export function renderReferences({ works }: Bibliography): readonly Artifact[] {
  const file = (extension: string, mediaType: string, format: 'csl-json' | 'biblatex' | 'ris') =>
    textArtifact(`bibliography/references.${extension}`, mediaType, renderBibliography(works, format))
  return [
    file('json', 'application/vnd.citationstyles.csl+json', 'csl-json'),
    file('bib', 'application/x-bibtex', 'biblatex'),
    file('ris', 'application/x-research-info-systems', 'ris'),
  ]
}

/** `bibliography/uses.json`: where each work is used. */
export function renderUses(uses: readonly WorkUses[]): Artifact {
  return textArtifact('bibliography/uses.json', 'application/json', `${JSON.stringify(uses, undefined, 2)}\n`)
}

/** `manifest.json`. */
export function renderManifest(manifest: Manifest): Artifact {
  return textArtifact('manifest.json', 'application/json', `${JSON.stringify(manifest, undefined, 2)}\n`)
}
