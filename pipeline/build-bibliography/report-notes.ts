/**
 * What there is to say about notes and works: lost and uncalled notes, notes and addresses that break off, works without
 * a title, and works that look like one another.
 */
import type { VFileMessage } from 'vfile-message'
import { createMessage } from '../diagnostics/create-message.ts'
import { formatRanges } from '../tree/format-ranges.ts'
import type { GatheredWork } from './gather-works.ts'
import type { Reading } from './read-definitions.ts'
import type { Notes } from './read-notes.ts'

/** Reports on the notes of one document. */
export function reportNotes(notes: Notes, readings: readonly Reading[], seed: string): readonly VFileMessage[] {
  return [
    ...reportLost(notes, seed),
    ...readings.flatMap(reading => reportReading(reading, seed)),
    ...reportUncalled(notes, seed),
  ]
}

/** One message for all lost notes of a seed, at the first marker. */
function reportLost(notes: Notes, seed: string): readonly VFileMessage[] {
  const defined = new Set(notes.definitions.filter(({ text }) => text !== '').map(({ identifier }) => identifier))
  const lost = notes.markers.filter(({ identifier }) => !defined.has(identifier))
  const [first] = lost
  if (!first) return []
  const identifiers = new Map(lost.map(({ identifier, label }) => [identifier, label]))
  const ranges = formatRanges([...identifiers.values()])
  const reason =
    identifiers.size === 1
      ? `Note ${ranges} has no text in the seed`
      : `${identifiers.size} notes have no text in the seed: ${ranges}`
  return [createMessage('footnote-is-defined', reason, { file: seed, position: first.position })]
}

function reportReading({ definition, entries }: Reading, seed: string): readonly VFileMessage[] {
  const place = { file: seed, position: definition.position }
  const messages: VFileMessage[] = []
  if (entries.some(({ truncated }) => truncated)) {
    const reason = `Note ${definition.label} breaks off: “…${ending(definition.text)}”`
    messages.push(createMessage('definition-is-whole', reason, place))
  }
  for (const { work, urlFault, url } of entries) {
    if (!work) {
      const reason = `Note ${definition.label} refers to a note before it whose text is lost`
      messages.push(createMessage('definition-is-whole', reason, place))
    }
    if (!urlFault || !url) continue
    const fault = urlFault === 'cut' ? 'breaks off' : 'cannot be followed'
    messages.push(
      createMessage('url-is-whole', `The address in note ${definition.label} ${fault}: ${shorten(url)}`, place),
    )
  }
  return messages
}

function reportUncalled(notes: Notes, seed: string): readonly VFileMessage[] {
  const called = new Set(notes.markers.map(({ identifier }) => identifier))
  return notes.definitions
    .filter(({ identifier, repeated }) => !repeated && !called.has(identifier))
    .map(({ label, position }) =>
      createMessage('footnote-is-cited', `No marker in the text calls note ${label}`, { file: seed, position }),
    )
}

/** Reports works whose notes print no title that could be read. */
export function reportTitles(works: readonly GatheredWork[]): readonly VFileMessage[] {
  return works
    .filter(({ fields }) => fields.title === undefined)
    .map(({ note, origins, raw }) =>
      createMessage('work-has-title', `No title could be read from note ${note}: “${shorten(raw[0] ?? '')}”`, {
        file: origins[0]?.seed ?? '',
        position: origins[0]?.position,
      }),
    )
}

/** Reports pairs of works that may be one. */
export function reportLookalikes(pairs: readonly (readonly [GatheredWork, GatheredWork])[]): readonly VFileMessage[] {
  return pairs.map(([first, second]) => {
    const where = first.origins[0]?.seed === second.origins[0]?.seed ? '' : ` of ${first.origins[0]?.seed}`
    const reason = `The work in note ${second.note} may be the one in note ${first.note}${where}: “${shorten(second.fields.title ?? '')}”`
    return createMessage('work-is-unique', reason, {
      file: second.origins[0]?.seed ?? '',
      position: second.origins[0]?.position,
    })
  })
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79).trimEnd()}…` : text
}

function ending(text: string): string {
  return text.length > 40 ? text.slice(-40).trimStart() : text
}
