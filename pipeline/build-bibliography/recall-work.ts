/**
 * Remembers which works the notes have named, and finds the one that `ibid.`, `op. cit.` or `(n 12)` repeats.
 */
import type { GatheredWork } from './gather-works.ts'
import { plain } from './plain-fields.ts'
import type { Repetition } from './reference.ts'

/** Works that notes have named so far, the latest last. */
export interface NamedWorks {
  readonly byFamily: Map<string, GatheredWork[]>
  readonly byNote: Map<string, GatheredWork[]>
}

/** As many works of one author, or of one note, are remembered. */
const most = 20

/** Remembers that note `note` named `work`. */
export function rememberWork(work: GatheredWork, note: string, { byFamily, byNote }: NamedWorks): void {
  const add = (map: Map<string, GatheredWork[]>, key: string) => {
    map.set(key, [...(map.get(key) ?? []).filter(known => known !== work).slice(-most), work])
  }
  for (const name of namesOf(work)) add(byFamily, name)
  add(byNote, note)
}

/** The work that is repeated; undefined where no note before has named it. Title words choose among several. */
export function recallWork(
  repeats: Repetition,
  preceding: GatheredWork | undefined,
  { byFamily, byNote }: NamedWorks,
): GatheredWork | undefined {
  if (repeats.of === 'preceding') return preceding && isBy(preceding, repeats.family) ? preceding : undefined
  if (repeats.of === 'note') return byNote.get(repeats.note)?.[0]
  const works = byFamily.get(plain(repeats.family)) ?? []
  const noted = repeats.note === undefined ? [] : (byNote.get(repeats.note) ?? [])
  const inNote = noted.find(work => works.includes(work)) ?? noted[0]
  // A note that is lost, or that stands behind this one, named a work that nothing here can tell.
  if (inNote || repeats.note !== undefined) return inNote
  if (repeats.title === undefined || works.length < 2) return works.at(-1)
  const words = plain(repeats.title)
  return works.findLast(({ fields }) => plain(fields.title ?? '').startsWith(words))
}

function namesOf({ fields, entry }: GatheredWork): readonly string[] {
  const { author = entry?.fields.author ?? [], editor = [] } = fields
  return [...author, ...editor].flatMap(({ family = '', literal = '' }) => plain(family || literal) || [])
}

/** A work without names is taken for anybody's. */
function isBy(work: GatheredWork, family: string | undefined): boolean {
  const names = namesOf(work)
  return family === undefined || names.length === 0 || names.includes(plain(family))
}
