import FormHelperText from '@mui/material/FormHelperText';
import OutlinedInput from '@mui/material/OutlinedInput';
import Box from '@mui/material/Box';
import { useId } from 'react';

interface EntryFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'email' | 'password';
  autoComplete?: string;
  inputMode?: 'text' | 'numeric';
  hint?: string;
  problem?: string;
  autoFocus?: boolean;
}

/** A field with its name above it. */
export function EntryField({ label, value, onChange, type = 'text', autoComplete, inputMode, hint, problem, autoFocus }: EntryFieldProps) {
  const id = useId();
  const below = problem !== undefined && problem !== '' ? problem : hint;
  return (
    <Box>
      <Box component="label" htmlFor={id} sx={{ display: 'block', fontSize: '0.8125rem', fontWeight: 560, mb: 0.5 }}>
        {label}
      </Box>
      <OutlinedInput
        id={id}
        type={type}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        autoComplete={autoComplete ?? 'off'}
        error={problem !== undefined && problem !== ''}
        autoFocus={autoFocus ?? false}
        fullWidth
        size="small"
        inputProps={{ inputMode, 'aria-describedby': below ? `${id}-below` : undefined, spellCheck: false, autoCapitalize: 'none' }}
      />
      {below && (
        <FormHelperText id={`${id}-below`} error={problem !== undefined && problem !== ''}>
          {below}
        </FormHelperText>
      )}
    </Box>
  );
}
