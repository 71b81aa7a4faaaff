import Box from '@mui/material/Box';
import { isObject, type Json } from '../document';
import { Framed } from '../Framed';
import { readRows, twice, type Rows } from '../typed';
import { useTyped } from '../useTyped';
import type { InputProps } from './props';
import { RowsEditor } from './RowsEditor';

interface Mapping {
  readonly path: string;
  readonly rows: Rows;
}

const spell = (value: Json | undefined): Mapping =>
  isObject(value) ? { path: String((value.path ?? '') as string), rows: isObject(value.values) ? Object.entries(value.values) : [] } : { path: String((value ?? '') as string), rows: [] };

function read({ path, rows }: Mapping): Json | undefined {
  const values = readRows(rows);
  return values === undefined ? path || undefined : { path, values };
}

/** Where an answer says something, and what its words mean. */
export function MappingInput({ label, hint, usual, value, findings, onChange }: InputProps) {
  const [{ path, rows }, change] = useTyped<Mapping>(value, read, spell, onChange);
  const [again] = twice(rows);
  return (
    <Framed label={label} hint={hint} findings={findings} problem={again && `${again} stands here twice; the last one counts.`} isGroup isWide>
      {({ sx }) => (
        <Box sx={{ display: 'grid', gap: 1 }}>
          <Box component="input" aria-label={`${label}: path`} value={path} placeholder={usual} autoComplete="off" spellCheck={false} onChange={(event: React.ChangeEvent<HTMLInputElement>) => change({ path: event.target.value, rows })} sx={sx} />
          <RowsEditor rows={rows} look={sx} nameLabel="The engine’s word" add="Add a word" fresh="" onChange={(next) => change({ path, rows: next })}>
            {(meaning, put, name) => <Box component="input" aria-label={`${name} means`} value={String(meaning as string)} placeholder="means" onChange={(event: React.ChangeEvent<HTMLInputElement>) => put(event.target.value)} sx={sx} />}
          </RowsEditor>
        </Box>
      )}
    </Framed>
  );
}
