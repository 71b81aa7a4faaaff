import type { Tenant } from './documents';

/** The levels with the members of `reviews` that say how soon each is to be decided. */
export const reviewTimes = [
  ['lowMinutes', 'Low'],
  ['mediumMinutes', 'Medium'],
  ['highMinutes', 'High'],
  ['criticalMinutes', 'Critical'],
] as const;

/** A member of `reviews` that says how soon a level is to be decided. */
export type ReviewTime = (typeof reviewTimes)[number][0];

/** The settings of a tenant as they are written: numbers as they are typed. */
export interface Written {
  readonly name: string;
  readonly years: string;
  readonly keys: string;
  readonly requiresApproval: boolean;
  readonly secondFactorRequired: boolean;
  readonly fourEyes: boolean;
  readonly times: Readonly<Record<ReviewTime, string>>;
}

/** The settings as they are. */
export function writtenOf({ name, retentionYears, maximumApiKeys, requiresApproval, secondFactorRequired, reviews }: Tenant): Written {
  const times = Object.fromEntries(reviewTimes.map(([time]) => [time, String(reviews[time])])) as Record<ReviewTime, string>;
  return { name, years: String(retentionYears), keys: String(maximumApiKeys), requiresApproval, secondFactorRequired, fourEyes: reviews.fourEyes, times };
}

/** A typed number; null where nothing is typed, which leaves it as it is. */
export const numberOf = (text: string): number | null => (text.trim() === '' ? null : Number(text));

/** What is sent. The number of keys is the operator's to say. */
export const settingsOf = ({ name, years, keys, requiresApproval, secondFactorRequired, fourEyes, times }: Written, isOperator: boolean) => ({
  name,
  retentionYears: numberOf(years),
  requiresApproval,
  secondFactorRequired,
  reviews: { fourEyes, ...(Object.fromEntries(reviewTimes.map(([time]) => [time, numberOf(times[time])])) as Record<ReviewTime, number | null>) },
  ...(isOperator ? { maximumApiKeys: numberOf(keys) } : {}),
});

/** How long something may take: `45 min`, `4 h`, `3 days`. */
export function minutesInWords(minutes: number): string {
  const [size, unit] = minutes % 1_440 === 0 ? [minutes / 1_440, minutes === 1_440 ? 'day' : 'days'] : minutes % 60 === 0 ? [minutes / 60, 'h'] : [minutes, 'min'];
  return `${size} ${unit}`;
}
