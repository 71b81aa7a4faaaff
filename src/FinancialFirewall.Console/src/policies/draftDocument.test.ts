import { expect, test } from 'vitest';
import { baseCurrencyOf, configurationsOf } from './draftDocument';

test('shows the configurations of a policy file with what is usual where nothing is stated', () => {
  const document = { baseCurrency: 'EUR', configurations: [{ id: 'a', configurationName: 'cards', paymentType: 'CARD', priority: 7, isEnabled: false, paymentSource: 'BANK_CLIENT' }, { id: 'b', configurationName: 'all' }] };
  expect(baseCurrencyOf(document)).toBe('EUR');
  expect(configurationsOf(document)).toMatchObject([
    { id: 'a', configurationName: 'cards', paymentType: 'CARD', priority: 7, isEnabled: false, paymentSource: 'BANK_CLIENT', document: document.configurations[0] },
    { id: 'b', paymentType: null, priority: 1, isEnabled: true, paymentSource: 'BOTH', riskAssessmentType: 'REAL_TIME' },
  ]);
  expect(configurationsOf({})).toEqual([]);
});
