/** A span that the dashboard can show. */
export interface Span {
  readonly key: string;
  readonly title: string;
  readonly bucketMs: number;
  readonly count: number;
  /** How far the marks below the bars are apart. */
  readonly tickMs: number;
}

const second = 1_000;
const minute = 60 * second;

/** The spans, the shortest first. */
export const spans: readonly Span[] = [
  { key: '5m', title: '5 minutes', bucketMs: 2 * second, count: 150, tickMs: minute },
  { key: '1h', title: 'Hour', bucketMs: minute, count: 60, tickMs: 10 * minute },
  { key: '24h', title: 'Day', bucketMs: 15 * minute, count: 96, tickMs: 240 * minute },
];

/** The span of a name; the shortest where there is none of that name. */
export const spanOf = (key: string | null): Span => spans.find((span) => span.key === key) ?? (spans[0] as Span);

/** The length of a span. */
export const lengthMs = (span: Span): number => span.bucketMs * span.count;
