import Box from '@mui/material/Box';
import Switch from '@mui/material/Switch';
import { Framed } from '../Framed';
import type { InputProps } from './props';

/** Something that is so or not. */
export function SwitchInput({ label, hint, value, findings, onChange, isUsual }: InputProps & { isUsual: boolean }) {
  const isOn = value === undefined ? isUsual : value === true;
  return (
    <Framed label={label} hint={hint} findings={findings}>
      {({ id, 'aria-describedby': describedBy }) => (
        <Box sx={{ display: 'flex', alignItems: 'center', height: 34, ml: -1 }}>
          <Switch checked={isOn} onChange={(_, checked) => onChange(checked)} slotProps={{ input: { id, 'aria-describedby': describedBy } }} />
          <Box component="span" aria-hidden="true" sx={{ fontSize: '0.8125rem' }}>
            {isOn ? 'Yes' : 'No'}
          </Box>
        </Box>
      )}
    </Framed>
  );
}
