import { expect, test } from 'vitest';
import type { Tenant } from './documents';
import { minutesInWords, settingsOf, writtenOf } from './settings';

const tenant = {
  name: 'Nordbank',
  retentionYears: 7,
  maximumApiKeys: 20,
  requiresApproval: true,
  secondFactorRequired: false,
  reviews: { fourEyes: true, lowMinutes: 4_320, mediumMinutes: 1_440, highMinutes: 240, criticalMinutes: 45 },
} as Tenant;

test('what is not touched goes back as it came, and the number of keys from the operator alone', () => {
  const { name, retentionYears, requiresApproval, secondFactorRequired, reviews } = tenant;
  expect(settingsOf(writtenOf(tenant), false)).toEqual({ name, retentionYears, requiresApproval, secondFactorRequired, reviews });
  expect(settingsOf(writtenOf(tenant), true).maximumApiKeys).toBe(20);
});

test('what is emptied stays as it is', () => expect(settingsOf({ ...writtenOf(tenant), years: ' ' }, false).retentionYears).toBeNull());

test.each([
  [45, '45 min'],
  [90, '90 min'],
  [240, '4 h'],
  [1_440, '1 day'],
  [4_320, '3 days'],
])('%i minutes are %s', (minutes, words) => expect(minutesInWords(minutes)).toBe(words));
