/** Rows of a figures table that stand together. */
import { expect, test } from 'vitest'
import { joinRows } from '../../pipeline/compose-brief/join-rows.ts'
import type { FigureRow } from '../../pipeline/contract/figure-view.ts'
import { readBrief } from '../fill-templates/material.ts'

const example = readBrief('analyst').figures[0] as FigureRow

function makeRow(sentence: string, opening?: string): FigureRow {
  const { context: _own, ...excerpt } = example.excerpt
  const context = { id: 'p1.1', text: opening ?? '', gap: false, gapBefore: false, leadsIn: false }
  return {
    ...example,
    statement: { ...example.statement, id: sentence },
    excerpt: opening === undefined ? excerpt : { ...excerpt, context },
  }
}

test('what leads into rows of one sentence, or into one after the other, is shown in the first of them', () => {
  const rows = joinRows([
    makeRow('p1.2', 'The port grew.'),
    makeRow('p1.2', 'The port grew.'),
    makeRow('p1.3', 'The port grew.'),
    makeRow('p1.4', 'The quay did not.'),
    makeRow('p2.1'),
    makeRow('p3.1'),
    makeRow('p3.1'),
  ])
  expect(rows.map(({ excerpt, goesOn }) => [excerpt.context?.text, goesOn])).toEqual([
    ['The port grew.', undefined],
    [undefined, true],
    [undefined, true],
    ['The quay did not.', undefined],
    [undefined, undefined],
    [undefined, undefined],
    [undefined, true],
  ])
})
