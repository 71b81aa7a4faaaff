import { expect, test } from 'vitest';
import { actOf, holderInWords, keys, leftInWords, stepped } from './triage';

test('each key does one thing', () => {
  expect(new Set(keys.map(([key]) => key)).size).toBe(keys.length);
  expect([actOf('a'), actOf('x'), actOf('q')]).toEqual(['APPROVE', 'REJECT', undefined]);
});

test('steps stay within the queue', () => {
  expect([stepped(0, 'NEXT', 3), stepped(2, 'NEXT', 3), stepped(0, 'PREVIOUS', 3), stepped(0, 'NEXT', 0)]).toEqual([1, 2, 0, 0]);
});

test('says who has it', () => {
  expect([holderInWords(null, '1'), holderInWords('USER/1', '1'), holderInWords('USER/2', '1'), holderInWords('KEY/1', '1')]).toEqual(['nobody', 'you', 'user 2', 'key 1']);
});

test.each([
  ['2026-03-02T12:12:00Z', '12 min'],
  ['2026-03-02T15:00:00Z', '3 h'],
  ['2026-03-02T11:00:00Z', '60 min over'],
  ['2026-03-12T12:00:00Z', '10 days'],
])('until %s there is %s', (dueAt, words) => expect(leftInWords(dueAt, Date.parse('2026-03-02T12:00:00Z'))).toBe(words));
