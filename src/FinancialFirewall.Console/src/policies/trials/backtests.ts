import { fromLocalInput } from '../../time/format';
import type { BacktestInput, BacktestRow } from './documents';

/** How a backtest stands, in words, and its hue. */
export const backtestLooks: Readonly<Record<BacktestRow['status'], readonly [words: string, hue: 'good' | 'waiting' | 'neutral' | 'bad']>> = {
  RUNNING: ['Running', 'waiting'],
  DONE: ['Done', 'good'],
  CANCELLED: ['Cancelled', 'neutral'],
  TOO_LARGE: ['Its windows take too much memory', 'bad'],
  FAILED: ['Failed', 'bad'],
  INTERRUPTED: ['Interrupted', 'neutral'],
};

/** What is tested, as it stands in the form. */
export interface Plan {
  /** `draft ID` or `version`. */
  readonly what: string;
  readonly version: string;
  readonly from: string;
  readonly to: string;
  readonly asOf: 'PAYMENT' | 'POLICY';
}

const draftPrefix = 'draft ';

/** The choice that means a draft. */
export const choiceOf = (draft: string): string => `${draftPrefix}${draft}`;

/** What the firewall is sent. */
export const inputOf = (plan: Plan): BacktestInput => ({
  ...(plan.what.startsWith(draftPrefix) ? { draft: plan.what.slice(draftPrefix.length) } : { version: Number(plan.version) }),
  from: fromLocalInput(plan.from),
  to: fromLocalInput(plan.to),
  asOf: plan.asOf,
});
