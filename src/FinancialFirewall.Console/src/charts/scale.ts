/** The end of an axis: the next of 2, 4, 6, 8, 10, 20, …, so that its middle is a whole number too. */
export function niceMaximum(maximum: number): number {
  if (maximum <= 2) {
    return 2;
  }

  const power = 10 ** Math.floor(Math.log10(maximum));
  for (const factor of [1, 2, 4, 6, 8, 10]) {
    if (factor * power >= maximum && (factor * power) % 2 === 0) {
      return factor * power;
    }
  }

  return 10 * power;
}

/** A linear scale from what is measured to where it is drawn. */
export const linear =
  (from: readonly [number, number], to: readonly [number, number]) =>
  (value: number): number =>
    from[1] === from[0] ? (to[0] + to[1]) / 2 : to[0] + ((value - from[0]) / (from[1] - from[0])) * (to[1] - to[0]);

/** About so many round values between two, for the marks of an axis. */
export function ticksOf(from: number, to: number, count: number): number[] {
  const raw = (to - from) / Math.max(count, 1);
  if (!(raw > 0)) {
    return [from];
  }

  const power = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= raw) ?? 10) * power;
  const ticks: number[] = [];
  for (let tick = Math.ceil(from / step) * step; tick <= to; tick += step) {
    ticks.push(Number(tick.toPrecision(12)));
  }

  return ticks;
}
