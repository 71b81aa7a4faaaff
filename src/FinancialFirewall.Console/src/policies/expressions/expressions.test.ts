import { expect, test } from 'vitest';
import { offersAt, wordUnder } from './completion';
import { tokensOf } from './tokens';
import { findWord, type Vocabulary, type Word } from './vocabulary';

const word = (name: string, kind: Word['kind'], type: Word['type'] = null, form = name): Word => ({ name, kind, type, form, meaning: `What ${name} means.` });

const vocabulary: Vocabulary = {
  words: [
    word('amount', 'MEMBER', 'NUMBER'),
    word('country', 'MEMBER', 'TEXT'),
    word('initiatedAt', 'MEMBER', 'TIME'),
    word('riskScore', 'VARIABLE', 'NUMBER'),
    word('hour', 'FUNCTION', 'NUMBER', 'hour(initiatedAt, "UTC")'),
    word('count', 'AGGREGATE', 'NUMBER', 'count(payments, 24h)'),
    word('device', 'KEY'),
    word('and', 'KEYWORD', null, 'a and b'),
  ],
  lists: [{ name: 'highRisk', kind: 'WATCH', member: 'country' }],
  maximumLength: 4096,
};

const offered = (text: string, isAsked = false) => offersAt(text, text.length, vocabulary, isAsked);
const labels = (text: string, isAsked = false) => offered(text, isAsked)?.offers.map((offer) => offer.label);

test('tells the pieces of a condition apart', () => {
  const text = 'amount > 10 AND country in @highRisk or count(payments, 24h) > "x" ${riskScore}';
  expect(tokensOf(text, vocabulary).map((token) => [text.slice(token.from, token.to), token.kind])).toEqual([
    ['amount', 'NAME'],
    ['10', 'NUMBER'],
    ['AND', 'KEYWORD'],
    ['country', 'NAME'],
    ['in', 'OTHER'],
    ['@highRisk', 'LIST'],
    ['or', 'OTHER'],
    ['count', 'FUNCTION'],
    ['payments', 'OTHER'],
    ['24h', 'NUMBER'],
    ['"x"', 'TEXT'],
    ['${riskScore}', 'NAME'],
  ]);
});

test('offers values and words where one was begun, and only when asked where none was', () => {
  expect(labels('am')).toEqual(['amount', 'country', 'initiatedAt', 'riskScore', 'hour', 'count', 'and']);
  expect(offered('amount > am')?.from).toBe(9);
  expect(labels('amount > ')).toBeUndefined();
  expect(labels('amount > ', true)).toContain('riskScore');
});

test.each([
  ['country in @hi', ['@highRisk']],
  ['count(', ['payments']],
  ['sum(', ['amount']],
  ['hour(in', ['initiatedAt']],
  ['last(', ['amount', 'country', 'initiatedAt']],
  ['count(payments, ', ['10m', '1h', '24h', '7d', '30d']],
  ['count(payments by ', ['device']],
])('%j is followed by %j', (text, expected) => expect(labels(text)).toEqual(expected));

test('offers nothing inside a text in quotes, and something behind it', () => {
  expect(offered('country == "am')).toBeNull();
  expect(offered('country == "am\\"')).toBeNull();
  expect(labels('country == "a" a')).toContain('and');
});

test('puts the cursor where the first argument goes', () => {
  const offers = offered('c')?.offers ?? [];
  expect(offers.find((offer) => offer.label === 'count')).toMatchObject({ insert: 'count(payments, |)', detail: 'number', info: 'What count means. count(payments, 24h)' });
  expect(offers.find((offer) => offer.label === 'amount')).not.toHaveProperty('insert');
});

test('finds the word under the pointer', () => {
  expect(wordUnder('amount > 10', 3)).toEqual({ from: 0, to: 6, name: 'amount' });
  expect(wordUnder('x in @highRisk', 8)).toEqual({ from: 5, to: 14, name: '@highRisk' });
  expect(wordUnder('1 > 2', 2)).toBeNull();
});

test('finds keywords in upper case, and no key by its name alone', () => {
  expect(findWord(vocabulary, 'AND')?.name).toBe('and');
  expect(findWord(vocabulary, 'AMOUNT')).toBeUndefined();
  expect(findWord(vocabulary, 'device')).toBeUndefined();
});
