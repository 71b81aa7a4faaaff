import { expect, test } from 'vitest';
import { adderInWords } from './entryColumns';
import { addressOfImport, readAnswer, typeOf } from './importing';
import { isUnderWay, memberInWords, valuesOf } from './words';

const options = { id: 'monday', replaces: false, dryRun: true, reason: 'weekly file' };

test('knows formats by the endings of names', () => {
  expect(['a.csv', 'A.CSV', 'b.json', 'c.ndjson', 'c.jsonl', 'd.xml', 'csv'].map(typeOf)).toEqual(['text/csv', 'text/csv', 'application/json', 'application/x-ndjson', 'application/x-ndjson', null, null]);
});

test('says in the address what is to be done', () => {
  expect(addressOfImport('stolen.devices', 'a b.csv', options)).toBe('/api/v1/lists/stolen.devices/import?operationId=monday&mode=add&dryRun=true&source=a+b.csv&reason=weekly+file');
  expect(addressOfImport('x', 'a.csv', { ...options, replaces: true, dryRun: false, reason: '' })).toBe('/api/v1/lists/x/import?operationId=monday&mode=replace&dryRun=false&source=a.csv');
});

test('reads what came of an import', () => {
  expect(readAnswer(200, { operationId: 'monday', lines: 3, refused: 0, added: 2, replaced: 1, removed: 0, duplicates: 0, dryRun: false })).toEqual({ isDone: true, dryRun: false, lines: 3, added: 2, replaced: 1, removed: 0, duplicates: 0, refused: 0, errors: [] });
  const errors = [{ line: 2, member: 'value', value: 'x', code: 'ENTRY_INVALID', message: 'no address' }];
  expect(readAnswer(400, { code: 'LIST_IMPORT_REFUSED', lines: 2, refused: 1, errors })).toMatchObject({ isDone: false, refused: 1, errors });
  expect(() => readAnswer(409, { errors: [{ code: 'LIST_IMPORT_ENDED', member: '', message: 'It was cancelled.' }] })).toThrowError('It was cancelled.');
});

test('takes one value a line', () => {
  expect(valuesOf(' a\r\n\n b \n')).toEqual(['a', 'b']);
});

test('puts members and imports into words', () => {
  expect([memberInWords('fromAccountNumber'), memberInWords(null), memberInWords('ipAddress')]).toEqual(['From account number', 'Any text, by rules', 'IP address']);
  expect([isUnderWay({ status: 'READING' }), isUnderWay({ status: 'DONE' })]).toEqual([true, false]);
});

test('says who added an entry', () => {
  expect([adderInWords('USER 01', '01'), adderInWords('USER 02', '01'), adderInWords('KEY 02', null), adderInWords('SYSTEM', null), adderInWords(null, null)]).toEqual(['You', 'User 02', 'Key 02', 'System', '–']);
});
