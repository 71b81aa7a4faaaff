import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { isObject, type Json } from '../document';
import { Framed } from '../Framed';
import { problemOfNumber, readNumber, readRows, spellNumber, twice, type Rows } from '../typed';
import { useTyped } from '../useTyped';
import type { InputProps } from './props';
import { RowsEditor } from './RowsEditor';

type AmountProps = InputProps & { baseCurrency: string };

/** An amount: one in the base currency, or one for each of some currencies. */
export function AmountInput(props: AmountProps) {
  return isObject(props.value) ? <ByCurrency {...props} /> : <InBaseCurrency {...props} />;
}

function InBaseCurrency({ label, hint, usual, value, findings, onChange, baseCurrency }: AmountProps) {
  const [typed, type] = useTyped(value, readNumber, spellNumber, onChange);
  return (
    <Framed label={label} hint={hint} findings={findings} problem={problemOfNumber(typed)}>
      {({ sx, ...traits }) => (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
          <Box component="input" {...traits} inputMode="decimal" autoComplete="off" value={typed} placeholder={usual} onChange={(event: React.ChangeEvent<HTMLInputElement>) => type(event.target.value)} sx={{ ...sx, maxWidth: 180, fontVariantNumeric: 'tabular-nums' }} />
          <Box component="span" sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>
            {baseCurrency}
          </Box>
          <Button color="inherit" size="small" aria-label={`${label}: by currency`} onClick={() => onChange({ [baseCurrency]: value ?? '' })} sx={{ whiteSpace: 'nowrap' }}>
            By currency
          </Button>
        </Box>
      )}
    </Framed>
  );
}

const spell = (value: Json | undefined): Rows => (isObject(value) ? Object.entries(value).map(([code, amount]) => [code, spellNumber(amount)] as const) : []);

const read = (rows: Rows): Json | undefined => readRows(rows.map(([code, typed]) => [code, readNumber(String(typed as string)) ?? ''] as const)) ?? {};

function ByCurrency({ label, hint, value, findings, onChange, baseCurrency }: AmountProps) {
  const [rows, change] = useTyped<Rows>(value, read, spell, onChange);
  const [again] = twice(rows);
  return (
    <Framed label={label} hint={hint} findings={findings} problem={again && `${again} stands here twice; the last one counts.`} isGroup>
      {({ sx }) => (
        <>
          <RowsEditor rows={rows} look={sx} nameLabel="Currency" add="Add a currency" fresh="" columns="96px minmax(0, 1fr) auto" onChange={change}>
            {(amount, put, name) => (
              <Box component="input" aria-label={`${label} in ${name}`} inputMode="decimal" autoComplete="off" value={String(amount as string)} onChange={(event: React.ChangeEvent<HTMLInputElement>) => put(event.target.value)} sx={sx} />
            )}
          </RowsEditor>
          <Button color="inherit" size="small" onClick={() => onChange(readNumber(String((rows.find(([code]) => code === baseCurrency)?.[1] ?? '') as string)))} sx={{ mt: 0.5 }}>
            One amount in {baseCurrency}
          </Button>
        </>
      )}
    </Framed>
  );
}
