import Box from '@mui/material/Box';
import { Framed } from '../Framed';
import type { InputProps } from './props';

const days = [
  ['MON', 'Mon'],
  ['TUE', 'Tue'],
  ['WED', 'Wed'],
  ['THU', 'Thu'],
  ['FRI', 'Fri'],
  ['SAT', 'Sat'],
  ['SUN', 'Sun'],
] as const;

/** Days of the week. */
export function DaysInput({ label, hint, value, findings, onChange }: InputProps) {
  const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
  const change = (day: string, isChosen: boolean) => {
    const next = days.map(([one]) => one).filter((one) => (one === day ? isChosen : chosen.includes(one)));
    onChange(next.length === 0 ? undefined : next);
  };
  return (
    <Framed label={label} hint={hint} findings={findings} isGroup isWide>
      {() => (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, minHeight: 34, alignItems: 'center' }}>
          {days.map(([day, name]) => (
            <Box component="label" key={day} sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, fontSize: '0.8125rem' }}>
              <input type="checkbox" checked={chosen.includes(day)} onChange={(event) => change(day, event.target.checked)} />
              {name}
            </Box>
          ))}
        </Box>
      )}
    </Framed>
  );
}
