/**
 * What there is to say about notes as references and about works: notes and addresses that break off, notes that repeat
 * a lost one, works without a title, and works that look like one another. What the tree alone tells of notes has been
 * said when it was parsed.
 */
import type { VFileMessage } from 'vfile-message'
import { createMessage } from '../diagnostics/create-message.ts'
import { describeBreak } from '../tree/list-notes.ts'
import type { GatheredWork } from './gather-works.ts'
import type { Reading } from './read-definitions.ts'
import type { Repetition } from './reference.ts'

/** Reports on what the notes of one document were read as. */
export function reportNotes(readings: readonly Reading[], seed: string): readonly VFileMessage[] {
  return readings.flatMap(reading => reportReading(reading, seed))
}

function reportReading({ definition, entries }: Reading, seed: string): readonly VFileMessage[] {
  const place = { file: seed, position: definition.position }
  const messages: VFileMessage[] = []
  // One that the reader of the seed saw break off has been reported.
  if (!definition.truncated && entries.some(({ truncated }) => truncated))
    messages.push(createMessage('definition-is-whole', describeBreak(definition), place))
  for (const { work, urlFault, url, unknownKey, repeats } of entries) {
    if (unknownKey !== undefined) {
      const reason = `Note ${definition.label} names ${unknownKey}, and no entry of the library has this key`
      messages.push(createMessage('library-has-key', reason, place))
    } else if (!work) {
      messages.push(createMessage('definition-is-whole', `Note ${definition.label} ${describeLost(repeats)}`, place))
    }
    if (!urlFault || !url) continue
    const fault = urlFault === 'cut' ? 'breaks off' : 'cannot be followed'
    messages.push(
      createMessage('url-is-whole', `The address in note ${definition.label} ${fault}: ${shorten(url)}`, place),
    )
  }
  return messages
}

function describeLost(repeats: Repetition | undefined): string {
  if (repeats?.of === 'author') return `repeats a work of ${repeats.family} that no note before it names`
  if (repeats?.of === 'note') return `repeats note ${repeats.note}, which names no work before it`
  return repeats?.family === undefined
    ? 'refers to a note before it whose text is lost'
    : `repeats a work of ${repeats.family} that the note before it does not name`
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
