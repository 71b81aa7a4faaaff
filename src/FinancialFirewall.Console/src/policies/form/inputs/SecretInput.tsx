import { Framed } from '../Framed';
import type { InputProps } from './props';
import { SecretLine } from './SecretLine';

/** A secret: kept as it is, written anew, or named where it lies in the store of secrets. */
export function SecretInput({ label, hint, value, findings, onChange }: InputProps) {
  return (
    <Framed label={label} hint={hint} findings={findings} isGroup>
      {({ sx }) => <SecretLine label={label} value={value} look={sx} onChange={onChange} />}
    </Framed>
  );
}
