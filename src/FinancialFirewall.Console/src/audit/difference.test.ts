import { expect, test } from 'vitest';
import { differencesOf } from './difference';

test('tells what was changed, member by member', () => {
  expect(differencesOf({ name: 'a', rules: { amount: 1, round: true }, gone: 'x', same: [1, 2] }, { name: 'b', rules: { amount: 2, round: true }, came: [{ to: 'y' }], same: [1, 2] })).toEqual([
    { member: 'name', before: 'a', after: 'b' },
    { member: 'rules.amount', before: '1', after: '2' },
    { member: 'gone', before: 'x', after: null },
    { member: 'came.0.to', before: null, after: 'y' },
  ]);
});

test('tells everything of what is new, and nothing of what is not there', () => {
  expect(differencesOf(null, { label: 'a', expiresAt: null })).toEqual([{ member: 'label', before: null, after: 'a' }]);
  expect(differencesOf(null, null)).toEqual([]);
});
