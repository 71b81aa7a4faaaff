import { expect, test } from 'vitest';
import { isSame, pointerOf, put, valueAt } from './document';

const document = { name: 'a', rules: { amount: { high: 1 } }, list: [{ name: 'x' }, { name: 'y' }] };

test('finds what stands at a place, and nothing where nothing stands', () => {
  expect(valueAt(document, ['rules', 'amount', 'high'])).toBe(1);
  expect(valueAt(document, ['list', 1, 'name'])).toBe('y');
  expect(valueAt(document, ['list', 7, 'name'])).toBeUndefined();
  expect(valueAt({ a: null }, ['a'])).toBeUndefined();
});

test('puts a value where nothing was, and leaves everything else as it is', () => {
  const changed = put(document, ['rules', 'time', 'zone'], 'UTC');
  expect(changed).toEqual({ ...document, rules: { amount: { high: 1 }, time: { zone: 'UTC' } } });
  expect(changed.list).toBe(document.list);
  expect(put(document, ['list', 2, 'name'], 'z').list).toEqual([{ name: 'x' }, { name: 'y' }, { name: 'z' }]);
});

test('keeps the order of members that are there', () => {
  expect(Object.keys(put({ a: 1, b: 2, c: 3 }, ['b'], 9))).toEqual(['a', 'b', 'c']);
});

test('takes away a member, and with it what has no members left', () => {
  expect(put(document, ['rules', 'amount', 'high'], undefined)).toEqual({ name: 'a', list: document.list });
  expect(put(document, ['list', 0], undefined).list).toEqual([{ name: 'y' }]);
  expect(put(document, ['list', 0, 'name'], undefined).list).toEqual([{}, { name: 'y' }]);
  expect(put({ list: ['x'] }, ['list', 0], undefined)).toEqual({});
});

test('names places as JSON pointers', () => {
  expect(pointerOf(['headers', 'a/b~c', 0])).toBe('/headers/a~1b~0c/0');
  expect(pointerOf([])).toBe('');
});

test.each([
  [{ a: 1, b: [2] }, { b: [2], a: 1 }, true],
  [{ a: 1 }, { a: 1, b: 2 }, false],
  [[1, 2], [2, 1], false],
  [undefined, undefined, true],
  ['1', 1, false],
])('%j and %j: the same is %s', (one, other, same) => expect(isSame(one, other)).toBe(same));
