/**
 * Proves one page: its claims against the seeds and their files, its readings, the links of its marks, and the figures in
 * text that claims nothing.
 */
import path from 'node:path'
import type { VFileMessage } from 'vfile-message'
import type { Proof } from '../contract/proof.ts'
import { createMessage } from '../diagnostics/create-message.ts'
import type { RuleId } from '../diagnostics/rules.ts'
import { checkClaim } from './check-claim.ts'
import { checkEvidence, checkReading, type EvidenceIndex } from './check-readings.ts'
import { compareCharacters } from './compare-characters.ts'
import { findNumbers } from './find-numbers.ts'
import type { SeedIndex } from './index-seeds.ts'
import { plainText } from './normal-text.ts'
import type { Claim, ReadPage } from './shown-page.ts'

export interface PageCheck {
  readonly counts: Partial<Proof>
  readonly faults: readonly VFileMessage[]
}

/** Checks the page at `name` in out/; `file` is what messages call it. */
export function checkPage(
  name: string,
  page: ReadPage,
  pages: ReadonlyMap<string, ReadPage>,
  seeds: SeedIndex,
  evidence: EvidenceIndex,
  file: string,
): PageCheck {
  const faults: VFileMessage[] = []
  const report = (rule: RuleId, reason: string) => {
    faults.push(createMessage(rule, reason, { file }))
  }
  const counts = {
    statements: page.claims.length,
    proved: 0,
    compared: 0,
    corrected: 0,
    readings: page.readings.length,
  }
  for (const claim of page.claims.map(each => placeEvidence(each, evidence))) {
    const { compared, corrected, ...found } = proveClaim(claim, seeds)
    counts.compared += compared
    counts.corrected += corrected
    const other = checkEvidence(claim, evidence)
    if (found.fault !== undefined) report('statement-is-in-seed', found.fault)
    if (other !== undefined) report('figure-is-in-statement', other)
    if (found.fault === undefined && other === undefined) counts.proved += 1
  }
  for (const reading of page.readings) {
    const reason = checkReading(reading, page, evidence)
    if (reason !== undefined) report('reading-agrees-with-seed', reason)
  }
  for (const reason of checkLinks(name, page, pages)) report('place-is-on-source-page', reason)
  // A source page is the seed and its notes; only briefs have a frame that could say things of its own.
  if (name.startsWith('briefs/'))
    for (const words of findNumbers(page.unmarked))
      report('number-has-origin', `“${words}” stands on the page, and no mark says where it comes from`)
  for (const words of findNumbers(page.drawn.map(text => withoutFigures(text, page))))
    report('figure-is-in-statement', `“${words}” stands in a picture, and the page proves no such figure`)
  return { counts, faults }
}

/** A figure or quotation whose mark names no sentence stands in its own. */
function placeEvidence(claim: Claim, evidence: EvidenceIndex): Claim {
  if (claim.id !== claim.evidence?.id) return claim
  return { ...claim, id: evidence.get(claim.id)?.sentenceId ?? claim.id }
}

/** What a picture says, without the figures that the page shows with their statements. */
function withoutFigures(text: string, { claims }: ReadPage): string {
  const figures = claims.filter(({ evidence }) => evidence?.kind === 'figure').map(({ shown }) => plainText(shown))
  const longestFirst = [...new Set(figures)].sort((left, right) => right.length - left.length)
  return longestFirst.reduce((rest, figure) => rest.replaceAll(figure, ''), plainText(text))
}

function proveClaim(
  claim: Claim,
  seeds: SeedIndex,
): { readonly compared: number; readonly corrected: number; readonly fault?: string } {
  const found = checkClaim(claim, seeds)
  if ('reason' in found) return { compared: 0, corrected: 0, fault: found.reason }
  const { compared, corrected, fault } = compareCharacters(found)
  const counts = { compared: compared ? 1 : 0, corrected }
  if (!fault) return counts
  const { point, shown, there } = fault
  const place = `${found.text.document.seed.path}:${point.line}:${point.column}`
  return { ...counts, fault: `“${shown}” is read where the file has “${there}” at ${place}, and no overlay says so` }
}

/** Links to source pages that lead to no page, or to no place on it. */
function checkLinks(name: string, { links }: ReadPage, pages: ReadonlyMap<string, ReadPage>): readonly string[] {
  return [...new Set(links)].flatMap(href => {
    const [target = '', anchor = ''] = href.split('#')
    if (!/sources\/[^/]+\.html$/u.test(target) || /^[a-z]+:/iu.test(target)) return []
    const page = pages.get(path.posix.join(path.posix.dirname(name), decodeURI(target)))
    if (!page) return [`A mark leads to ${target}, which is not there`]
    return anchor === '' || page.ids.has(decodeURIComponent(anchor))
      ? []
      : [`A mark leads to ${href}, and the page has no such place`]
  })
}
