import { expect, test } from 'vitest';
import { edit, editingOf, maximumSteps, type Edit, type Editing } from './editing';

const put = (name: string, value: string): Edit => ({ act: 'PUT', path: [name], value });
const after = (...edits: Edit[]): Editing => edits.reduce(edit, editingOf({}));

test('what is typed in one place is one step', () => {
  const typed = after(put('name', 'a'), put('name', 'ab'), put('other', 'x'), put('name', 'abc'));
  expect(typed.past).toEqual([{}, { name: 'ab' }, { name: 'ab', other: 'x' }]);
});

test('takes steps back and makes them again', () => {
  const back = after(put('name', 'a'), put('other', 'x'), { act: 'UNDO' }, { act: 'UNDO' });
  expect(back.now).toEqual({});
  expect(edit(edit(back, { act: 'REDO' }), { act: 'REDO' }).now).toEqual({ name: 'a', other: 'x' });
  expect(edit(back, { act: 'UNDO' })).toBe(back);
});

test('a change after a step back forgets what was ahead, and is a step of its own', () => {
  const changed = after(put('name', 'a'), put('name', 'b'), { act: 'UNDO' }, put('name', 'c'));
  expect(changed).toMatchObject({ now: { name: 'c' }, past: [{}], future: [] });
  expect(edit(changed, { act: 'REDO' })).toBe(changed);
});

test('a change that changes nothing is no step', () => {
  const begun = editingOf({ name: 'a' });
  expect(edit(begun, { act: 'REPLACE', document: { name: 'a' } })).toBe(begun);
});

test('keeps so many steps and no more', () => {
  const many = after(...Array.from({ length: maximumSteps + 10 }, (_, i) => put(`m${i}`, 'x')));
  expect(many.past).toHaveLength(maximumSteps);
});
