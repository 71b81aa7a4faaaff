/** A span that the dashboard can show. */
export interface Span {
  readonly key: string;
  readonly title: string;
  /** As it stands in a sentence: `in this hour`. */
  readonly words: string;
  readonly bucketMs: number;
  readonly count: number;
  /** How far the marks below the bars are apart. */
  readonly tickMs: number;
}

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** The spans, the shortest first. */
export const spans: readonly Span[] = [
  { key: '5m', title: '5 min', words: 'in the last 5 minutes', bucketMs: 2 * second, count: 150, tickMs: minute },
  { key: '1h', title: 'Hour', words: 'in the last hour', bucketMs: minute, count: 60, tickMs: 10 * minute },
  { key: '24h', title: 'Day', words: 'in the last 24 hours', bucketMs: 15 * minute, count: 96, tickMs: 4 * hour },
  { key: '7d', title: 'Week', words: 'in the last 7 days, hour by hour', bucketMs: hour, count: 168, tickMs: day },
  { key: '30d', title: 'Month', words: 'in the last 30 days, day by day', bucketMs: day, count: 30, tickMs: 5 * day },
];

/** The span of a name; the shortest where there is none of that name. */
export const spanOf = (key: string | null): Span => spans.find((span) => span.key === key) ?? (spans[0] as Span);

/** How far the reader's clock is ahead of UTC now, in milliseconds: pieces of time begin when the reader's hours and days do. */
export const zoneAhead = (): number => -new Date().getTimezoneOffset() * minute;

/** The pieces of the span that ends now: when the first begins, and when the last ends. */
export function boundsOf(span: Span, now: number, ahead: number): { from: number; until: number } {
  const last = startOf(now, span.bucketMs, ahead);
  return { from: last - (span.count - 1) * span.bucketMs, until: last + span.bucketMs };
}

/** When the piece of time begins that a moment lies in. */
export const startOf = (at: number, bucketMs: number, ahead: number): number => Math.floor((at + ahead) / bucketMs) * bucketMs - ahead;

/** Whether a mark stands below the piece that begins there. */
export const isTick = (start: number, span: Span, ahead: number): boolean => (start + ahead) % span.tickMs === 0;

/** Whether its pieces are told by the day, and not by the time of day alone. */
export const isOfDays = (span: Span): boolean => span.bucketMs >= hour;
