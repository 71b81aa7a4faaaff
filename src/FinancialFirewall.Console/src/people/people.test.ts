import { expect, test } from 'vitest';
import type { Person } from './documents';
import { actsFor, hasOpenLink, inOrder } from './standing';

const person = (change: Partial<Person>): Person => ({
  id: '1', email: 'a@b', name: 'Ann', roles: ['ANALYST'], status: 'ACTIVE', createdAt: '2026-03-02T12:00:00Z', lastSignInAt: null, linkExpiresAt: null, lockedAt: null, lockReason: '', hasSecondFactor: false, recoveryCodesLeft: 0, ...change,
});

test('shows who can sign in first, then by name', () => {
  const people = [person({ name: 'Zoe', status: 'LOCKED' }), person({ name: 'Ben', status: 'INVITED' }), person({ name: 'Zoe' }), person({ name: 'Ann' })];
  expect(inOrder(people).map((one) => `${one.name} ${one.status}`)).toEqual(['Ann ACTIVE', 'Zoe ACTIVE', 'Ben INVITED', 'Zoe LOCKED']);
});

test('knows links that are still good', () => {
  const invited = person({ linkExpiresAt: '2026-03-09T12:00:00Z' });
  expect([hasOpenLink(invited, Date.parse('2026-03-09T11:59:59Z')), hasOpenLink(invited, Date.parse('2026-03-09T12:00:00Z')), hasOpenLink(person({}), 0)]).toEqual([true, false, false]);
});

test('offers what can be done', () => {
  expect(actsFor(person({}))).toEqual(['LINK', 'LOCK']);
  expect(actsFor(person({ status: 'LOCKED', hasSecondFactor: true }))).toEqual(['UNLOCK', 'RESET_FACTOR']);
});
