import Box from '@mui/material/Box';
import { useId } from 'react';
import { fieldLook } from '../layout/Choice';
import { hue } from '../theme/tokens';

interface EntryFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'email' | 'password';
  autoComplete?: string;
  inputMode?: 'text' | 'numeric';
  hint?: string;
  problem?: string;
  suggestions?: readonly string[];
  autoFocus?: boolean;
}

/** A field with its name above it, for pages that are read once and slowly: larger than those of the others. */
export function EntryField({ label, value, onChange, type = 'text', autoComplete, inputMode, hint, problem, suggestions, autoFocus }: EntryFieldProps) {
  const id = useId();
  const isWrong = problem !== undefined && problem !== '';
  const below = isWrong ? problem : hint;
  return (
    <Box>
      <Box component="label" htmlFor={id} sx={{ display: 'block', fontSize: '0.8125rem', fontWeight: 560, mb: 0.5 }}>
        {label}
      </Box>
      <Box
        component="input"
        id={id}
        type={type}
        value={value}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => onChange(event.target.value)}
        autoComplete={autoComplete ?? 'off'}
        autoFocus={autoFocus}
        inputMode={inputMode}
        list={suggestions ? `${id}-list` : undefined}
        spellCheck={false}
        autoCapitalize="none"
        aria-invalid={isWrong}
        aria-describedby={below ? `${id}-below` : undefined}
        sx={{ ...fieldLook, height: 40, fontSize: '0.875rem', ...(isWrong ? { borderColor: hue('bad', 'mark') } : {}) }}
      />
      {suggestions && (
        <datalist id={`${id}-list`}>
          {suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
      {below && (
        <Box id={`${id}-below`} sx={{ fontSize: '0.75rem', mt: 0.5, color: isWrong ? hue('bad', 'text') : 'text.secondary' }}>
          {below}
        </Box>
      )}
    </Box>
  );
}
