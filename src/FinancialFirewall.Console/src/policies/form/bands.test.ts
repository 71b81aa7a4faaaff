import { expect, test } from 'vitest';
import { bandsOf } from './bands';

const spelt = (document: Parameters<typeof bandsOf>[0]) => bandsOf(document).map(({ from, to, decision }) => `${decision} ${from.toFixed(4)} ${to.toFixed(4)}`);

test('draws what is usual where nothing is stated', () => {
  expect(spelt({})).toEqual(['APPROVE 0.0000 0.3001', 'MANUAL_REVIEW 0.3001 0.8000', 'REJECT 0.8000 1.0000']);
});

test('draws every threshold, the most severe one that is reached deciding', () => {
  expect(spelt({ thresholds: { rejectThreshold: 0.9, escalateThreshold: 0.8, holdThreshold: 0.7, manualReviewThreshold: 0.5, approveThreshold: 0.4 } })).toEqual([
    'APPROVE 0.0000 0.4001',
    'MANUAL_REVIEW 0.4001 0.7000',
    'HOLD 0.7000 0.8000',
    'ESCALATE 0.8000 0.9000',
    'REJECT 0.9000 1.0000',
  ]);
});

test('a severe threshold hides what lies above it and is milder', () => {
  expect(spelt({ thresholds: { rejectThreshold: 0.2, holdThreshold: 0.7, approveThreshold: 0.9 } })).toEqual(['APPROVE 0.0000 0.2000', 'REJECT 0.2000 1.0000']);
});

test('draws nothing where criteria decide, and takes what is no score for not stated', () => {
  expect(bandsOf({ decisionCriteria: { hold: { minRiskScore: 0.1 } } })).toEqual([]);
  expect(spelt({ thresholds: { rejectThreshold: '0,9' } })).toEqual(spelt({}));
});
