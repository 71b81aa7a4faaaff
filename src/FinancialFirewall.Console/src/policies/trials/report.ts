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
