import { expect, test } from 'vitest';
import { boundsOf, isTick, spanOf, startOf } from './spans';
import { formatBound, quantile } from './responseTimes';
import { largest, Tally, totalOf, valuesOf, type Counted } from './tally';
import { summedFrom } from './useFeed';
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

test('sums values by what became of the money and by currency, the one of most payments first', () => {
  const tally = new Tally(1_000, 1);
  tally.add(payment('a', 0, { decision: 'REJECT', amount: 5_000, currency: 'JPY' }));
  tally.add(payment('b', 0, { decision: 'REJECT', amount: 7 }));
  tally.add(payment('c', 0, { decision: 'REJECT', amount: 1 }));
  tally.add(payment('d', 0, { decision: 'HOLD', amount: 100 }));
  const total = totalOf(tally.span(0));
  expect(valuesOf(total, 'BLOCKED')).toEqual([
    ['EUR', 8],
    ['JPY', 5_000],
  ]);
  expect(valuesOf(total, 'RELEASED')).toEqual([]);
});

test('goes on behind what the firewall has counted', () => {
  const tally = new Tally(60_000, 2);
  const piece = { start: '1970-01-01T00:01:00Z', payments: 12, decisions: [{ decision: 'APPROVE' as const, count: 11 }, { decision: 'REJECT' as const, count: 1 }], levels: [{ level: 'LOW' as const, count: 12 }], factors: [{ name: 'burst', count: 3 }] };
  tally.addAll({ pieces: [piece], sums: [{ decision: 'REJECT', summedFrom: '1970-01-01T00:00:00Z', amounts: [{ start: '1970-01-01T00:01:00Z', currency: 'EUR', amount: 40, payments: 4 }] }] });
  tally.add(payment('a', 61_000, { decision: 'REJECT', level: 'LOW', factors: ['burst'] }));
  const total = totalOf(tally.span(119_000));
  expect([total.payments, total.decisions.APPROVE, total.decisions.REJECT, total.levels.LOW, total.factors.get('burst')]).toEqual([13, 11, 2, 13, 4]);
  expect(valuesOf(total, 'BLOCKED')).toEqual([['EUR', 50]]);
  expect(totalOf(tally.span(239_000)).payments).toBe(0);
});

test('values say from when on they are whole, the latest of the decisions that they are made of', () => {
  const sums = [
    { decision: 'HOLD' as const, summedFrom: '2026-03-02T12:00:00Z', amounts: [] },
    { decision: 'ESCALATE' as const, summedFrom: '2026-03-02T13:00:00Z', amounts: [] },
    { decision: 'REJECT' as const, summedFrom: '2026-03-02T11:00:00Z', amounts: [] },
  ];
  expect(summedFrom({ sums }, Date.parse('2026-03-02T11:00:00Z'))).toEqual({ WAITING: '2026-03-02T13:00:00Z' });
});

test('days begin when the reader’s do', () => {
  const hour = 3_600_000;
  const month = spanOf('30d');
  const now = Date.parse('2026-03-02T23:30:00Z');
  expect(new Date(startOf(now, month.bucketMs, hour)).toISOString()).toBe('2026-03-02T23:00:00.000Z');
  const { from, until } = boundsOf(month, now, hour);
  expect([new Date(from).toISOString(), new Date(until).toISOString()]).toEqual(['2026-02-01T23:00:00.000Z', '2026-03-03T23:00:00.000Z']);
  expect([isTick(Date.parse('2026-03-02T23:00:00Z'), spanOf('7d'), hour), isTick(Date.parse('2026-03-02T00:00:00Z'), spanOf('7d'), hour)]).toEqual([true, false]);
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
