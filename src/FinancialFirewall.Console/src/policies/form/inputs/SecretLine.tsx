import Box from '@mui/material/Box';
import { isObject, type Json } from '../document';

/** What is shown and sent back for a secret that stays as it is. */
export const mask = '********';

/** The input of a secret, without its name. */
export function SecretLine({ label, value, look, onChange }: { label: string; value: Json | undefined; look: object; onChange: (value: Json | undefined) => void }) {
  const reference = isObject(value) ? String((value.secretRef ?? '') as string) : undefined;
  const isKept = value === mask;
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '128px minmax(0, 1fr)', gap: 1 }}>
      <Box
        component="select"
        aria-label={`${label}: where it is`}
        value={reference === undefined ? 'HERE' : 'STORE'}
        onChange={(event: React.ChangeEvent<HTMLSelectElement>) => onChange(event.target.value === 'STORE' ? { secretRef: '' } : undefined)}
        sx={look}
      >
        <option value="HERE">Written here</option>
        <option value="STORE">In the store</option>
      </Box>
      <Box
        component="input"
        aria-label={reference === undefined ? label : `${label}: its name in the store`}
        type={reference === undefined ? 'password' : 'text'}
        autoComplete="new-password"
        spellCheck={false}
        value={reference ?? (isKept ? '' : String((value ?? '') as string))}
        placeholder={isKept ? 'Stays as it is' : reference === undefined ? 'None' : 'Name'}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => onChange(reference === undefined ? event.target.value || undefined : { secretRef: event.target.value })}
        sx={look}
      />
    </Box>
  );
}
