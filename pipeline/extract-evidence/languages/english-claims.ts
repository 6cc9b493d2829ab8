/**
 * English words that decide whether two figures speak of the same thing: words that say nothing of what is measured,
 * and words that set one thing apart from another of its name.
 */
import { phraseTable, wordSet } from '../phrases.ts'
import type { ClaimWords } from './claim-table.ts'

/** The words of a line stand for the word before it. */
function synonyms(source: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(source).flatMap(([name, words]) => words.split(' ').map(word => [word, name] as const)))
}

export const claims: ClaimWords = {
  generics: wordSet(
    'total overall whole entire all sum amount amounts volume volumes value level size number numbers count figure figures quantity',
    'turnover rate rates growth result results indicator indicators data statistics period year years equivalent worth some',
    'is are was were be been being has have had having do does did there it its their this that these those such',
    'amounted amounts equaled equals equalled reached reaches reaching exceeded exceeds exceeding totaled totalled totals totalling',
    'made makes accounted accounts accounting stood stands became becomes remained remains comprised comprises numbered numbers',
    'recorded registered estimated put came comes hit hits ended already currently now today also only just still about around',
    'said reported noted stressed announced stated added according compared which who whom where when while as well more than up to',
  ),
  contrasts: wordSet(
    'other another others remaining rest additional extra further new old former net gross average mean median minimum maximum',
    'daily weekly monthly quarterly annual annually yearly per each every capita domestic foreign internal external public private',
    'state direct indirect male female men women boys girls urban rural local national regional global northern southern eastern',
    'western north south east west upper lower inner outer early late primary secondary next last initial final whole half',
    'main auxiliary winter summer day night same own excluding except without record peak lowest highest largest smallest',
  ),
  denials: wordSet('not no never neither nor if unless whether instead hardly without versus'),
  parts: phraseTable({
    part: 'including|of which|of whom|of them|of these|among them|among which|in particular|especially',
  }),
  vague: wordSet('people persons person'),
  ends: wordSet('end close'),
  synonyms: synonyms({
    employees: 'workers staff personnel employed employs employ employees workforce',
    produce: 'produced produces produce manufactured gathered harvested brought output production',
    serve: 'served serves handled handles',
  }),
  falls: wordSet(
    'fell fall falls fallen falling decline declined declines declining decrease decreased decreases decreasing drop dropped drops',
    'reduced reduce reduces reduction shrank shrunk lost less fewer lower down cut slower contracted',
  ),
}
