/**
 * What `the company` or `the park` of a sentence can stand for, where only the text before names it: which sentences name
 * one of that kind, and where in them. Worked out for English.
 */
import { alternation } from './leaning-words.ts'
import type { NameSpan } from './name-spans.ts'
import { findNamedOne, pointsToOne, type ThemeNames, unnamedThing } from './stands-alone.ts'

/** What firms are called where their name is not used; a project and its product are a firm's. */
const firmNouns = alternation([
  'company, enterprise, exporter, firm, founder, importer, initiator, investor, plant, factory, manufacturer, producer',
  'project, resident',
])

/** Places and institutions: what is called `the park` is named with that word. */
const placeNouns = alternation([
  'bank, center, centre, city, college, district, hospital, institute, ministry, museum, park, port, province, region',
  'school, town, university, village, zone',
])

const legalForm =
  /\b(?:LLC|LLP|Ltd|Limited|PLC|[CJOP]{1,2}SC|JSC|Inc|Corp|Corporation|Company|Co\.|Holding|GmbH|AG|S\.?A\.?|N\.?V\.?|B\.?V\.?|ООО|ОАО|ЗАО|АО|ПАО)(?![\p{L}\p{N}])/u
const namedFirm = new RegExp(
  `\\b(?:${firmNouns})s? ["“«]?\\p{Lu}|^.{0,30}\\ban? (?:[\\p{L}-]+ ){0,3}(?:company|firm|enterprise|plant)\\b|\\p{Lu}[\\p{L}-]+["”»]?, an? (?:[\\p{L}-]+ ){0,2}(?:${firmNouns})`,
  'u',
)

/** A kind of thing, such as firms or parks. */
export interface Kind {
  /** Where a sentence names one. */
  readonly find: (text: string) => NameSpan | undefined
  /** Whether its name holds beyond its paragraph, as that of a park does; firms change from paragraph to paragraph. */
  readonly lasts: boolean
}

/** The kind of thing that a text speaks of without its name; undefined where it could be any. */
export function seekKind(text: string, names: ThemeNames): Kind | undefined {
  if (pointsToOne(text, names)) return { lasts: true, find: candidate => findNamedOne(candidate, names) }
  const things = text.match(new RegExp(unnamedThing, 'gu')) ?? []
  const noun = (nouns: string) =>
    things.flatMap(thing => new RegExp(`\\b(${nouns})s?$`, 'iu').exec(thing)?.[1]?.toLowerCase() ?? [])[0]
  const place = noun(placeNouns)
  if (place) {
    const spelt = place.replace(/^./u, letter => `[${letter}${letter.toUpperCase()}]`)
    return matching(
      `\\b${spelt}s? (?:of )?(?:["“«][^"”»]+["”»]|\\p{Lu}[\\p{L}-]*)|(?!${determiners})\\b(?:\\p{Lu}[\\p{L}’'-]*["”»]? )+${spelt}\\b(?: ["“«][^"”»]+["”»])?`,
      true,
    )
  }
  const isMany = things.some(thing => new RegExp(`\\b(?:${firmNouns})s$`, 'iu').test(thing))
  if (isMany) return matching(`\\b(?:${firmNouns.replaceAll('y|', '(?:y|ies)|')})s?\\b(?<=s)`, false)
  return noun(firmNouns)
    ? matching(`(?:${legalForm.source})(?: ["“«][^"”»]+["”»])?|${namedFirm.source}`, false)
    : undefined
}

/** `This university` has no name. */
const determiners = '(?:Another|Each|Every|Its|One|Such|That|The|Their|These|This|Those) '

function matching(source: string, lasts: boolean): Kind {
  const pattern = new RegExp(source, 'u')
  return {
    lasts,
    find: text => {
      const match = pattern.exec(text)
      return match ? { start: match.index, end: match.index + match[0].length } : undefined
    },
  }
}
