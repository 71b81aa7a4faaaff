/** A time from one moment to another, in milliseconds since 1970. */
export interface Range {
  readonly from: number;
  readonly until: number;
}

/** The part of a range in which a toggle holds, and whether it goes on beyond. */
export interface Stretch extends Range {
  readonly isOpenBefore: boolean;
  readonly isOpenBehind: boolean;
}

/** What holds from one moment to another; for ever where none is given. */
export interface Timed {
  readonly effectiveFrom: string | null;
  readonly effectiveUntil: string | null;
}

const dayMs = 86_400_000;
const least = { before: 2 * dayMs, behind: 7 * dayMs };
const most = { before: 30 * dayMs, behind: 180 * dayMs };

/** The time that is drawn: around now, as far as toggles begin and end, within limits. */
export function rangeOf(toggles: readonly Timed[], now: number): Range {
  const edges = toggles.flatMap((toggle) => [toggle.effectiveFrom, toggle.effectiveUntil]).flatMap((time) => (time === null ? [] : [Date.parse(time)]));
  const within = edges.filter((edge) => edge >= now - most.before && edge <= now + most.behind);
  const [first, last] = [Math.min(now - least.before, ...within), Math.max(now + least.behind, ...within)];
  const margin = (last - first) * 0.04;
  return { from: first - margin, until: last + margin };
}

/** Where a toggle holds in a range; null where it does not. */
export function stretchOf(toggle: Timed, range: Range): Stretch | null {
  const from = toggle.effectiveFrom === null ? -Infinity : Date.parse(toggle.effectiveFrom);
  const until = toggle.effectiveUntil === null ? Infinity : Date.parse(toggle.effectiveUntil);
  return until <= range.from || from >= range.until
    ? null
    : { from: Math.max(from, range.from), until: Math.min(until, range.until), isOpenBefore: from < range.from, isOpenBehind: until > range.until };
}

/** The next moment at which something begins or ceases to hold, in milliseconds since 1970; infinite where there is none. */
export const nextEdge = (toggles: readonly Timed[], now: number): number =>
  Math.min(...toggles.flatMap(({ effectiveFrom, effectiveUntil }) => [effectiveFrom, effectiveUntil]).map((time) => (time === null ? Infinity : Date.parse(time))).filter((time) => time > now));
