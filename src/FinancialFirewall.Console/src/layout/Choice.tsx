import Box from '@mui/material/Box';
import { useId } from 'react';
import { FieldName, fieldLook } from './Field';

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
