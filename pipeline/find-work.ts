/**
 * Finds the work that a user means by a few words: its identifier, or part of its identifier, title or address.
 */
import type { WorkUses } from './contract/uses.ts'
import { ConfigError } from './diagnostics/config-error.ts'

type Named = Pick<WorkUses, 'workId' | 'title' | 'url'>

/** The one work that `words` mean; throws a ConfigError that lists the works where it is none or several. */
export function findWork<Work extends Named>(words: string, works: readonly Work[]): Work {
  const wanted = plain(words)
  const exact = works.filter(work => namesOf(work).includes(wanted))
  const found =
    exact.length > 0 || wanted === '' ? exact : works.filter(work => namesOf(work).some(name => name.includes(wanted)))
  const [work] = found
  if (work && found.length === 1) return work
  if (work) {
    throw new ConfigError('work-ambiguous', `“${words}” fits ${found.length} works`, {
      remedy: `Name one of them by its id: ${list(found)}.`,
    })
  }
  const near = findNear(wanted, works)
  throw new ConfigError('unknown-work', `No work is named “${words}”`, {
    remedy:
      near.length > 0
        ? `Did you mean ${list(near)}?`
        : 'inspect bibliography lists all works with their ids and titles.',
  })
}

/** How many works a message names. */
const mostListed = 10

function list(works: readonly Named[]): string {
  const shown = works.slice(0, mostListed).map(({ workId, title, url }) => `${workId} (${shorten(title ?? url ?? '')})`)
  const rest = works.length - shown.length
  return `${shown.join(', ')}${rest > 0 ? `, and ${rest} more` : ''}`
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text
}

/** What a work may be called, in letters and digits alone. */
function namesOf({ workId, title, url }: Named): readonly string[] {
  return [workId, title ?? '', url ?? ''].map(plain).filter(name => name !== '')
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/u, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

/** The works that share most with the words, three at the most: a letter may be wrong, or a word. */
function findNear<Work extends Named>(wanted: string, works: readonly Work[]): readonly Work[] {
  const pieces = piecesOf(wanted)
  if (pieces.length === 0) return []
  return works
    .map(work => {
      const own = new Set(namesOf(work).flatMap(piecesOf))
      return { work, share: pieces.filter(piece => own.has(piece)).length / pieces.length }
    })
    .filter(({ share }) => share >= 0.4)
    .toSorted((left, right) => right.share - left.share)
    .slice(0, 3)
    .map(({ work }) => work)
}

/** Every three letters in a row. */
function piecesOf(text: string): readonly string[] {
  const letters = [...text]
  return letters.slice(2).map((letter, index) => `${letters[index]}${letters[index + 1]}${letter}`)
}
