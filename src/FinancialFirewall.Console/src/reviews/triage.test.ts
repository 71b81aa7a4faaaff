import { expect, test } from 'vitest';
import { actOf, actorInWords, keys, leftInWords, passedShare, stepped } from './triage';

test('each key does one thing', () => {
  expect(new Set(keys.map(([key]) => key)).size).toBe(keys.length);
  expect([actOf('a'), actOf('x'), actOf('t'), actOf('q')]).toEqual(['APPROVE', 'REJECT', 'RETRY', undefined]);
});

test('no key of the queue begins what holds on every page', () => {
  expect(keys.map(([key]) => key)).not.toContain('g');
});

test('steps stay within the queue', () => {
  expect([stepped(0, 'NEXT', 3), stepped(2, 'NEXT', 3), stepped(0, 'PREVIOUS', 3), stepped(0, 'NEXT', 0)]).toEqual([1, 2, 0, 0]);
});

test('says who has it', () => {
  const names = new Map([['USER/2', 'Maria Keller']]);
  expect(['USER/1', 'USER/2', 'USER/3', 'KEY/1', 'SYSTEM'].map((actor) => actorInWords(actor, '1', names))).toEqual(['you', 'Maria Keller', 'user 3', 'key 1', 'system']);
});

test.each([
  ['2026-03-02T12:12:00Z', '12 min'],
  ['2026-03-02T15:00:00Z', '3 h'],
  ['2026-03-02T11:00:00Z', '60 min over'],
  ['2026-03-12T12:00:00Z', '10 days'],
])('until %s there is %s', (dueAt, words) => expect(leftInWords(dueAt, Date.parse('2026-03-02T12:00:00Z'))).toBe(words));

test.each([
  ['2026-03-02T12:00:00Z', 0],
  ['2026-03-02T13:00:00Z', 0.25],
  ['2026-03-02T18:00:00Z', 1],
])('at %s the share %d of the time has passed', (now, share) => expect(passedShare('2026-03-02T12:00:00Z', '2026-03-02T16:00:00Z', Date.parse(now))).toBe(share));
