import { expect, test } from 'vitest';
import { backoff } from './backoff';

test.each([
  [0, 0, 250],
  [0, 0.999999, 500],
  [3, 0.5, 3_000],
  [20, 0, 7_500],
  [20, 0.999999, 15_000],
])('after %i failures, with chance %d, waits %i ms', (failures, random, wait) => {
  expect(backoff(failures, random)).toBe(wait);
});
