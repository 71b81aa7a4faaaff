import { formatScore } from '../money/format';
import type { Whole } from './documents';
import { decisionLook, inSentence, levelLook } from './words';

type Explained = Pick<Whole, 'decision' | 'initialDecision' | 'decisionReason' | 'riskScore' | 'riskLevel' | 'riskFactors' | 'degraded' | 'fraudCheckEnabled' | 'errorMessage'>;

const past: Readonly<Record<Whole['decision'], string>> = {
  APPROVE: 'was approved',
  MANUAL_REVIEW: 'was put before a person',
  HOLD: 'was put on hold',
  ESCALATE: 'was escalated',
  REJECT: 'was rejected',
};

/** How many factors are told by name. */
const toldFactors = 3;

/** Names as people list them: `a`, `a and b`, `a, b and c`. */
export const listOf = (names: readonly string[]): string => (names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`);

/** Why a payment was decided as it was, in a few sentences. */
export function explain(assessment: Explained): string[] {
  const told = [`The payment ${past[assessment.initialDecision]}: ${lowerFirst(withStop(reasonInWords(assessment.decisionReason)))}`];
  if (!assessment.fraudCheckEnabled) {
    told.push('The fraud check was off for it, so that no rule was asked; only mandatory lists still held.');
    return told;
  }

  told.push(aboutScore(assessment));
  if (assessment.degraded) {
    told.push(`Something could not be evaluated that should have been${assessment.errorMessage ? `: ${lowerFirst(withStop(assessment.errorMessage))}` : '.'} So the more severe of what could be evaluated and the fallback decided.`);
  }

  if (assessment.decision !== assessment.initialDecision) {
    told.push(`Since then it was decided anew: it now stands at ${decisionLook[assessment.decision].name.toLowerCase()}.`);
  }

  return told;
}

function aboutScore({ riskScore, riskLevel, riskFactors }: Explained): string {
  const level = levelLook[riskLevel].name.toLowerCase();
  const leading = [...riskFactors].sort((a, b) => b.share - a.share);
  if (leading.length === 0) {
    return `No factor held: the score is ${formatScore(riskScore)}, level ${level}.`;
  }

  const names = listOf(leading.slice(0, toldFactors).map((factor) => `${inSentence(factor.name)} (${formatScore(factor.share)})`));
  const rest = leading.length - toldFactors;
  return `The score of ${formatScore(riskScore)}, level ${level}, comes from ${names}${rest > 0 ? `, and ${rest} more` : ''}.`;
}

/** A reason as people say it: names of code become words, but for those that stand in quotes, which are somebody’s own. */
export const reasonInWords = (reason: string): string => reason.replace(/'[^']*'|\b[a-z]+(?:[A-Z][a-z]*)+\b/g, (found) => (found.startsWith("'") ? found : inSentence(found)));

const withStop = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

const lowerFirst = (text: string): string => (/^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);
