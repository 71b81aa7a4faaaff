const firstMs = 500;
const longestMs = 15_000;

/**
 * How long to wait before the next try, in milliseconds: twice as long each time, half of it by chance, so that many pages do not come back at once.
 * @param failures How many tries have failed before.
 * @param random From 0 to below 1.
 */
export function backoff(failures: number, random: number): number {
  const whole = Math.min(longestMs, firstMs * 2 ** Math.min(failures, 10));
  return Math.round(whole / 2 + (whole / 2) * random);
}
