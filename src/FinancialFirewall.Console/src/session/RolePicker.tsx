import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useId } from 'react';
import { hue } from '../theme/tokens';
import type { Viewer } from './session';
import { roleName } from './roleNames';

type Role = Viewer['roles'][number];

interface RolePickerProps {
  /** What is chosen, for people. */
  label: string;
  /** The roles that are offered, with what each may do where that is worth saying. */
  offered: readonly (readonly [role: Role, does?: string])[];
  chosen: readonly Role[];
  onChange: (chosen: readonly Role[]) => void;
  problem?: string | undefined;
}

/** Chooses roles. */
export function RolePicker({ label, offered, chosen, onChange, problem }: RolePickerProps) {
  const id = useId();
  const isDescribed = offered.some(([, does]) => does);
  return (
    <Box component="fieldset" sx={{ border: 0, m: 0, p: 0 }} aria-describedby={problem ? id : undefined}>
      <Box component="legend" sx={{ fontSize: '0.75rem', fontWeight: 540, color: 'text.secondary', p: 0 }}>
        {label}
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: isDescribed ? '1fr' : '1fr 1fr' }}>
        {offered.map(([role, does]) => (
          <FormControlLabel
            key={role}
            control={<Checkbox size="small" checked={chosen.includes(role)} onChange={(_, isOn) => onChange(isOn ? [...chosen, role] : chosen.filter((one) => one !== role))} />}
            label={
              <>
                {roleName(role)}
                {does && (
                  <Box component="span" sx={{ color: 'text.secondary' }}>
                    : {does}
                  </Box>
                )}
              </>
            }
          />
        ))}
      </Box>
      {problem && (
        <Box id={id} sx={{ fontSize: '0.75rem', mt: 0.5, color: hue('bad', 'text') }}>
          {problem}
        </Box>
      )}
    </Box>
  );
}
