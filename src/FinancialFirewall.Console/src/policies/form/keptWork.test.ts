import { expect, test } from 'vitest';
import { maximumKept, workKey, WorkKeeper } from './keptWork';

test('keeps work until it is forgotten', () => {
  const keeper = new WorkKeeper();
  keeper.keep('a', { name: 'x' }, 1);
  keeper.keep('a', { name: 'y' }, 2);
  expect(keeper.find('a')).toEqual({ document: { name: 'y' }, at: 2 });
  keeper.forget('a');
  expect(keeper.find('a')).toBeUndefined();
});

test('forgets the oldest first', () => {
  const keeper = new WorkKeeper();
  for (let i = 0; i <= maximumKept; i++) keeper.keep(`work ${i}`, {}, i);
  expect(keeper.find('work 0')).toBeUndefined();
  expect(keeper.find('work 1')).toBeDefined();
});

test('somebody else, another draft, another state: other work', () => {
  const who = { tenantId: 'demo', userId: 'u1' };
  const target = { draft: null, configuration: 'c', tag: 't1' };
  const keys = [workKey(who, target), workKey({ ...who, userId: 'u2' }, target), workKey(who, { ...target, draft: 'd' }), workKey(who, { ...target, tag: 't2' })];
  expect(new Set(keys).size).toBe(keys.length);
});
