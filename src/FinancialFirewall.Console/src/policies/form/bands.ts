import type { Decision } from '../../assessments/words';
import { valueAt, type JsonObject } from './document';

/** A stretch of scores that lead to one decision: from its beginning up to, not including, its end; the last one includes 1. */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly decision: Decision;
}

/** The thresholds, the most severe first, with what holds where one is not stated; none where it then decides nothing. */
const severe = [
  { name: 'rejectThreshold', usual: 0.8, decision: 'REJECT' },
  { name: 'escalateThreshold', usual: null, decision: 'ESCALATE' },
  { name: 'holdThreshold', usual: null, decision: 'HOLD' },
  { name: 'manualReviewThreshold', usual: 0.5, decision: 'MANUAL_REVIEW' },
] as const;

const usualApproval = 0.3;

/** The smallest difference of two scores. */
const unit = 0.0001;

const scoreOf = (document: JsonObject, name: string, usual: number | null): number | null => {
  const value = valueAt(document, ['thresholds', name]);
  return typeof value === 'number' && value >= 0 && value <= 1 ? value : usual;
};

/** Which scores lead to which decision, by the thresholds alone; nothing where criteria decide instead. */
export function bandsOf(document: JsonObject): readonly Band[] {
  if (valueAt(document, ['decisionCriteria']) !== undefined) {
    return [];
  }

  const thresholds = severe.map(({ name, usual, decision }) => ({ at: scoreOf(document, name, usual), decision }));
  const approval = scoreOf(document, 'approveThreshold', usualApproval) ?? usualApproval;
  const decisionAt = (score: number): Decision => thresholds.find(({ at }) => at !== null && score >= at)?.decision ?? (score <= approval ? 'APPROVE' : 'MANUAL_REVIEW');
  const edges = [...new Set([0, ...thresholds.flatMap(({ at }) => (at === null ? [] : [at])), Math.min(1, approval + unit)])].sort((a, b) => a - b);
  const bands: Band[] = [];
  edges.forEach((from, i) => {
    const to = edges[i + 1] ?? 1;
    const decision = decisionAt(from);
    const before = bands.at(-1);
    if (before?.decision === decision) {
      bands[bands.length - 1] = { ...before, to };
    } else {
      bands.push({ from, to, decision });
    }
  });
  return bands;
}
