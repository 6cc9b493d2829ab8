/**
 * Invented documents that are as full of evidence as the paper in seeds/: money, per cent, dates, counted nouns, signed
 * papers, quotations, notes and the names of this project's themes. The same number gives the same bytes, another others.
 */
import { type Chance, createChance, makeNote, makeText, makeWords, pick, type Sentences } from './make-material.ts'

const months = 'January February March April May June July August September October November December'.split(' ')
const places = 'China|Vellmar|Kazakhstan|the free economic zone "Aurora"|Astana|the port of Lind|Beijing'.split('|')
const makers = 'the Obel Works|Karsten Timber|the harbour council|the Amsel Institute|Teck Trading'.split('|')
const goods = 'grain|sawn timber|salt|machine parts|river barges|dairy products'.split('|')
const counted = 'companies|residents|new jobs|projects|ferries|warehouses|specialists|countries'.split('|')
const limits = ['', '', '', 'more than ', 'almost ', 'about ']

/** Paginated text of at least so many bytes; `number` tells one document from another. */
export function makeEvidence(bytes: number, number: number): string {
  return makeText(bytes, createChance(12_345 + number), makeParagraph)
}

function makeParagraph(chance: Chance): Sentences {
  return Array.from({ length: 4 + Math.floor(chance() * 5) }, () => {
    const text = chance() < 0.64 ? makePlain(chance) : pick(forms, chance)(chance)
    return chance() < 0.2 ? { text, note: noteOf(whole(chance, works)) } : { text }
  })
}

/** Papers of one field cite the same works again and again. */
const works = 5000

function noteOf(work: number): string {
  return makeNote(createChance(work))
}

/** A sentence without a figure, now and then with the name of a theme. */
function makePlain(chance: Chance): string {
  const place = chance() < 0.25 ? ` in ${pick(places, chance)}` : ''
  return `${makeWords(18 + Math.floor(chance() * 26), chance)}${place} ${makeWords(3, chance).toLowerCase()}.`
}

/** Ways to state something; the first are the most common. */
const forms: readonly ((chance: Chance) => string)[] = [
  chance => `In ${time(chance)} exports of ${pick(goods, chance)} to ${pick(places, chance)} reached ${money(chance)}.`,
  chance =>
    `${makeWords(5, chance)} grew by ${percent(chance)} in ${time(chance)} and amounted to ${money(chance)}, ${makeWords(4, chance).toLowerCase()}.`,
  chance =>
    `There are ${pick(limits, chance)}${whole(chance, 400)} ${pick(counted, chance)} in ${pick(places, chance)}, which is ${1 + whole(chance, 8)}.${whole(chance, 9)} times as many as in ${year(chance)}.`,
  chance =>
    `On ${1 + whole(chance, 27)} ${pick(months, chance)} ${year(chance)} ${pick(makers, chance)} and ${pick(makers, chance)} signed a memorandum on ${pick(goods, chance)}.`,
  chance => `"${makeWords(9, chance)}," said ${pick(makers, chance)} of ${pick(places, chance)}.`,
  chance =>
    `A third of the ${pick(goods, chance)} went to ${pick(places, chance)}, where ${pick(makers, chance)} opened ${whole(chance, 30)} ${pick(counted, chance)} on an area of ${whole(chance, 900)} hectares.`,
]

function time(chance: Chance): string {
  if (chance() < 0.3) return `${pick(months, chance)} ${year(chance)}`
  return chance() < 0.3 ? `the first half of ${year(chance)}` : year(chance)
}

function year(chance: Chance): string {
  return String(2023 - whole(chance, 9))
}

function money(chance: Chance): string {
  return `${pick(limits, chance)}$${whole(chance, 900)}.${whole(chance, 9)} million`
}

function percent(chance: Chance): string {
  return `${whole(chance, 90)}.${whole(chance, 9)}%`
}

function whole(chance: Chance, most: number): number {
  return 1 + Math.floor(chance() * most)
}
