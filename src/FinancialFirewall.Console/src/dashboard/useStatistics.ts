import { useState } from 'react';
import { useLive } from '../graph/useLive';
import { statisticsDocument, type Statistics } from './documents';

/** What the server has counted, and how fast payments come now. */
export interface Counters {
  readonly statistics: Statistics | undefined;
  readonly perSecond: number | undefined;
}

/** How many payments came a second between two moments; undefined where the server has begun anew in between. */
export function rateOf(before: { at: string; payments: number } | undefined, now: { at: string; payments: number }): number | undefined {
  const seconds = before ? (Date.parse(now.at) - Date.parse(before.at)) / 1000 : 0;
  return before && seconds > 0 && now.payments >= before.payments ? (now.payments - before.payments) / seconds : undefined;
}

/** Follows the server's counters. */
export function useStatistics(): Counters {
  const [counters, setCounters] = useState<Counters>({ statistics: undefined, perSecond: undefined });
  useLive(
    statisticsDocument,
    {},
    { event: ({ statistics }) => setCounters((before) => ({ statistics, perSecond: rateOf(before.statistics, statistics) })) },
  );
  return counters;
}
