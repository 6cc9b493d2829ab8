/**
 * English words for dates, periods and the ways a sentence refers to them.
 */
import { phraseTable, wordMap, wordSet } from '../phrases.ts'
import type { Edge, RelativeYear, TimeRole, TimeWords } from './language.ts'

export const times: TimeWords = {
  months: wordMap({
    1: 'january jan',
    2: 'february feb',
    3: 'march mar',
    4: 'april apr',
    5: 'may',
    6: 'june jun',
    7: 'july jul',
    8: 'august aug',
    9: 'september sept sep',
    10: 'october oct',
    11: 'november nov',
    12: 'december dec',
  }),
  doubtfulMonths: wordSet('may march mar jan sep dec'),
  seasons: new Map([
    ['spring', [3, 5]],
    ['summer', [6, 8]],
    ['autumn', [9, 11]],
    ['fall', [9, 11]],
  ]),
  edges: phraseTable<Edge>({
    start: 'the beginning of|beginning of|the start of|start of|early|the early|the first days of|the turn of',
    middle: 'the middle of|middle of|mid',
    end: 'the end of|end of|late|the last days of|the close of|the very end of',
  }),
  edgePrefixes: new Map<string, Edge>([
    ['early', 'start'],
    ['mid', 'middle'],
    ['late', 'end'],
  ]),
  relativeYears: phraseTable<RelativeYear>({
    0: 'this year|the current year|current year|the year|the same year|the full year|the whole year|that year|this same year|the reporting year',
    '-1': 'last year|the last year|the past year|past year|the previous year|previous year|the preceding year|a year earlier|the year before|a year ago|the prior year',
    1: 'next year|the next year|the coming year|the following year|the upcoming year',
  }),
  anaphors: phraseTable({
    same: 'this period|that period|the same period|the specified period|the reporting period|the period|this time|that time|this month|the same month|that month',
  }),
  roles: phraseTable<TimeRole>({
    comparison:
      'than|to the corresponding period|to the same period|to the level|below that of|above that of|of its level|of the level|of the figure|of the figures|of those|that of|those of|last seen|beside|compared to|compared with|comparison with|comparison to|versus|vs|vs .|against|relative to|up from|down from|as compared to|as compared with|contrast to',
    until: 'until|till|through|before|up to|prior to|valid to',
    since: 'since|after',
    status: 'as of|by|as at',
  }),
  roleGaps: wordSet(
    'the in during for at on of to with same corresponding period time as level figure figures result results that those by months',
  ),
  prepositions: wordSet(
    'in of by since until till from for during through before after between to and or over the as at on early late mid per within throughout',
  ),
  during: wordSet('in during over for'),
  of: wordSet('of in'),
  from: wordSet('from between'),
  to: wordSet('to through and till until'),
  starting: wordSet('starting beginning effective'),
  scope: wordSet('for programme program strategy plan'),
  steps: wordSet('on'),
  outcomes: wordSet(
    'results result outcome outcomes figures data end beginning start middle close quarter half months month period year total',
  ),
  yearNouns: wordSet('year years'),
  monthNouns: wordSet('month months'),
  quarterNouns: wordSet('quarter quarters'),
  halfNouns: wordSet('half'),
  halfYears: phraseTable({ 'half year': 'half year|half-year|half a year|half of the year' }),
  tenDays: phraseTable({ decade: 'decade|ten days|10 days|ten-day period' }),
  spanNouns: wordSet(
    'years months weeks days quarters decades centuries year month week decade century day hour hours',
  ),
  longSpans: wordMap({ 10: 'decade', 100: 'century', 1000: 'millennium' }),
  spanDeterminers: wordSet('last past next previous coming recent following preceding upcoming nearest first'),
  ago: wordSet('ago earlier later'),
}
