import { inSentence } from '../../assessments/words';
import { formatMoney } from '../../money/format';
import type { Report } from './documents';

/** A number of payments, and their amounts. */
export type Moved = Report['blocked'];

/** The amounts of payments, the largest number of payments first: sums of different currencies are never added up. */
export const amountsInWords = (moved: Moved): string =>
  [...moved.amounts]
    .sort((a, b) => b.count - a.count)
    .map((one) => formatMoney(one.amount, one.currency))
    .join(', ') || '–';

/** The factors whose holding differs, the most first. */
export const changedFactors = (report: Report): Report['factors'] => report.factors.filter((factor) => factor.before !== factor.after).sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));

/** What made a sample another one, in words: the factors that came, and those that went. */
export const reasonsOf = (sample: Report['samples'][number]): readonly string[] => [...sample.factorsAdded.map((name) => `+ ${inSentence(name)}`), ...sample.factorsGone.map((name) => `− ${inSentence(name)}`)];

/** A difference with its sign. */
export const signed = (difference: number, format: (value: number) => string): string => (difference > 0 ? `+${format(difference)}` : difference < 0 ? `−${format(-difference)}` : '0');

/** Of payments of which one thing is known, how many there are, or how many the policy treats otherwise. */
export interface KnownRow {
  readonly title: string;
  readonly moved: Moved;
}

/** What is known, as rows of a table: frauds first, and nothing of what nothing was reported about. */
export function knownRows(known: Report['known']): readonly KnownRow[] {
  if (!known) return [];
  const rowsOf = (name: string, { all, stoppedBefore, stoppedAfter, blocked, released }: NonNullable<Report['known']>['fraud'], caught: string, freed: string): KnownRow[] =>
    all.count === 0
      ? []
      : [
          { title: name, moved: all },
          { title: `${name}: stopped`, moved: stoppedBefore },
          { title: `${name}: would be stopped`, moved: stoppedAfter },
          { title: caught, moved: blocked },
          { title: freed, moved: released },
        ];
  return [
    ...rowsOf('Fraud', known.fraud, 'Fraud: caught in addition', 'Fraud: would pass now'),
    ...rowsOf('Legitimate', known.legitimate, 'Legitimate: stopped in addition', 'Legitimate: would pass now'),
  ];
}
