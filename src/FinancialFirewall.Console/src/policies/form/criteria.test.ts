import { expect, test } from 'vitest';
import { conditionsOf, nextName, withConditions } from './criteria';

const criterion = { minRiskScore: 0.9, condition_1: 'amount > 1', condition_late: 'hour(initiatedAt, "UTC") > 20' };

test('takes conditions out of a criterion and puts them back', () => {
  const conditions = conditionsOf(criterion);
  expect(conditions).toEqual([
    ['1', 'amount > 1'],
    ['late', 'hour(initiatedAt, "UTC") > 20'],
  ]);
  expect(withConditions(criterion, conditions)).toEqual(criterion);
  expect(withConditions(criterion, [])).toEqual({ minRiskScore: 0.9 });
  expect(withConditions({ condition_1: 'true' }, [])).toBeUndefined();
  expect(withConditions(undefined, [['1', '']])).toEqual({ condition_1: '' });
});

test('finds a name that is free', () => {
  expect(nextName(conditionsOf(criterion))).toBe('2');
  expect(nextName([])).toBe('1');
});
