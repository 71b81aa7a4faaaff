import Box from '@mui/material/Box';
import type { Finding } from './findings';
import { Framed } from './Framed';

/** The longest condition, in characters. */
const longest = 4_096;

/** A condition in the rule language. */
export function ConditionInput({ label, value, findings, onChange }: { label: string; value: string; findings: readonly Finding[]; onChange: (value: string) => void }) {
  return (
    <Framed label={label} findings={findings} isWide>
      {({ sx, ...traits }) => (
        <Box
          component="textarea"
          {...traits}
          rows={2}
          maxLength={longest}
          value={value}
          spellCheck={false}
          onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => onChange(event.target.value)}
          sx={{ ...sx, height: 'auto', py: 0.75, resize: 'vertical', fontFamily: 'ui-monospace, Menlo, Consolas, monospace' }}
        />
      )}
    </Framed>
  );
}
