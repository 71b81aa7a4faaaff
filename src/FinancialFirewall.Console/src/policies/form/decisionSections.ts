import { decisionLook, decisions, levelLook, levels } from '../../assessments/words';
import { choice, score, text, type Section } from './fields';

const scoring = [
  ['SUM', 'Sum of the weights, at most 1'],
  ['NOISY_OR', 'Noisy or: 1 − Π(1 − weight)'],
  ['MAX', 'The highest weight'],
] as const;

/** How the score is made, and what it leads to. */
export const decisionSections: readonly Section[] = [
  {
    key: 'thresholds',
    title: 'Thresholds',
    text: 'The most severe threshold that the score reaches decides. They are passed over where there are decision criteria.',
    groups: [
      {
        title: 'Decisions',
        fields: [
          score('thresholds.rejectThreshold', 'Reject from', { usual: '0.8' }),
          score('thresholds.escalateThreshold', 'Escalate from', { usual: 'Never' }),
          score('thresholds.holdThreshold', 'Hold from', { usual: 'Never' }),
          score('thresholds.manualReviewThreshold', 'Review from', { usual: '0.5' }),
          score('thresholds.approveThreshold', 'Approve up to', { usual: '0.3', hint: 'Between approval and the others a person looks at it.' }),
        ],
      },
      {
        title: 'Levels',
        fields: [score('thresholds.levels.critical', 'Critical from', { usual: '0.8' }), score('thresholds.levels.high', 'High from', { usual: '0.6' }), score('thresholds.levels.medium', 'Medium from', { usual: '0.3' })],
      },
      {
        title: 'Score',
        fields: [
          choice('thresholds.scoring', 'How weights make the score', scoring, { usual: 'Sum' }),
          choice('riskRules.scoring', 'How weights make the score, stated with the rules', scoring, { isRare: true, hint: 'It has to be the same as above.' }),
          choice(
            'thresholds.combine',
            'With the bank’s engine',
            [
              ['HIGHER', 'The higher score counts'],
              ['RULES', 'The score of the rules counts'],
              ['ENGINE', 'The score of the engine counts'],
              ['AVERAGE', 'The average counts'],
            ],
            { usual: 'The higher score' },
          ),
          score('thresholds.hybridThreshold', 'Hybrid waits for the engine from', { usual: '0.3' }),
        ],
      },
    ],
  },
  { key: 'criteria', title: 'Decision criteria', text: 'Where any is stated, criteria decide instead of thresholds: the most severe one that holds, and a person where none does.', groups: [], special: 'CRITERIA' },
  {
    key: 'fallback',
    title: 'Fallback',
    text: 'What cannot be evaluated, or an engine that does not answer, never makes a payment pass: the decision is at least this severe, and marked as degraded.',
    groups: [
      {
        fields: [
          choice('fallbackConfig.decision', 'Decision', decisions.map((one) => [one, decisionLook[one].name] as const), { usual: 'Review' }),
          choice('fallbackConfig.riskLevel', 'Level', levels.map((one) => [one, levelLook[one].name] as const), { usual: 'As the score says' }),
          text('fallbackConfig.reason', 'Reason', 500, { hint: 'It stands in the payment.' }),
        ],
      },
    ],
  },
];
