import { expect, test } from 'vitest';
import type { Report } from './documents';
import { amountsInWords, changedFactors, knownRows, reasonsOf, signed } from './report';

const factor = (name: string, before: number, after: number): Report['factors'][number] => ({ name, before, after, blocked: { count: 0 }, released: { count: 0 } });

test('spells amounts by currency, the most frequent first, and never adds them up', () => {
  expect(amountsInWords({ count: 4, amounts: [{ currency: 'USD', count: 1, amount: 5 }, { currency: 'EUR', count: 3, amount: 12.5 }] })).toMatch(/^EUR 12[.,]50, USD 5[.,]00$/);
  expect(amountsInWords({ count: 0, amounts: [] })).toBe('–');
});

test('orders factors by how much they differ, and leaves out those that do not', () => {
  const report = { factors: [factor('a', 5, 5), factor('b', 10, 2), factor('c', 1, 20)] } as unknown as Report;
  expect(changedFactors(report).map((one) => one.name)).toEqual(['c', 'b']);
});

test('says which factors came and went', () => {
  const sample = { factorsAdded: ['x'], factorsGone: ['y'] } as unknown as Report['samples'][number];
  expect(reasonsOf(sample)).toEqual(['+ x', '− y']);
});

test.each([
  [3, '+3'],
  [-3, '−3'],
  [0, '0'],
])('%i with its sign is %j', (difference, words) => expect(signed(difference, String)).toBe(words));

test('tells of what is known only that of which something is', () => {
  const none = { count: 0, amounts: [] };
  const some = (count: number) => ({ count, amounts: [{ currency: 'EUR', count, amount: 10 * count }] });
  const nothing = { all: none, stoppedBefore: none, stoppedAfter: none, blocked: none, released: none };
  const fraud = { all: some(3), stoppedBefore: some(1), stoppedAfter: some(2), blocked: some(2), released: some(1) };
  expect(knownRows({ fraud, legitimate: nothing, isWhole: true }).map((row) => [row.title, row.moved.count])).toEqual([
    ['Fraud', 3],
    ['Fraud: stopped', 1],
    ['Fraud: would be stopped', 2],
    ['Fraud: caught in addition', 2],
    ['Fraud: would pass now', 1],
  ]);
  expect(knownRows(null)).toEqual([]);
});
