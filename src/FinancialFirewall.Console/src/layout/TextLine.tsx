import Box from '@mui/material/Box';
import { Field } from './Field';

interface TextLineProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'number' | 'datetime-local' | 'date' | 'email' | 'password';
  placeholder?: string;
  hint?: React.ReactNode;
  problem?: string | undefined;
  /** Whether `/` leads here. */
  isSearch?: boolean;
  isDisabled?: boolean;
  /** Whether it stands on a page that is read once and slowly. */
  isLarge?: boolean;
  suggestions?: readonly string[];
  autoFocus?: boolean;
  autoComplete?: string;
  inputMode?: 'text' | 'numeric';
  maxLength?: number;
}

const largeLook = { height: 40, fontSize: '0.875rem' } as const;

/** A field for a line of text, a number or a moment. */
export function TextLine({ label, value, onChange, type = 'text', hint, problem, isSearch, isDisabled, isLarge, suggestions, autoComplete = 'off', ...rest }: TextLineProps) {
  return (
    <Field label={label} hint={hint} problem={problem} isLarge={isLarge}>
      {({ sx, ...traits }) => (
        <>
          <Box
            component="input"
            {...traits}
            {...rest}
            type={type}
            value={value}
            disabled={isDisabled}
            autoComplete={autoComplete}
            autoCapitalize={isLarge ? 'none' : undefined}
            spellCheck={false}
            list={suggestions ? `${traits.id}-list` : undefined}
            data-search={isSearch ? '' : undefined}
            onChange={(event: React.ChangeEvent<HTMLInputElement>) => onChange(event.target.value)}
            sx={isLarge ? { ...sx, ...largeLook } : sx}
          />
          {suggestions && (
            <datalist id={`${traits.id}-list`}>
              {suggestions.map((one) => (
                <option key={one} value={one} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  );
}
