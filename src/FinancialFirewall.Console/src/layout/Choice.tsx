import Box from '@mui/material/Box';
import { useId } from 'react';
import { colour } from '../theme/tokens';

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  options: readonly (readonly [value: T, title: string])[];
  onChange: (value: T) => void;
}

/** One of a few, by the browser's own list: quick on a desk, at home on a phone. */
export function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  const id = useId();
  return (
    <Box sx={{ minWidth: 0 }}>
      <FieldName htmlFor={id}>{label}</FieldName>
      <Box component="select" id={id} value={value} onChange={(event: React.ChangeEvent<HTMLSelectElement>) => onChange(event.target.value as T)} sx={fieldLook}>
        {options.map(([one, title]) => (
          <option key={one} value={one}>
            {title}
          </option>
        ))}
      </Box>
    </Box>
  );
}

/** The look of a field of the browser's own. */
export const fieldLook = {
  display: 'block',
  width: '100%',
  height: 34,
  px: 1.25,
  font: 'inherit',
  fontSize: '0.8125rem',
  color: 'text.primary',
  bgcolor: colour('surface'),
  border: `1px solid ${colour('lineStrong')}`,
  borderRadius: '7px',
  '&::placeholder': { color: 'text.secondary', opacity: 1 },
  '&:disabled': { opacity: 0.6 },
} as const;

/** The name above a field. */
export const FieldName = ({ htmlFor, children }: { htmlFor: string; children: React.ReactNode }) => (
  <Box component="label" htmlFor={htmlFor} sx={{ display: 'block', fontSize: '0.75rem', fontWeight: 540, color: 'text.secondary', mb: 0.5 }}>
    {children}
  </Box>
);
