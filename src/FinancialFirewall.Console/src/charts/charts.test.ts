import { expect, test } from 'vitest';
import { linear, niceMaximum, ticksOf } from './scale';
import { stack } from './stack';

test.each([
  [0, 2],
  [2, 2],
  [3, 4],
  [11, 20],
  [61, 80],
  [81, 100],
  [100, 100],
  [271, 400],
])('an axis for %i ends at %i', (value, end) => expect(niceMaximum(value)).toBe(end));

test('every end of an axis has a whole middle', () => {
  for (let value = 1; value < 500; value++) {
    const end = niceMaximum(value);
    expect(end).toBeGreaterThanOrEqual(value);
    expect(Number.isInteger(end / 2)).toBe(true);
  }
});

test('scales, also where there is but one value', () => {
  expect(linear([0, 10], [0, 100])(5)).toBe(50);
  expect(linear([7, 7], [0, 100])(7)).toBe(50);
});

test('marks round values', () => {
  expect(ticksOf(0, 10, 5)).toEqual([0, 2, 4, 6, 8, 10]);
  expect(ticksOf(3, 3, 5)).toEqual([3]);
});

test('piles the parts of a bar up without a gap between them', () => {
  const { paths, maximum } = stack(
    [
      { name: 'a', colour: 'red', values: [1, 0] },
      { name: 'b', colour: 'blue', values: [1, 2] },
    ],
    100,
    50,
    (most) => most,
  );
  expect(maximum).toBe(2);
  expect(paths.map((path) => path.d)).toEqual(['M4.5 50V25h41V50z', 'M4.5 25V0h41V25zM54.5 50V0h41V50z']);
});
