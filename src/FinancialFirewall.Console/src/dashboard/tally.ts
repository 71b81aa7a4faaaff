import { decisions, dispositionOf, levels, type Decision, type RiskLevel } from '../assessments/words';
import type { Counts } from './documents';
import { startOf } from './spans';

/** What the dashboard counts of a payment. */
export interface Counted {
  readonly id: string;
  readonly at: number;
  readonly decision: Decision;
  readonly level: RiskLevel;
  readonly factors: readonly string[];
  readonly amount: number;
  readonly currency: string;
}

/** The payments of one piece of time, by everything that is shown. */
export interface Bucket {
  /** When it begins, in milliseconds since 1970. */
  start: number;
  payments: number;
  readonly decisions: Record<Decision, number>;
  readonly levels: Record<RiskLevel, number>;
  readonly factors: Map<string, number>;
  /** Values by disposition and currency: `BLOCKED EUR`. */
  readonly values: Map<string, Value>;
}

/** The amounts of some payments in one currency. */
export interface Value {
  readonly sum: number;
  /** Of how many payments. */
  readonly payments: number;
}

/** The most ids that are remembered, so that no payment counts twice. */
const maximumRemembered = 20_000;

/** The most different factors and currencies that a piece of time counts apart. */
const maximumNames = 200;

const zeros = <T extends string>(names: readonly T[]): Record<T, number> => Object.fromEntries(names.map((name) => [name, 0])) as Record<T, number>;

const emptyBucket = (start: number): Bucket => ({ start, payments: 0, decisions: zeros(decisions), levels: zeros(levels), factors: new Map(), values: new Map() });

function increase(counts: Map<string, number>, name: string, count: number): void {
  if (counts.has(name) || counts.size < maximumNames) {
    counts.set(name, (counts.get(name) ?? 0) + count);
  }
}

function addValue(values: Map<string, Value>, name: string, more: Value): void {
  const { sum, payments } = values.get(name) ?? { sum: 0, payments: 0 };
  if (payments > 0 || values.size < maximumNames) {
    values.set(name, { sum: sum + more.sum, payments: payments + more.payments });
  }
}

/** Counts the payments of a span of time that moves on, in pieces; its memory does not grow with the payments. */
export class Tally {
  private readonly buckets = new Map<number, Bucket>();
  private readonly remembered = new Set<string>();

  /**
   * @param bucketMs How long a piece is.
   * @param count How many pieces the span has.
   * @param ahead How far the reader's clock is ahead of UTC, in milliseconds.
   */
  constructor(
    readonly bucketMs: number,
    readonly count: number,
    readonly ahead = 0,
  ) {}

  /** Takes over what the firewall has counted; what it has not is still to be counted one by one. */
  addAll(counts: Pick<Counts, 'pieces' | 'sums'>): void {
    for (const piece of counts.pieces) {
      const bucket = this.bucketAt(Date.parse(piece.start));
      bucket.payments += piece.payments;
      piece.decisions.forEach((one) => (bucket.decisions[one.decision] += one.count));
      piece.levels.forEach((one) => (bucket.levels[one.level] += one.count));
      piece.factors.forEach((one) => increase(bucket.factors, one.name, one.count));
    }

    for (const { decision, amounts } of counts.sums) {
      amounts.forEach((one) => addValue(this.bucketAt(Date.parse(one.start)).values, `${dispositionOf(decision)} ${one.currency}`, { sum: one.amount, payments: one.payments }));
    }
  }

  /** Counts a payment, unless it was counted before. */
  add(payment: Counted): boolean {
    if (this.remembered.has(payment.id)) {
      return false;
    }

    this.remember(payment.id);
    const bucket = this.bucketAt(payment.at);
    bucket.payments++;
    bucket.decisions[payment.decision]++;
    bucket.levels[payment.level]++;
    payment.factors.forEach((factor) => increase(bucket.factors, factor, 1));
    addValue(bucket.values, `${dispositionOf(payment.decision)} ${payment.currency}`, { sum: payment.amount, payments: 1 });
    return true;
  }

  /** The pieces of the span that ends now, the earliest first, without a hole. What is older is forgotten. */
  span(now: number): Bucket[] {
    const last = startOf(now, this.bucketMs, this.ahead);
    const first = last - (this.count - 1) * this.bucketMs;
    for (const start of this.buckets.keys()) {
      if (start < first) this.buckets.delete(start);
    }

    return Array.from({ length: this.count }, (_, i) => this.buckets.get(first + i * this.bucketMs) ?? emptyBucket(first + i * this.bucketMs));
  }

  private bucketAt(at: number): Bucket {
    const start = startOf(at, this.bucketMs, this.ahead);
    let bucket = this.buckets.get(start);
    if (!bucket) {
      bucket = emptyBucket(start);
      this.buckets.set(start, bucket);
    }

    return bucket;
  }

  private remember(id: string): void {
    this.remembered.add(id);
    if (this.remembered.size > maximumRemembered) {
      const oldest = this.remembered.values().next().value;
      if (oldest !== undefined) this.remembered.delete(oldest);
    }
  }
}

/** Everything of a span together. */
export function totalOf(buckets: readonly Bucket[]): Bucket {
  const total = emptyBucket(buckets[0]?.start ?? 0);
  for (const bucket of buckets) {
    total.payments += bucket.payments;
    decisions.forEach((decision) => (total.decisions[decision] += bucket.decisions[decision]));
    levels.forEach((level) => (total.levels[level] += bucket.levels[level]));
    bucket.factors.forEach((count, name) => total.factors.set(name, (total.factors.get(name) ?? 0) + count));
    bucket.values.forEach((value, name) => addValue(total.values, name, value));
  }

  return total;
}

/** The largest entries, the largest first; of equal ones by name. */
export const largest = (counts: ReadonlyMap<string, number>, count: number): [string, number][] =>
  [...counts].sort(([nameA, a], [nameB, b]) => b - a || (nameA < nameB ? -1 : 1)).slice(0, count);

/** The sums of a disposition by currency, the one of most payments first: sums of different currencies cannot be compared. */
export const valuesOf = (total: Bucket, disposition: string): [currency: string, sum: number][] =>
  [...total.values]
    .filter(([name]) => name.startsWith(`${disposition} `))
    .sort(([nameA, a], [nameB, b]) => b.payments - a.payments || (nameA < nameB ? -1 : 1))
    .map(([name, value]) => [name.slice(disposition.length + 1), value.sum]);
