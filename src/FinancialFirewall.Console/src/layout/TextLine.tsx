import Box from '@mui/material/Box';
import { useId } from 'react';
import { hue } from '../theme/tokens';
import { FieldName, fieldLook } from './Choice';

interface TextLineProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'number' | 'datetime-local' | 'date' | 'password';
  placeholder?: string;
  hint?: React.ReactNode;
  problem?: string | undefined;
  /** Whether `/` leads here. */
  isSearch?: boolean;
  isDisabled?: boolean;
  suggestions?: readonly string[];
  autoFocus?: boolean;
  maxLength?: number;
}

/** A field for a line of text, a number or a moment, with what is wrong with it below. */
export function TextLine({ label, value, onChange, type = 'text', placeholder, hint, problem, isSearch, isDisabled, suggestions, autoFocus, maxLength }: TextLineProps) {
  const id = useId();
  const isWrong = problem !== undefined && problem !== '';
  return (
    <Box sx={{ minWidth: 0 }}>
      <FieldName htmlFor={id}>{label}</FieldName>
      <Box
        component="input"
        id={id}
        type={type}
        value={value}
        placeholder={placeholder}
        disabled={isDisabled}
        autoFocus={autoFocus}
        maxLength={maxLength}
        autoComplete={type === 'password' ? 'current-password' : 'off'}
        spellCheck={false}
        aria-invalid={isWrong}
        aria-describedby={hint || isWrong ? `${id}-below` : undefined}
        list={suggestions ? `${id}-list` : undefined}
        data-search={isSearch ? '' : undefined}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => onChange(event.target.value)}
        sx={{ ...fieldLook, ...(isWrong ? { borderColor: hue('bad', 'mark') } : {}) }}
      />
      {suggestions && (
        <datalist id={`${id}-list`}>
          {suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
      {(hint || isWrong) && (
        <Box id={`${id}-below`} sx={{ fontSize: '0.75rem', mt: 0.5, color: isWrong ? hue('bad', 'text') : 'text.secondary' }}>
          {isWrong ? problem : hint}
        </Box>
      )}
    </Box>
  );
}
