import { expect, test } from 'vitest';
import { explain, listOf, reasonInWords } from './explain';
import { observedInWords } from './observed';
import { dispositionOf, inWords } from './words';

const assessment = {
  decision: 'REJECT',
  initialDecision: 'REJECT',
  decisionReason: 'riskScore 0.9500 reaches rejectThreshold 0.8000',
  riskScore: 0.95,
  riskLevel: 'CRITICAL',
  riskFactors: [
    { name: 'roundAmount', weight: 0.1, share: 0.1, observed: {} },
    { name: 'veryHighAmount', weight: 0.5, share: 0.5, observed: {} },
    { name: 'suspiciousIp', weight: 0.3, share: 0.3, observed: {} },
    { name: 'weekend', weight: 0.05, share: 0.05, observed: {} },
  ],
  degraded: false,
  fraudCheckEnabled: true,
  errorMessage: null,
} as const;

test('tells what was decided and which factors lead', () => {
  expect(explain({ ...assessment, riskFactors: [...assessment.riskFactors] })).toEqual([
    'The payment was rejected: risk score 0.9500 reaches reject threshold 0.8000.',
    'The score of 0.95, level critical, comes from very high amount (0.50), suspicious IP (0.30) and round amount (0.10), and 1 more.',
  ]);
});

test('tells that the check was off, and nothing of a score', () => {
  const told = explain({ ...assessment, decision: 'APPROVE', initialDecision: 'APPROVE', decisionReason: 'The toggle says so', riskFactors: [], fraudCheckEnabled: false });
  expect(told).toEqual(['The payment was approved: the toggle says so.', 'The fraud check was off for it, so that no rule was asked; only mandatory lists still held.']);
});

test('tells what could not be evaluated, and what was decided since', () => {
  const told = explain({ ...assessment, decision: 'APPROVE', initialDecision: 'HOLD', riskFactors: [], riskScore: 0, riskLevel: 'LOW', degraded: true, errorMessage: 'No rate for XAU' });
  expect(told.slice(1)).toEqual([
    'No factor held: the score is 0.00, level low.',
    'Something could not be evaluated that should have been: no rate for XAU. So the more severe of what could be evaluated and the fallback decided.',
    'Since then it was decided anew: it now stands at approve.',
  ]);
});

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('lists %j as %s', (names, text) => expect(listOf(names)).toBe(text));

test.each([
  ['highDailyAmount', 'High daily amount'],
  ['BANK_CLIENT', 'Bank client'],
  ['API_KEY_ISSUED', 'API key issued'],
  ['suspiciousIp', 'Suspicious IP'],
])('%s is %s in words', (name, words) => expect(inWords(name)).toBe(words));

test('tells what a factor saw', () => {
  expect(observedInWords({ amount: 12500, isNew: true, country: null, accounts: ['a'] })).toBe('amount 12500, is new yes, country not there, accounts ["a"]');
  expect(observedInWords(null)).toBe('');
});

test.each([
  ['REJECT', 'BLOCKED'],
  ['APPROVE', 'RELEASED'],
  ['MANUAL_REVIEW', 'WAITING'],
  ['HOLD', 'WAITING'],
  ['ESCALATE', 'WAITING'],
] as const)('%s leaves the money %s', (decision, disposition) => expect(dispositionOf(decision)).toBe(disposition));

test('says a reason in words, and leaves what is quoted as it is', () => {
  expect(reasonInWords("riskScore 0.8000 reaches holdThreshold 0.7000.")).toBe('risk score 0.8000 reaches hold threshold 0.7000.');
  expect(reasonInWords("BLOCK list 'blockedAccounts' holds fromAccountNumber DE89.")).toBe("BLOCK list 'blockedAccounts' holds from account number DE89.");
});
