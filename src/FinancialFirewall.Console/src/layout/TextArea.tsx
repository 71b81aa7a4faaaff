import Box from '@mui/material/Box';
import { Field } from './Field';

interface TextAreaProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  rows: number;
  hint?: string;
  problem?: string | undefined;
  autoFocus?: boolean;
}

/** A field for several lines. */
export function TextArea({ label, value, onChange, rows, hint, problem, autoFocus }: TextAreaProps) {
  return (
    <Field label={label} hint={hint} problem={problem}>
      {({ sx, ...traits }) => (
        <Box
          component="textarea"
          {...traits}
          value={value}
          rows={rows}
          autoFocus={autoFocus}
          spellCheck={false}
          onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => onChange(event.target.value)}
          sx={{ ...sx, height: 'auto', py: 1, fontFamily: 'ui-monospace, Menlo, Consolas, monospace', lineHeight: 1.5, resize: 'vertical' }}
        />
      )}
    </Field>
  );
}
