import { expect, test } from 'vitest';
import { isOn, matrixOf, shareInWords } from './shadows';

test('lays pairs of decisions out as a table, from the mildest to the most severe', () => {
  const matrix = matrixOf([
    { live: 'REJECT', other: 'REJECT', count: 3 },
    { live: 'APPROVE', other: 'APPROVE', count: 90 },
    { live: 'APPROVE', other: 'REJECT', count: 7 },
    { live: 'HOLD', other: 'HOLD', count: 0 },
  ]);
  expect(matrix).toEqual({
    decisions: ['APPROVE', 'REJECT'],
    rows: [
      { decision: 'APPROVE', counts: [90, 7], total: 97 },
      { decision: 'REJECT', counts: [0, 3], total: 3 },
    ],
    totals: [90, 10],
  });
  expect(matrixOf([])).toEqual({ decisions: [], rows: [], totals: [] });
});

test.each([
  [0, 0, '–'],
  [0, 10, '0.00 %'],
  [1, 1_000_000, '< 0.01 %'],
  [1, 400, '0.25 %'],
  [1, 3, '33.3 %'],
])('%i of %i is %j', (part, whole, words) => expect(shareInWords(part, whole).replaceAll('\u00a0', ' ')).toBe(words));

test('knows which shadows go on', () => expect((['FILLING', 'RUNNING', 'ENDED', 'OUTDATED'] as const).map(isOn)).toEqual([true, true, false, false]));
