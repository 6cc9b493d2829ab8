/**
 * Words by which a figure is kept out of a chart, or kept from being given to a member of the theme: data for
 * attribute-figure.ts and choose-rows.ts. English is worked out; of Russian there are the commonest.
 */

/** What is planned, expected or only possible; a * stands for any ending. */
export const plannedWords = [
  'will, would, shall, should, could, can, may, might, is to, are to, was to, were to, going to, plan, plans, planned, planning, intend*, expect*',
  'forecast*, projected, target*, aim*, anticipate*, envisage*, scheduled, potential*, possible, agreed to, hope*, estimated',
  'план*, ожида*, намер*, прогноз*, будет, будут, составит, составят, достигнет, предполага*, должн*, может, могут, сможет',
]

/** What makes a figure a part of the one before it, or one more. */
export const partWords = [
  'of which, of whom, of them, of these, among them, among these, among which, including, from which',
  'another, additional, additionally, extra, respectively',
  'из них, из которых, в том числе, включая, ещё, еще, дополнительно, соответственно',
]

/** Marks of a company: a sentence with one speaks of that company. */
export const legalForms = [
  'LLC, LLP, JSC, OJSC, CJSC, PJSC, Ltd, Limited, Inc, Corp, Corporation, Company, GmbH, AG, PLC, SpA, BV, NV, KG',
  'ООО, ОАО, ЗАО, ПАО, АО, ОДО, ИП, УП, РУП',
]

/** Words that open a sentence and name nobody. */
export const openers = [
  'a, about, after, all, along, also, although, among, an, and, another, as, at, because, before, besides, between, both, but',
  'by, compared, during, each, earlier, every, finally, first, following, for, from, further, given, here, how, however, if',
  'in, into, it, its, just, last, later, many, meanwhile, more, moreover, most, nearly, next, no, now, of, on, once, one, only',
  'or, other, our, over, overall, recently, second, since, so, some, still, such, that, the, their, then, there, these, they',
  'third, this, those, though, through, thus, to, today, together, total, two, under, until, up, we, what, when, where, which',
  'while, with, within, yet, according, additionally, alongside, apart, consider, currently, despite, initially, let, look',
  'notably, note, previously, recall, see, specifically, take, thanks, traditionally, unlike, usually',
  'а, более, в, во, всего, для, до, за, и, из, из-за, к, как, на, но, о, об, общий, объем, объём, около, от, по, при, с, свыше',
  'со, также, так, только, у, что, это, эта, эти, этот',
]

/** Words of a subject that say nothing of what is measured. */
export const emptyWords = [
  'a, an, the, of, in, on, to, for, by, with, from, between, and, at, its, their, this, that, these, total, overall, volume',
  'amount, value, level, size, figure, sum, whole, entire',
  'в, во, и, на, с, со, из, по, для, между, от, к, общий, общая, общее, объем, объём, сумма, размер, величина',
]

/** Matches any phrase of a table in lower-case text. */
export function phrasePattern(table: readonly string[]): RegExp {
  const phrases = listWords(table).map(phrase => phrase.replace(/\*/gu, '\\p{L}*'))
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrases.join('|')})(?![\\p{L}\\p{N}])`, 'u')
}

/** The words and phrases of a table. */
export function listWords(table: readonly string[]): readonly string[] {
  return table.flatMap(line => line.split(/,\s*/u))
}
