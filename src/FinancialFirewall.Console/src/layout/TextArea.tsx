import Box from '@mui/material/Box';
import { useId } from 'react';
import { hue } from '../theme/tokens';
import { FieldName, fieldLook } from './Choice';

interface TextAreaProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  rows: number;
  hint?: string;
  problem?: string | undefined;
  autoFocus?: boolean;
}

/** A field for several lines, with what is wrong with them below. */
export function TextArea({ label, value, onChange, rows, hint, problem, autoFocus }: TextAreaProps) {
  const id = useId();
  const isWrong = problem !== undefined && problem !== '';
  return (
    <Box>
      <FieldName htmlFor={id}>{label}</FieldName>
      <Box
        component="textarea"
        id={id}
        value={value}
        rows={rows}
        autoFocus={autoFocus}
        spellCheck={false}
        aria-invalid={isWrong}
        aria-describedby={hint || isWrong ? `${id}-below` : undefined}
        onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => onChange(event.target.value)}
        sx={{ ...fieldLook, height: 'auto', py: 1, fontFamily: 'ui-monospace, Menlo, Consolas, monospace', lineHeight: 1.5, resize: 'vertical', ...(isWrong ? { borderColor: hue('bad', 'mark') } : {}) }}
      />
      {(hint || isWrong) && (
        <Box id={`${id}-below`} sx={{ fontSize: '0.75rem', mt: 0.5, whiteSpace: 'pre-line', color: isWrong ? hue('bad', 'text') : 'text.secondary' }}>
          {isWrong ? problem : hint}
        </Box>
      )}
    </Box>
  );
}
