import { expect, test } from 'vitest';
import type { Whole } from './documents';
import { changesOf, comparedFactors, memberOf, without } from './whatIf';
import type { WhatIf } from './whatIfDocuments';

const assessment = { payment: { amount: 50.25, currency: 'EUR', deviceId: 'phone', description: null } } as unknown as Whole;

test('asks only about what is another member, and takes away what is emptied', () => {
  expect(memberOf(assessment, 'amount')).toBe('50.25');
  expect(memberOf(assessment, 'description')).toBe('');
  expect(changesOf(assessment, { amount: '50.25', deviceId: ' ', description: 'gift card', currency: ' USD ' })).toEqual({ deviceId: null, description: 'gift card', currency: 'USD' });
  expect(changesOf(assessment, {})).toEqual({});
  expect(without({ amount: '1', currency: 'EUR' }, 'amount')).toEqual({ currency: 'EUR' });
});

test('lays the factors of both decisions side by side, those that differ first', () => {
  const decision = (...factors: [string, number][]) => ({ riskFactors: factors.map(([name, share]) => ({ name, share })) }) as unknown as WhatIf['before'];
  expect(comparedFactors({ before: decision(['same', 0.1], ['gone', 0.2]), after: decision(['same', 0.1], ['new', 0.4]) })).toEqual([
    { name: 'gone', before: 0.2, after: undefined },
    { name: 'new', before: undefined, after: 0.4 },
    { name: 'same', before: 0.1, after: 0.1 },
  ]);
});
