import { expect, test } from 'vitest';
import { choiceOf, inputOf } from './backtests';

const plan = { what: 'version', version: '7', from: '', to: '', asOf: 'PAYMENT' } as const;

test('asks for a draft or a version, and for the usual period where none is stated', () => {
  expect(inputOf(plan)).toEqual({ version: 7, from: null, to: null, asOf: 'PAYMENT' });
  expect(inputOf({ ...plan, what: choiceOf('1-2'), asOf: 'POLICY' })).toEqual({ draft: '1-2', from: null, to: null, asOf: 'POLICY' });
  expect(inputOf({ ...plan, from: '2026-03-01T10:00' }).from).toMatch(/^2026-0[23]-\d\dT\d\d:00:00/);
});
