/**
 * Words by which a sentence leans on the one before it: data for stands-alone.ts. English is worked out; of Russian there
 * are the commonest connectives.
 */

/** Turns of phrase that connect to what came before, at a sentence's head. */
export const connectives = [
  'also, and, as a reminder, as a result, as far as, as for, as to, as we, at that time, at the same time',
  'besides, but, by the way, due to this, earlier, finally, for example, for instance, for reference, for this, furthermore',
  'hence, here, however, in addition, in connection, in fact, in general, in particular, in that, in this, in turn, instead',
  "later, a little later, let us, let's, moreover, note that, now, on the whole, on this, only, or, recall that, similarly, so",
  'then, there, therefore, thus, to be more, under the, with the same, with this, after all, apparently, considering',
  'given, speaking, it should, it will, first, firstly, second, secondly, third, thirdly, fourth, fifth',
  'an important detail, important detail, another interesting fact, interesting fact, an interesting fact',
  'также, кроме того, при этом, в частности, например, таким образом, однако, поэтому, кстати, напомним, отметим',
]

/** Words at a sentence's head that stand for something named before. */
export const pointers = [
  'all these, all this, another, both, he, her, his, it, its, of them, one of them, among them, other, same, she, similar',
  'so-called, such, that, the first, the former, the latter, the more so, the next, the same, the second, the third, the two, their, them',
  'these, they, this, those, этот, эта, это, эти, они, он, она',
]

/** People whom only the text before can name, unless names stand before them in the sentence itself. */
export const unnamedPeople = [
  'the parties, the sides, the partners, the two parties, the two sides, both sides, both parties',
  'the two countries, the two states, the two regions, the two cities, the two universities, the two companies, the two institutions',
  'both countries, both states, both regions, both cities, both universities, both companies',
]

/** Places and people by pronoun, late in a sentence. */
export const latePronouns = ['here, there, then, them']

/** Nouns that, with `the` and no name after them, mean one that was named before. */
export const definiteNouns = [
  'agreement, balance, center, centre, city, college, company, document, enterprise, exporter, firm, importer, institute',
  'investor, memorandum, number of residents, park, plant, product, project, region, resident, town, university, zone',
  'ministry, bank, port, factory, museum, school, hospital, village, district, province, conference, exhibition, forum',
  'meeting, event, program, programme, training, initiative, contract, treaty, protocol, investors, initiator, founder',
]

/** Flattens a table of comma-separated phrases into an alternation. */
export function alternation(lines: readonly string[]): string {
  const phrases = lines.flatMap(line => line.split(/,\s*/u))
  return phrases.sort((left, right) => right.length - left.length).join('|')
}
