/**
 * Says in words where works are used, for people who weigh what the withdrawal of a source would mean.
 */
import type { BriefOfUse, PlaceOfUse, WorkUses } from './contract/uses.ts'
import { placeIn } from './diagnostics/report-messages.ts'

/** Lines on one work: the sentences that cite it, and the briefs. */
export function explainUses({ workId, title, url, notes, places, briefs }: WorkUses): string {
  return `${[
    workId,
    ...(title === null ? [] : [`  ${title}`]),
    ...(url === null ? [] : [`  ${url}`]),
    `  named in ${count(notes.length, 'note')}: ${notes.map(({ note, seed }) => `${note} of ${seed}`).join(', ')}`,
    `  cited at ${count(places.length, 'place')}${places.length > 0 ? ':' : ''}`,
    ...places.flatMap(describePlace),
    briefs.length === 0 ? '  no brief uses it' : `  used by ${count(briefs.length, 'brief')}:`,
    ...briefs.map(describeBrief),
  ].join('\n')}\n`
}

/** A line for each work. */
export function listUses(works: readonly WorkUses[]): string {
  const width = Math.max(...works.map(({ workId }) => workId.length), 0)
  return works
    .map(({ workId, title, url, places, briefs }) => {
      const counts = `${count(places.length, 'place')}, ${count(briefs.length, 'brief')}`
      return `${workId.padEnd(width)}  ${counts.padEnd(22)}  ${title ?? url ?? ''}\n`
    })
    .join('')
}

function describePlace({ seed, line, column, note, locator, sentence }: PlaceOfUse): readonly string[] {
  const at = `    ${placeIn(seed, line, column)}, note ${note}${locator ? `, ${locator.label} ${locator.value}` : ''}`
  return sentence === null ? [at] : [at, `      ${sentence}`]
}

function describeBrief({ brief, places, parts }: BriefOfUse): string {
  const inParts = Object.entries(parts).map(([part, number]) => `${part} ${number}`)
  return `    ${brief}: ${count(places, 'place')} (${inParts.join(', ')})`
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
