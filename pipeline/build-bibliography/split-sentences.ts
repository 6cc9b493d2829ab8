/**
 * Splits text at the full stops that end an area or a title, not at those of initials and abbreviations.
 */

const abbreviation =
  /(?:^|[\s(.«"„-])(?:т|ч|вып|изд|ред|сост|нац|стат|ком|респ|рос|гос|дис|канд|экон|юрид|полит|ист|техн|филол|социол|пед|д-р|гг|им|ст|с|под|отв|науч|пер|акад|проф|авт|спец|обл|р|оз|вестн|гидрол|о-ва|ун-та|ин-та|сер|зап|изв|междунар|респ|бел|белорус|лит|о|л|кн|конф|всерос|обществ|учеб|табл|рис|англ|нем|фр|франц|исп|итал|яп|кит|белорус|пол|польск|укр|лат|гл|см|ср|разд|прил|fig|tab|abb|kap|anm|chap|ch|art|para|paras|sec|no|nos|vol|vols|ed|eds|edn|univ|p|pp|dr|st|nr|bd|hrsg|hg|aufl|verb|erw|überarb|durchges|jg|diss|phil|éd|dir|trad|coll|préf|rev|augm|corr|ca|vgl|bzw|jh|ff|v|u|intern|proc|conf|int|янв|февр|апр|авг|сент|окт|нояб|дек|jan|feb|febr|apr|aug|sept|oct|okt|nov|dec|dez|janv|févr|juill|déc|t|vs|inc|ltd|co|jr|u\.s|a)\.$/iu
const year = /(?<!\d{4}\s|-)(?<![\p{L}\d])г\.$/u
const initial = /(?:^|[\s(.«"-])\p{Lu}\p{Ll}?\.$/u
/** `der 4. Tagung` */
const ordinal = /(?<!\p{L})(?:der|die|das|dem|den|des|zur|zum|am|vom|im)\s\d{1,3}\.$/u
const opening = /[\p{Lu}\d№"«„“‘'([\p{Lo}\uE001\uE010\uE011]/u

/** The sentences of `text`, each with its stop; a question mark inside a title ends none unless `questions`. */
export function splitSentences(text: string, questions = false): readonly string[] {
  const sentences: string[] = []
  let start = 0
  for (const match of text.matchAll(/[.!?](?=\s)|[.!?]["”»“](?=\s)/gu)) {
    if (match[0] !== '.' && !questions && !/^[.]/u.test(match[0]) && /^[?!]$/u.test(match[0])) continue
    const end = match.index + match[0].length
    const next = text
      .slice(end, end + 4)
      .trimStart()
      .charAt(0)
    if (next !== '' && !opening.test(next) && !/^(?:vol|no|pp?|т|с|вып|ч)\./u.test(text.slice(end, end + 12).trim()))
      continue
    const last = text.slice(Math.max(start, end - 14), end)
    if (
      match[0] === '.' &&
      (abbreviation.test(last) ||
        year.test(last) ||
        initial.test(last) ||
        ordinal.test(last) ||
        /^\s*\d{1,3}\.$/u.test(text.slice(start, end)))
    )
      continue
    sentences.push(text.slice(start, end).trim())
    start = end
  }
  const tail = text.slice(start).trim()
  if (tail !== '') sentences.push(tail)
  return sentences
}
