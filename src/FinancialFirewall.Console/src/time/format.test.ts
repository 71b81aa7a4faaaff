import { expect, test } from 'vitest';
import { formatDistance, formatUtc, fromLocalInput, toLocalInput } from './format';

test('what a field shows is the moment that it came from', () => {
  const iso = '2026-03-02T12:34:00.000Z';
  expect(fromLocalInput(toLocalInput(iso))).toBe(iso);
  expect(toLocalInput(null)).toBe('');
  expect(fromLocalInput('')).toBeNull();
  expect(fromLocalInput('not a time')).toBeNull();
});

test('spells UTC for whoever compares with a log', () => expect(formatUtc('2026-03-02T12:00:00.25Z')).toBe('2026-03-02 12:00:00.25 UTC'));

test.each([
  [0, 'just now'],
  [-30, '30 s ago'],
  [-240, '4 min ago'],
  [7_200, 'in 2 h'],
  [-1_000_000, '12 days ago'],
])('%i seconds from now is %s', (seconds, text) => {
  const now = new Date('2026-03-02T12:00:00Z');
  expect(formatDistance(new Date(now.getTime() + seconds * 1000), now)).toBe(text);
});
