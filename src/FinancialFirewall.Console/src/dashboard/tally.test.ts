import { expect, test } from 'vitest';
import { formatBound, quantile } from './responseTimes';
import { largest, Tally, totalOf, valuesOf, type Counted } from './tally';
import { rateOf } from './useStatistics';

const payment = (id: string, at: number, changes: Partial<Counted> = {}): Counted => ({ id, at, decision: 'APPROVE', level: 'LOW', factors: [], amount: 10, currency: 'EUR', ...changes });

test('counts each payment once, in its piece of time', () => {
  const tally = new Tally(1_000, 3);
  expect(tally.add(payment('a', 10_100))).toBe(true);
  expect(tally.add(payment('a', 10_100))).toBe(false);
  tally.add(payment('b', 11_999, { decision: 'REJECT', level: 'CRITICAL', factors: ['burst', 'highAmount'] }));
  const span = tally.span(12_500);
  expect(span.map((bucket) => [bucket.start, bucket.payments])).toEqual([
    [10_000, 1],
    [11_000, 1],
    [12_000, 0],
  ]);
  const total = totalOf(span);
  expect([total.payments, total.decisions.APPROVE, total.decisions.REJECT, total.levels.CRITICAL]).toEqual([2, 1, 1, 1]);
  expect(largest(total.factors, 1)).toEqual([['burst', 1]]);
});

test('forgets what has left the span', () => {
  const tally = new Tally(1_000, 2);
  tally.add(payment('a', 10_000));
  expect(totalOf(tally.span(11_000)).payments).toBe(1);
  expect(totalOf(tally.span(12_000)).payments).toBe(0);
  expect(totalOf(tally.span(11_000)).payments).toBe(0);
});

test('sums values by what became of the money and by currency', () => {
  const tally = new Tally(1_000, 1);
  tally.add(payment('a', 0, { decision: 'REJECT', amount: 5, currency: 'USD' }));
  tally.add(payment('b', 0, { decision: 'REJECT', amount: 7 }));
  tally.add(payment('c', 0, { decision: 'REJECT', amount: 1 }));
  tally.add(payment('d', 0, { decision: 'HOLD', amount: 100 }));
  const total = totalOf(tally.span(0));
  expect(valuesOf(total, 'BLOCKED')).toEqual([
    ['EUR', 8],
    ['USD', 5],
  ]);
  expect(valuesOf(total, 'RELEASED')).toEqual([]);
});

test('keeps its memory within bounds, whatever comes', () => {
  const tally = new Tally(1_000, 2);
  for (let i = 0; i < 30_000; i++) {
    tally.add(payment(String(i), 1_000, { factors: [`factor ${i}`] }));
  }

  const total = totalOf(tally.span(1_000));
  expect(total.payments).toBe(30_000);
  expect(total.factors.size).toBe(200);
  expect(tally.add(payment('29999', 1_000))).toBe(false);
});

test.each([
  [0.5, 1],
  [0.95, 10],
  [1, Number.POSITIVE_INFINITY],
])('finds the time within which %d were answered', (share, bound) => {
  const classes = [
    { untilMs: 1, count: 60 },
    { untilMs: 10, count: 39 },
    { untilMs: null, count: 1 },
  ];
  expect(quantile(classes, share)).toBe(bound);
});

test('says nothing about times where nothing was answered', () => {
  expect(quantile([{ untilMs: 1, count: 0 }], 0.5)).toBeNull();
  expect([formatBound(null), formatBound(0.5), formatBound(2500), formatBound(Number.POSITIVE_INFINITY)]).toEqual(['–', '≤ 0.5 ms', '≤ 2.5 s', '> 10 s']);
});

test.each([
  [100, 300, 100],
  [300, 100, undefined],
])('from %i to %i payments in two seconds is %s a second', (before, now, rate) => {
  expect(rateOf({ at: '2026-01-01T00:00:00Z', payments: before }, { at: '2026-01-01T00:00:02Z', payments: now })).toBe(rate);
});
