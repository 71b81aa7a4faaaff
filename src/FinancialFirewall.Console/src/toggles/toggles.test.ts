import { expect, test } from 'vitest';
import type { Toggle } from './documents';
import { contextInput, contextInWords, placesOf, standingOf, wholeTenant } from './hierarchy';
import { nextEdge, rangeOf, stretchOf } from './schedule';
import { inputOf, writingOf } from './writing';

const toggle = (changes: Partial<Toggle>): Toggle => ({
  id: '1',
  paymentType: null,
  localInstrumentationCode: null,
  clearingSystemCode: null,
  level: 'TENANT',
  isEnabled: true,
  enabledReason: null,
  disabledReason: null,
  effectiveFrom: null,
  effectiveUntil: null,
  priority: 100,
  isActive: true,
  createdBy: null,
  updatedBy: null,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  tag: 't',
  ...changes,
});

test('draws every context that a toggle names below the one that it is in', () => {
  const places = placesOf([
    toggle({ id: 'deep', paymentType: 'SEPA', localInstrumentationCode: 'INST', clearingSystemCode: 'TIPS' }),
    toggle({ id: 'card', paymentType: 'CARD' }),
    toggle({ id: 'all' }),
    toggle({ id: 'all again' }),
  ]);
  expect(places.map((place) => [place.key, place.depth, place.own.map((one) => one.id)])).toEqual([
    ['', 0, ['all', 'all again']],
    ['CARD', 1, ['card']],
    ['SEPA', 1, []],
    ['SEPA / INST', 2, []],
    ['SEPA / INST / TIPS', 3, ['deep']],
  ]);
  expect(places[4]?.context).toEqual({ paymentType: 'SEPA', localInstrumentationCode: 'INST', clearingSystemCode: 'TIPS' });
});

test('draws the whole tenant where there is no toggle', () => {
  expect(placesOf([])).toEqual([{ key: '', depth: 0, context: wholeTenant, own: [] }]);
  expect(contextInWords(wholeTenant)).toBe('Whole tenant');
  expect(contextInput(wholeTenant)).toEqual({ paymentType: undefined, localInstrumentationCode: undefined, clearingSystemCode: undefined });
});

const now = Date.parse('2026-03-02T12:00:00Z');

test.each([
  [{}, 'IN_FORCE'],
  [{ effectiveFrom: '2026-03-02T12:00:00Z' }, 'IN_FORCE'],
  [{ effectiveFrom: '2026-03-02T12:00:01Z' }, 'TO_COME'],
  [{ effectiveUntil: '2026-03-02T12:00:00Z' }, 'OVER'],
  [{ isActive: false }, 'INACTIVE'],
  [{ isActive: false, effectiveUntil: '2026-01-01T00:00:00Z' }, 'OVER'],
] as const)('%j stands %s', (changes, standing) => expect(standingOf(toggle(changes), now)).toBe(standing));

test('draws a time that holds what begins and ends around now, and not what is far away', () => {
  const range = rangeOf([toggle({ effectiveFrom: '2026-03-20T00:00:00Z' }), toggle({ effectiveUntil: '2199-01-01T00:00:00Z' })], now);
  expect(range.from).toBeLessThan(now - 86_400_000);
  expect(range.until).toBeGreaterThan(Date.parse('2026-03-20T00:00:00Z'));
  expect(range.until).toBeLessThan(Date.parse('2026-04-01T00:00:00Z'));
});

test('cuts what holds at the edges of the time that is drawn', () => {
  const range = { from: 100, until: 200 };
  const at = (time: number) => new Date(time).toISOString();
  expect(stretchOf({ effectiveFrom: null, effectiveUntil: at(150) }, range)).toEqual({ from: 100, until: 150, isOpenBefore: true, isOpenBehind: false });
  expect(stretchOf({ effectiveFrom: at(120), effectiveUntil: null }, range)).toEqual({ from: 120, until: 200, isOpenBefore: false, isOpenBehind: true });
  expect(stretchOf({ effectiveFrom: at(200), effectiveUntil: null }, range)).toBeNull();
  expect(stretchOf({ effectiveFrom: null, effectiveUntil: at(100) }, range)).toBeNull();
});

test('knows when the next toggle begins or ends to hold', () => {
  const toggles = [toggle({ effectiveFrom: '2026-03-01T00:00:00Z', effectiveUntil: '2026-03-09T00:00:00Z' }), toggle({ effectiveFrom: '2026-03-05T00:00:00Z' }), toggle({})];
  expect(nextEdge(toggles, now)).toBe(Date.parse('2026-03-05T00:00:00Z'));
  expect(nextEdge(toggles, Date.parse('2026-03-05T00:00:00Z'))).toBe(Date.parse('2026-03-09T00:00:00Z'));
  expect(nextEdge([toggle({})], now)).toBe(Infinity);
});

test('sends the reason with the state that it belongs to', () => {
  const writing = { ...writingOf(toggle({ enabledReason: 'checked' })), state: 'OFF', reason: ' maintenance ' } as const;
  expect(inputOf(writing)).toMatchObject({ isEnabled: false, enabledReason: null, disabledReason: 'maintenance', priority: 100, effectiveFrom: null, paymentType: null });
});

test('writes a new toggle as one that is off, with the usual priority', () => {
  expect(writingOf(null)).toMatchObject({ state: 'OFF', priority: '100', isActive: true, from: '', until: '' });
});
