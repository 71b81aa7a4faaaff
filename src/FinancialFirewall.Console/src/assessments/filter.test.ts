import { expect, test } from 'vitest';
import { isFiltering, liveVariablesOf, readFilter, variablesOf } from './filter';

const read = (query: string) => readFilter(new URLSearchParams(query));

test('passes over what nobody knows', () => {
  expect(read('view=NOPE&order=UP&decision=REJECT,NOPE&level=&from=yesterday')).toEqual({
    view: 'ALL',
    order: 'NEWEST_FIRST',
    account: '',
    decisions: ['REJECT'],
    levels: [],
    from: null,
    until: null,
    factor: '',
    configuration: '',
  });
});

test('leaves out what the view fixes', () => {
  expect(variablesOf(read('view=PENDING_REVIEW&decision=REJECT&level=LOW'), 50, null).filter).toMatchObject({ decisions: undefined, riskLevels: ['LOW'] });
  expect(variablesOf(read('view=HIGH_RISK&decision=REJECT&level=LOW'), 50, 'c')).toMatchObject({ after: 'c', filter: { decisions: ['REJECT'], riskLevels: undefined } });
});

test('states what the view fixes where events are asked for', () => {
  expect(liveVariablesOf(read('view=PENDING_REVIEW')).filter.decisions).toEqual(['MANUAL_REVIEW', 'HOLD', 'ESCALATE']);
  expect(liveVariablesOf(read('view=HIGH_RISK')).filter.riskLevels).toEqual(['HIGH', 'CRITICAL']);
  expect(liveVariablesOf(read('decision=REJECT')).filter).toMatchObject({ decisions: ['REJECT'], riskLevels: undefined });
});

test.each([
  ['', false],
  ['order=OLDEST_FIRST&live=1', false],
  ['view=HIGH_RISK', true],
  ['account=X', true],
  ['until=2026-01-01T00:00:00Z', true],
])('%s leaves something out: %s', (query, isFiltered) => {
  expect(isFiltering(read(query))).toBe(isFiltered);
});
