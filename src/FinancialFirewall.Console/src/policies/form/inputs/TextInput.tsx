import Box from '@mui/material/Box';
import { Framed } from '../Framed';
import type { InputProps } from './props';

/** A line of text, or a paragraph. */
export function TextInput({ label, hint, usual, value, findings, onChange, longest, isLong }: InputProps & { longest: number; isLong?: boolean }) {
  return (
    <Framed label={label} hint={hint} findings={findings} isWide={isLong ?? false}>
      {({ sx, ...traits }) => (
        <Box
          component={isLong ? 'textarea' : 'input'}
          {...traits}
          {...(isLong ? { rows: 2 } : { autoComplete: 'off' })}
          value={value === undefined ? '' : String(value as string)}
          placeholder={usual}
          maxLength={longest}
          spellCheck={isLong ?? false}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => onChange(event.target.value === '' ? undefined : event.target.value)}
          sx={isLong ? { ...sx, height: 'auto', py: 0.75, resize: 'vertical' } : sx}
        />
      )}
    </Framed>
  );
}
