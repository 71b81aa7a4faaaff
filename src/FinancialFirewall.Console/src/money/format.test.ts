import { expect, test } from 'vitest';
import { formatMoney, formatMoneyShort, formatNumberOf, formatScore, formatShare } from './format';

test.each([
  [12_500, 'EUR', 'EUR 12,500.00'],
  [1_600_000, 'JPY', 'JPY 1,600,000'],
  [1.5, 'KWD', 'KWD 1.500'],
])('%d %s is written %s', (amount, currency, text) => expect(formatMoney(amount, currency)).toBe(text));

test('shortens what is read at a glance', () => {
  expect(formatMoneyShort(1_234_567, 'EUR')).toBe('EUR 1.2M');
  expect([formatNumberOf(1, 'payment'), formatNumberOf(1200, 'payment')]).toEqual(['1 payment', '1,200 payments']);
  expect([formatScore(0.7), formatShare(0.034), formatShare(0.5), formatShare(0)]).toEqual(['0.70', '3.4 %', '50 %', '0 %']);
});
