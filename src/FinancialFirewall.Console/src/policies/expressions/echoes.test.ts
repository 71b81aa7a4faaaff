import { expect, test } from 'vitest';
import { Echoes } from './echoes';

test('an echo that comes late is none of somebody else’s texts', () => {
  const echoes = new Echoes();
  echoes.expect('s');
  echoes.expect('su');
  expect(echoes.take('s')).toBe(true);
  expect(echoes.take('su')).toBe(true);
  expect(echoes.take('s')).toBe(false);
});

test('a later text stands for those before it', () => {
  const echoes = new Echoes();
  echoes.expect('s');
  echoes.expect('su');
  expect(echoes.take('su')).toBe(true);
  expect(echoes.take('s')).toBe(false);
});

test('what was never sent is new, and is waited for no longer', () => {
  const echoes = new Echoes();
  echoes.expect('s');
  expect(echoes.take('other')).toBe(false);
  echoes.forget();
  expect(echoes.take('s')).toBe(false);
});
