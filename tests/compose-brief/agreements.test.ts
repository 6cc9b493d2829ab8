import { describe, expect, it } from 'vitest'
import { groupAgreements } from '../../pipeline/compose-brief/group-agreements.ts'
import type { Event } from '../../pipeline/contract/evidence.ts'

let count = 0

/** An agreement of Chile and Peru of May 2022, unless told otherwise. */
function agreement(fields: Partial<Event>): Event {
  count += 1
  const point = { line: 1, column: 1 }
  return {
    id: `a${count}`,
    paragraphId: 'p1',
    sentenceId: `p1.${count}`,
    sentence: 'Words.',
    origin: { seed: 'seeds/a.md', position: { start: point, end: point } },
    kind: 'agreement',
    date: { iso: '2022-05', text: 'May 2022', basis: 'sentence' },
    parties: ['Chile', 'Peru'],
    instrument: 'treaty',
    status: 'signed',
    ...fields,
  }
}

describe('the statements of one paper', () => {
  it.each<[string, Partial<Event>]>([
    ['the same words again', {}],
    ['parties in another order, the paper with a capital', { parties: ['Peru', 'Chile'], instrument: 'Treaty' }],
    ['a subject told in one place only', { subject: 'on mining' }],
  ])('are one row: %s', (_, fields) => {
    const list = [agreement({}), agreement(fields)]
    expect(groupAgreements(list)).toEqual([list])
  })

  it.each<[string, Partial<Event>, Partial<Event>]>([
    ['another month', {}, { date: { iso: '2022-06', text: 'June', basis: 'sentence' } }],
    ['another party', {}, { parties: ['Chile', 'Bolivia'] }],
    ['one party more', {}, { parties: ['Chile', 'Peru', 'Bolivia'] }],
    ['another kind of paper', {}, { instrument: 'protocol' }],
    ['another subject', { subject: 'on mining' }, { subject: 'on fishing' }],
    ['one party only', { parties: ['Chile'] }, { parties: ['Chile'] }],
    ['two papers of one sentence', { sentenceId: 'p9.1' }, { sentenceId: 'p9.1' }],
  ])('stay apart: %s', (_, left, right) => {
    const list = [agreement(left), agreement(right)]
    expect(groupAgreements(list)).toEqual(list.map(item => [item]))
  })

  it('never join without a date', () => {
    const { date: _, ...undated } = agreement({})
    const list = [undated, { ...undated, sentenceId: 'p2.1' }]
    expect(groupAgreements(list)).toEqual(list.map(item => [item]))
  })
})
