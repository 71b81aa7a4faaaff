import { decisions, type Decision } from '../assessments/words';
import type { Shadow } from './documents';

/** How a shadow stands, in words, and its hue. */
export const shadowLooks: Readonly<Record<Shadow['status'], readonly [words: string, hue: 'good' | 'waiting' | 'neutral' | 'caution' | 'bad']>> = {
  FILLING: ['Reads the past that its windows need', 'waiting'],
  RUNNING: ['Decides beside the policy in force', 'good'],
  ENDED: ['Ended', 'neutral'],
  DRAFT_GONE: ['Ended: the draft was changed', 'caution'],
  OUTDATED: ['Ended: something was published', 'caution'],
  TOO_LARGE: ['Ended: its windows take too much memory', 'bad'],
};

/** Whether it goes on. */
export const isOn = (status: Shadow['status']): boolean => status === 'FILLING' || status === 'RUNNING';

/** How often each decision was made, and what the other policy would have made of it: a row for each decision that was made, a column for each that would have been. */
export interface Matrix {
  readonly decisions: readonly Decision[];
  readonly rows: readonly { readonly decision: Decision; readonly counts: readonly number[]; readonly total: number }[];
  readonly totals: readonly number[];
}

/** The pairs of decisions as a table; decisions that never came are left out. */
export function matrixOf(pairs: readonly { readonly live: Decision; readonly other: Decision; readonly count: number }[]): Matrix {
  const present = decisions.filter((one) => pairs.some((pair) => pair.count > 0 && (pair.live === one || pair.other === one)));
  const countOf = (live: Decision, other: Decision) => pairs.filter((pair) => pair.live === live && pair.other === other).reduce((sum, pair) => sum + pair.count, 0);
  const rows = present.map((decision) => {
    const counts = present.map((other) => countOf(decision, other));
    return { decision, counts, total: counts.reduce((a, b) => a + b, 0) };
  });
  return { decisions: present, rows, totals: present.map((_, i) => rows.reduce((sum, row) => sum + (row.counts[i] ?? 0), 0)) };
}

/** A part of a whole as a percentage, with as many digits as say something. */
export function shareInWords(part: number, whole: number): string {
  if (whole === 0) return '–';
  const share = (part / whole) * 100;
  return part > 0 && share < 0.01 ? '<\u00a00.01\u00a0%' : `${share.toFixed(share < 1 ? 2 : 1)}\u00a0%`;
}
