import type { HueName } from '../theme/tokens';

/** The decisions, from the mildest to the most severe. */
export const decisions = ['APPROVE', 'MANUAL_REVIEW', 'HOLD', 'ESCALATE', 'REJECT'] as const;

/** What becomes of a payment. */
export type Decision = (typeof decisions)[number];

/** The levels, from the lowest to the highest. */
export const levels = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const;

/** How risky a payment is. */
export type RiskLevel = (typeof levels)[number];

/** The statuses of an assessment. */
export const statuses = ['PENDING', 'IN_PROGRESS', 'COMPLETED', 'FAILED', 'CANCELLED', 'TIMEOUT', 'ERROR'] as const;

/** What people call a decision, and its hue. */
export const decisionLook: Readonly<Record<Decision, { readonly name: string; readonly hue: HueName }>> = {
  APPROVE: { name: 'Approve', hue: 'good' },
  MANUAL_REVIEW: { name: 'Review', hue: 'caution' },
  HOLD: { name: 'Hold', hue: 'waiting' },
  ESCALATE: { name: 'Escalate', hue: 'raisedUp' },
  REJECT: { name: 'Reject', hue: 'bad' },
};

/** What people call a level, and its hue. */
export const levelLook: Readonly<Record<RiskLevel, { readonly name: string; readonly hue: HueName }>> = {
  LOW: { name: 'Low', hue: 'neutral' },
  MEDIUM: { name: 'Medium', hue: 'caution' },
  HIGH: { name: 'High', hue: 'serious' },
  CRITICAL: { name: 'Critical', hue: 'bad' },
};

/** What becomes of the money: it was stopped, waits for a person, or went on. */
export const dispositionOf = (decision: Decision): 'BLOCKED' | 'WAITING' | 'RELEASED' => (decision === 'REJECT' ? 'BLOCKED' : decision === 'APPROVE' ? 'RELEASED' : 'WAITING');

/** A name of code in words, as inside a sentence: `highDailyAmount` is `high daily amount`. */
export const inSentence = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
    .replace(/\b(api|ip|iban|id|bic|uetr)\b/g, (short) => short.toUpperCase());

/** The same, as it begins a line: `BANK_CLIENT` is `Bank client`. */
export function inWords(name: string): string {
  const words = inSentence(name);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
