import Box from '@mui/material/Box';
import { lazy, Suspense, use } from 'react';
import { useProblem } from '../expressions/useProblem';
import { WritingContext } from '../expressions/vocabulary';
import type { Finding } from './findings';
import { Framed } from './Framed';

const ExpressionEditor = lazy(() => import('../expressions/ExpressionEditor'));

/** A condition in the rule language: what is wrong stands under the word, and in words below. */
export function ConditionInput({ label, value, findings, onChange }: { label: string; value: string; findings: readonly Finding[]; onChange: (value: string) => void }) {
  const { vocabulary, draft } = use(WritingContext);
  const problem = useProblem(value, draft);
  const sentences = findings.map((one) => ({ ...one, message: one.message.split('\n')[0] ?? '' }));
  return (
    <Framed label={label} hint="Ctrl Space offers what fits; pointing at a word says what it means." findings={sentences} isGroup isWide>
      {({ sx }) => (
        <Suspense
          fallback={
            <Box component="pre" sx={{ ...sx, height: 'auto', minHeight: 54, m: 0, py: 0.75, fontFamily: 'ui-monospace, Menlo, Consolas, monospace', whiteSpace: 'pre-wrap' }}>
              {value}
            </Box>
          }
        >
          <ExpressionEditor label={label} value={value} problem={problem} vocabulary={vocabulary} onChange={onChange} />
        </Suspense>
      )}
    </Framed>
  );
}
