/**
 * English function words and word forms: where a noun phrase ends, which words are verbs, what a plural looks like.
 */
import { wordSet } from '../phrases.ts'
import type { GrammarWords } from './language.ts'

const finiteVerbs = wordSet(
  'is are was were be been being has have had do does did will would shall should can could may might must',
  'amounted amounts equaled equals equalled reached reaches exceeded exceeds totaled totalled totals made makes',
  'increased grew grows rose rises fell falls declined declines decreased decreases dropped doubled tripled',
  'accounted accounts accounting stood stands became becomes remained remains includes included comprises comprised consists consisted',
  'employs employed employ created creates generated generates provided provides supplied exported imported produced produces',
  'attracted attracts invested invests plans planned intends expects covers covered cover operates operate operated worked',
  'signed sold bought received took held live lives lived studied expressed participated participate joined',
  'ranked ranks rank contains expanded opened earned spent carried served serves serve hosts hosted houses passed',
)

const irregularPlurals = wordSet(
  'people men women children personnel staff cattle livestock police aircraft spacecraft head species fish sheep poultry',
  'media data criteria alumni feet teeth crew servicemen businessmen entrepreneurs countrymen spokesmen',
  'workforce policemen craftsmen vehicles phenomena curricula spectra nuclei fungi bacteria workshops premises series',
)

const notPlurals = wordSet(
  'this has was is its as his hers us yes thus less plus versus besides perhaps always sometimes across towards whereas',
  'business process progress access address class glass gas bus basis analysis crisis campus status bonus virus species',
  'various previous numerous serious famous religious continuous ambitious precious enormous anonymous does goes alias',
  'belarus cyprus minus express press success mass loss cross wireless stainless business-class texas paris christmas news',
)

export const grammar: GrammarWords = {
  definite: wordSet('the these those both either all'),
  determiners: wordSet('these those the such all its their our his her them whom which each'),
  phraseEnds: wordSet(
    'of in on at for with by from to into onto about over under between among across through during since until than as per against',
    'within without via towards toward around near after before beyond including excluding',
    'that which who whom whose where when while if because although though but so nor yet however',
    'a an the this these those its their our his her my your it they we he she you i them us not no',
    'now already also currently only just still even today yet then there here alone each both',
    'more-than almost nearly worth',
  ),
  finiteVerbs,
  irregularPlurals,
  pluralModifiers: wordSet(
    'sales sports goods systems arms customs savings communications operations logistics economics physics mathematics',
    'electronics genetics robotics statistics politics women men services works human-resources metals plastics fuels seafood',
  ),
  notPlurals,
  idiomNouns: wordSet('sides side parties hands hand ways way another other others thing things day fronts'),
  goals: wordSet('task goal aim objective target ambition'),
  only: wordSet('only'),
  tops: wordSet('top first last next previous past every each another other same'),
  pronouns: wordSet('which whom them these those'),
  partitives: wordSet('of'),
  populations: new Map([['population', 'people']]),
  countHeads: wordSet('number amount quantity total count growth increase'),
  genericAmounts: wordSet('a an the total sum amount equivalent average maximum minimum record or and'),
  amountNouns: wordSet(
    'rate turnover total capacity area number population amount workforce maximum minimum average staff enrolment',
  ),
  labels: wordSet(
    'no nos number article articles section sections chapter chapters page pages volume vol figure fig table tables item',
    'street avenue building block room apartment route highway road line flight gate platform track unit site sites phase stage',
    'level type class category grade version level part paragraph clause annex appendix directive decree resolution order',
    'act law regulation form step lot plot channel area region zone group team school district covid model series chapter p pp issue',
    'reactor turbine formula division battalion regiment unit shop pavilion hall box post window windows',
  ),
  series: wordSet(
    'century centuries anniversary birthday session meeting edition congress conference forum floor grade amendment time',
    'avenue street army division day year month week quarter half decade summit plenum convocation round stage place degree',
    'generation person party parties country countries world step one lady minister secretary january february march april may',
    'june july august september october november december exhibition festival olympiad championship class',
  ),
  rankVerbs: wordSet('rank ranks ranked ranking placed came comes come finished finishes slipped moved climbed'),
  among: wordSet('among amongst of in'),
  place: wordSet('place position rank'),
  future: wordSet(
    'will would shall plan plans planned planning planed expected expects expect intend intends intended scheduled envisages',
    'envisaged can could may might should projected forecast forecasts expects aims going estimated future target targets',
  ),
  present: wordSet('today now currently nowadays presently'),
  pastVerbs: wordSet(
    'was were did had grew rose fell took held made stood became sold bought spent won led went came gave saw ran began brought',
    'built got kept left lost met paid put read said sent set told thought cost hit cut',
  ),
  pastSuffix: /\p{Ll}{2,}ed$/u,
  perfect: wordSet('has have'),
  anaphoricSubjects: wordSet('this it these they their its'),
  subjectOpeners: wordSet(
    'and but also so thus however moreover specifically besides recall note that then in at by for since from to as with on',
    'according following during over after before today now currently this year here there of',
  ),
  relatives: wordSet('which that who whom whose where when while because although if but'),
  worth: wordSet('worth'),
  infinitives: wordSet('to'),
  cases: false,
  capitalNouns: false,
  pastIsFinite: false,
  goalVerbs: /^\b$/u,
  plural: pluralOf,
  isPlural: word => irregularPlurals.has(word) || (/[^sui']s$/u.test(word) && word.length > 3 && !notPlurals.has(word)),
}

function pluralOf(noun: string): string {
  if (irregularPlurals.has(noun)) return noun
  if (/(?:s|x|z|ch|sh)$/u.test(noun)) return `${noun}es`
  if (/[^aeiou]y$/u.test(noun)) return `${noun.slice(0, -1)}ies`
  return `${noun}s`
}
