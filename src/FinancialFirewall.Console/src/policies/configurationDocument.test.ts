import { expect, test } from 'vitest';
import { newConfiguration, parseDocument } from './configurationText';
import { sectionsOf, valueInWords } from './configurationDocument';

test('takes a configuration apart: rule families first, each by itself, and nothing without members', () => {
  const sections = sectionsOf({
    configurationName: 'a',
    thresholds: { rejectThreshold: 0.8, approveThreshold: null },
    riskRules: { amountRules: { highAmountThreshold: 10_000 }, patternRules: { suspiciousReferencePatterns: [] }, customRules: [{ name: 'burst', expression: 'count(payments, 1h) > 5' }, { expression: 'amount > 1' }] },
    fallbackConfig: {},
  });
  expect(sections.map((section) => [section.name, section.members.map(([name]) => name), section.isLeading])).toEqual([
    ['amountRules', ['highAmountThreshold'], false],
    ['customRules', ['burst', 'number 2'], false],
    ['thresholds', ['rejectThreshold'], true],
  ]);
  expect(sectionsOf(null)).toEqual([]);
});

test('reads one JSON object, and says what else is wrong', () => {
  expect(parseDocument('{"a":1}')).toEqual({ value: { a: 1 } });
  expect(parseDocument('[1]')).toEqual({ problem: 'A configuration is one JSON object.' });
  expect(parseDocument('{')).toHaveProperty('problem');
  expect(parseDocument(JSON.stringify(newConfiguration))).toEqual({ value: newConfiguration });
});

test.each([
  [true, { text: 'yes', isCode: false }],
  [0.8, { text: '0.8', isCode: false }],
  [['SAT', 'SUN'], { text: 'SAT, SUN', isCode: false }],
  [{ EUR: 1 }, { text: '{\n  "EUR": 1\n}', isCode: true }],
])('%j is shown as %j', (value, shown) => expect(valueInWords(value)).toEqual(shown));
