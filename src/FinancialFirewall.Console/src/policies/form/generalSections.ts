import { choice, text, truth, whole, type Section } from './fields';

/** The highest number that a priority can have. */
const highestPriority = 2_147_483_647;

/** What a configuration is, and whose payments it is for. */
export const generalSections: readonly Section[] = [
  {
    key: 'general',
    title: 'General',
    text: 'What people call it, and how it takes part.',
    groups: [
      {
        fields: [
          text('configurationName', 'Name', 100),
          { kind: 'PARAGRAPH', path: ['description'], label: 'Description', longest: 1_000, hint: 'What it is for.' },
          truth('isEnabled', 'Takes part', true, 'Switched off, it decides nothing.'),
          whole('priority', 'Priority', 1, highestPriority, { usual: '1', hint: 'Of those that fit a payment, the lowest number decides.' }),
          choice(
            'riskAssessmentType',
            'How rules and the bank’s engine work together',
            [
              ['REAL_TIME', 'Real time: rules, and the engine before the answer'],
              ['BATCH', 'Batch: the rules answer, the engine later'],
              ['HYBRID', 'Hybrid: the engine is waited for where the rules see a risk'],
              ['CUSTOM', 'Custom: the custom rules alone'],
            ],
            { usual: 'Real time' },
          ),
          text('version', 'Your own version', 20, { usual: '1.0' }),
        ],
      },
    ],
  },
  {
    key: 'scope',
    title: 'Payments it is for',
    text: 'What is left empty fits every payment. Texts are compared exactly.',
    groups: [
      {
        fields: [
          text('paymentType', 'Payment type', 50, { usual: 'Every type' }),
          text('localInstrumentationCode', 'Local instrument', 50, { usual: 'Every instrument' }),
          text('clearingSystemCode', 'Clearing system', 50, { usual: 'Every system' }),
          choice(
            'paymentSource',
            'Source',
            [
              ['BOTH', 'Any source'],
              ['BANK_CLIENT', 'The bank’s clients'],
              ['CLEARING_SYSTEM', 'A clearing system'],
            ],
            { usual: 'Any source' },
          ),
        ],
      },
    ],
  },
];
