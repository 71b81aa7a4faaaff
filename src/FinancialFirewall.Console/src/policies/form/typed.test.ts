import { expect, test } from 'vitest';
import { problemOfNumber, readJson, readLines, readNumber, readRows, spellNumber, twice } from './typed';

test.each([
  ['', undefined],
  [' 0.25 ', 0.25],
  ['0.', '0.'],
  ['10 000', '10 000'],
  ['999999999999999', 999999999999999],
  ['9999999999999999', '9999999999999999'],
  ['0.000000000000001', 0.000000000000001],
  ['1e5', '1e5'],
])('%j means the number %j', (text, value) => expect(readNumber(text)).toBe(value));

test('says what only a browser can tell of a number', () => {
  expect(problemOfNumber('1234567890123.456')).toBe('At most 15 digits are kept exactly here.');
  expect(problemOfNumber('12.5')).toBe('');
  expect(problemOfNumber('many')).toBe('');
});

test.each([
  [undefined, ''],
  [0.0001, '0.0001'],
  [0.0000001, '0.0000001'],
  ['12x', '12x'],
  [{ EUR: 1 }, '{"EUR":1}'],
])('%j is spelt %j', (value, text) => expect(spellNumber(value)).toBe(text));

test('reads lines without those that say nothing', () => {
  expect(readLines(' IR \n\nKP\n')).toEqual(['IR', 'KP']);
  expect(readLines(' \n')).toBeUndefined();
});

test('reads JSON, and keeps what is none', () => {
  expect(readJson('{"a": [1]}')).toEqual({ a: [1] });
  expect(readJson('{"a": ')).toBe('{"a": ');
  expect(readJson('  ')).toBeUndefined();
});

test('reads rows by name, and tells names that stand twice', () => {
  expect(readRows([['EUR', 1], ['', 2], [' JPY ', 3]])).toEqual({ EUR: 1, JPY: 3 });
  expect(readRows([['', 'x']])).toBeUndefined();
  expect(twice([['EUR', 1], ['EUR ', 2], ['', 3], ['', 4]])).toEqual(['EUR']);
});
