import Box from '@mui/material/Box';
import { Framed } from '../Framed';
import type { InputProps } from './props';

const zones = (): readonly string[] => Intl.supportedValuesOf('timeZone');

/** A time zone, by its name; the browser offers those that it knows. */
export function ZoneInput({ label, hint, usual, value, findings, onChange }: InputProps) {
  return (
    <Framed label={label} hint={hint} findings={findings}>
      {({ sx, ...traits }) => (
        <>
          <Box
            component="input"
            {...traits}
            list={`${traits.id}-zones`}
            autoComplete="off"
            spellCheck={false}
            value={value === undefined ? '' : String(value as string)}
            placeholder={usual}
            onChange={(event: React.ChangeEvent<HTMLInputElement>) => onChange(event.target.value === '' ? undefined : event.target.value)}
            sx={sx}
          />
          <datalist id={`${traits.id}-zones`}>
            {zones().map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </>
      )}
    </Framed>
  );
}
