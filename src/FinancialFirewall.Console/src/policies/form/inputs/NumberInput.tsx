import Box from '@mui/material/Box';
import { Framed } from '../Framed';
import { problemOfNumber, readNumber, spellNumber } from '../typed';
import { useTyped } from '../useTyped';
import type { InputProps } from './props';

/** A number, as it is typed. What is none goes to the firewall as it is, which says what would be right. */
export function NumberInput({ label, hint, usual, value, findings, onChange, unit }: InputProps & { unit?: string | undefined }) {
  const [typed, type] = useTyped(value, readNumber, spellNumber, onChange);
  return (
    <Framed label={label} hint={hint} findings={findings} problem={problemOfNumber(typed)}>
      {({ sx, ...traits }) => (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
          <Box
            component="input"
            {...traits}
            inputMode="decimal"
            autoComplete="off"
            value={typed}
            placeholder={usual}
            onChange={(event: React.ChangeEvent<HTMLInputElement>) => type(event.target.value)}
            sx={{ ...sx, maxWidth: 180, fontVariantNumeric: 'tabular-nums' }}
          />
          {unit && (
            <Box component="span" sx={{ fontSize: '0.75rem', color: 'text.secondary', whiteSpace: 'nowrap' }}>
              {unit}
            </Box>
          )}
        </Box>
      )}
    </Framed>
  );
}
