import { useState } from 'react';
import { isSame, type Json } from './document';

/**
 * What stands in an input while somebody types: the text as it was typed for as long as it means what the document says, and else what the document says.
 * So `0.` is not taken away on the way to `0.5`, and a step that is taken back is seen.
 */
export function useTyped<T>(value: Json | undefined, read: (typed: T) => Json | undefined, spell: (value: Json | undefined) => T, onChange: (value: Json | undefined) => void): [T, (typed: T) => void] {
  const [typed, setTyped] = useState<T>(() => spell(value));
  const shown = isSame(read(typed), value) ? typed : spell(value);
  const change = (next: T) => {
    setTyped(() => next);
    onChange(read(next));
  };
  return [shown, change];
}
