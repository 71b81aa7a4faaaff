import { isObject, type Json } from '../document';
import { Framed } from '../Framed';
import { readRows, twice, type Rows } from '../typed';
import { useTyped } from '../useTyped';
import type { InputProps } from './props';
import { RowsEditor } from './RowsEditor';
import { SecretLine } from './SecretLine';

const spell = (value: Json | undefined): Rows => (isObject(value) ? Object.entries(value) : []);

/** Headers of HTTP, whose values are secrets. */
export function HeadersInput({ label, hint, value, findings, onChange }: InputProps) {
  const [rows, change] = useTyped(value, readRows, spell, onChange);
  const [again] = twice(rows);
  return (
    <Framed label={label} hint={hint} findings={findings} problem={again && `${again} stands here twice; the last one counts.`} isGroup isWide>
      {({ sx }) => (
        <RowsEditor rows={rows} look={sx} nameLabel="Header" add="Add a header" fresh="" onChange={change}>
          {(secret, put, name) => <SecretLine label={name} value={secret} look={sx} onChange={(next) => put(next ?? '')} />}
        </RowsEditor>
      )}
    </Framed>
  );
}
