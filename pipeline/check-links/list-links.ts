/**
 * The addresses to ask: one for each address of a work, in the order of the bibliography.
 */
import type { Bibliography } from '../contract/bibliography.ts'
import type { CheckedLink } from '../contract/links.ts'
import type { SourceQuality } from '../contract/quality.ts'
import { parseAddress } from './ask-address.ts'

/** An address before it is asked. */
export interface Link extends Pick<CheckedLink, 'workId' | 'url' | 'origin'> {
  readonly host: string
}

/** Whose addresses are asked, and what was found in them. */
export interface LinkMaterial {
  readonly bibliography: Bibliography
  readonly sources: Pick<SourceQuality, 'findings'>
}

/** Each address once; what breaks off, or cannot be followed, is left out and has been reported. */
export function listLinks({ bibliography, sources }: LinkMaterial): readonly Link[] {
  const faulty = sources.findings.flatMap(({ kind, url = '' }) =>
    kind === 'cutAddress' || kind === 'brokenAddress' ? [url] : [],
  )
  const seen = new Set(faulty)
  return bibliography.works.flatMap(({ id, csl, origins }): Link[] => {
    const [origin] = origins
    const url = csl.URL
    const parsed = url === undefined ? undefined : parseAddress(url)
    if (url === undefined || !parsed || !origin || seen.has(url)) return []
    seen.add(url)
    return [{ workId: id, url, origin, host: parsed.hostname }]
  })
}
