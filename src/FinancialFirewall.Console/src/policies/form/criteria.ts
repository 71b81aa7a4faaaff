import { isObject, type Json, type JsonObject } from './document';
import type { Rows } from './typed';

/** What every member that is a condition begins with. */
export const conditionPrefix = 'condition_';

/** The criteria, the most severe first. */
export const criteria = [
  { member: 'autoReject', title: 'Reject', score: 'minRiskScore', amount: 'minAmount' },
  { member: 'escalate', title: 'Escalate', score: 'minRiskScore', amount: 'minAmount' },
  { member: 'hold', title: 'Hold', score: 'minRiskScore', amount: 'minAmount' },
  { member: 'manualReview', title: 'Review', score: 'minRiskScore', amount: 'minAmount' },
  { member: 'autoApprove', title: 'Approve', score: 'maxRiskScore', amount: 'maxAmount' },
] as const;

/** A criterion as the form has it. */
export type Criterion = (typeof criteria)[number];

/** The conditions of a criterion, each with the rest of its name. */
export const conditionsOf = (criterion: Json | undefined): Rows => (isObject(criterion) ? Object.entries(criterion).flatMap(([name, value]) => (name.startsWith(conditionPrefix) ? [[name.slice(conditionPrefix.length), value] as const] : [])) : []);

/** A criterion with other conditions; undefined where it then states nothing. */
export function withConditions(criterion: Json | undefined, conditions: Rows): JsonObject | undefined {
  const others = isObject(criterion) ? Object.entries(criterion).filter(([name]) => !name.startsWith(conditionPrefix)) : [];
  const all = [...others, ...conditions.map(([name, value]) => [`${conditionPrefix}${name}`, value] as const)];
  return all.length === 0 ? undefined : Object.fromEntries(all);
}

/** The first number that no condition is called by. */
export const nextName = (conditions: Rows): string => {
  const taken = conditions.map(([name]) => name);
  return Array.from({ length: conditions.length + 1 }, (_, i) => String(i + 1)).find((name) => !taken.includes(name)) ?? '';
};
