import { expect, test } from 'vitest';
import { changedThresholds, standsAt, thresholds, type Threshold } from './whatIfThresholds';

const named = (name: string) => thresholds.find((one) => one.name === name) as Threshold;

test('knows every threshold that is a score', () =>
  expect(thresholds.map((one) => one.name)).toEqual(['rejectThreshold', 'escalateThreshold', 'holdThreshold', 'manualReviewThreshold', 'approveThreshold', 'levels/critical', 'levels/high', 'levels/medium', 'hybridThreshold']));

test('asks about what is written, by the shape of a configuration, and leaves to the firewall what is no number', () => {
  expect(changedThresholds({ rejectThreshold: ' 0.7 ', 'levels/high': '0.5', holdThreshold: '', approveThreshold: 'low' })).toEqual({ rejectThreshold: 0.7, levels: { high: 0.5 }, approveThreshold: 'low' });
  expect(changedThresholds({ holdThreshold: ' ' })).toBeNull();
  expect(changedThresholds({})).toBeNull();
});

test('shows what holds while nothing is written', () => {
  expect(standsAt(named('levels/high'), { thresholds: { levels: { high: 0.65 } } })).toBe('0.65 in force');
  expect(standsAt(named('holdThreshold'), {})).toBe('never, as usual');
  expect(standsAt(named('holdThreshold'), undefined)).toBe('as it was');
});
