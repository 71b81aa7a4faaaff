import { expect, test } from 'vitest';
import { latestFirst } from './tenants';

test('remembers the latest tenants, each once', () => {
  expect(latestFirst('b', ['a', 'b', 'c'])).toEqual(['b', 'a', 'c']);
  expect(latestFirst('f', ['a', 'b', 'c', 'd', 'e'])).toEqual(['f', 'a', 'b', 'c', 'd']);
});
