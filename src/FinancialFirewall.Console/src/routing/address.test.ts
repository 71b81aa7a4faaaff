import { expect, test } from 'vitest';
import { addressOf, match } from './address';

test('leaves out what is empty, and joins several', () => {
  expect(addressOf('/assessments', { from: '2026-03-02T12:00:00Z', decision: ['HOLD', 'REJECT'], account: '', level: null, live: 1 })).toBe('/assessments?from=2026-03-02T12:00:00Z&decision=HOLD,REJECT&live=1');
  expect(addressOf('/assessments', { decision: [] })).toBe('/assessments');
});

test.each([
  ['/', '/', {}],
  ['/assessments/:id', '/assessments/ref%3AINV%201', { id: 'ref:INV 1' }],
  ['/assessments/:id', '/assessments', null],
  ['/assessments', '/assessments/', {}],
  ['/toggles', '/policy', null],
])('matches %s with %s', (pattern, path, parameters) => {
  expect(match(pattern, path)).toEqual(parameters);
});
