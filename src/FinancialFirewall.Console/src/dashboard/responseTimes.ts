/** How many payments were answered in a class of time. */
export interface TimeClass {
  readonly untilMs: number | null;
  readonly count: number;
}

/**
 * The time within which a share of the payments was answered, in milliseconds: the upper bound of the class in which it lies.
 * @returns Null where nothing was answered; infinity where it lies in the class without a bound.
 */
export function quantile(classes: readonly TimeClass[], share: number): number | null {
  const all = classes.reduce((sum, one) => sum + one.count, 0);
  if (all === 0) {
    return null;
  }

  let passed = 0;
  for (const one of classes) {
    passed += one.count;
    if (passed >= Math.ceil(all * share)) {
      return one.untilMs ?? Number.POSITIVE_INFINITY;
    }
  }

  return Number.POSITIVE_INFINITY;
}

/** A bound of a class, for people. */
export const formatBound = (milliseconds: number | null): string =>
  milliseconds === null ? '–' : !Number.isFinite(milliseconds) ? '> 10 s' : milliseconds >= 1000 ? `≤ ${milliseconds / 1000} s` : `≤ ${milliseconds} ms`;
