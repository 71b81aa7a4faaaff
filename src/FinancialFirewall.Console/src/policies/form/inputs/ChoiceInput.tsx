import Box from '@mui/material/Box';
import { Framed } from '../Framed';
import type { InputProps } from './props';

/** One of a few, or none, which means what is usual. */
export function ChoiceInput({ label, hint, usual, value, findings, onChange, options }: InputProps & { options: readonly (readonly [value: string, title: string])[] }) {
  const chosen = value === undefined ? '' : String(value as string);
  const isKnown = chosen === '' || options.some(([one]) => one === chosen);
  return (
    <Framed label={label} hint={hint} findings={findings}>
      {({ sx, ...traits }) => (
        <Box component="select" {...traits} value={chosen} onChange={(event: React.ChangeEvent<HTMLSelectElement>) => onChange(event.target.value === '' ? undefined : event.target.value)} sx={sx}>
          <option value="">{usual === '' ? 'Not stated' : `${usual} (not stated)`}</option>
          {options.map(([one, title]) => (
            <option key={one} value={one}>
              {title}
            </option>
          ))}
          {!isKnown && <option value={chosen}>{chosen}</option>}
        </Box>
      )}
    </Framed>
  );
}
