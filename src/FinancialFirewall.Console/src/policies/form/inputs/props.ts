import type { Json } from '../document';
import type { Finding } from '../findings';

/** What an input is given, whatever its kind. */
export interface InputProps {
  readonly label: string;
  readonly hint: string;
  /** What holds where nothing is stated. */
  readonly usual: string;
  readonly value: Json | undefined;
  readonly findings: readonly Finding[];
  readonly onChange: (value: Json | undefined) => void;
}
