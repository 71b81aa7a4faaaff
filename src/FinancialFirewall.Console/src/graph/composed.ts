/** A document as it is sent: what was written first, then the fragments that it uses, each once. */
export interface Composed {
  readonly parts: readonly string[];
}

/** What tells the types, and not the firewall, to look through a fragment. */
const unmasked = / @_unmask\b/;

/** A document with fragments that were written elsewhere. */
export const composed = (text: string, fragments: readonly Composed[] = []): Composed => ({
  parts: [...new Set([text.replace(unmasked, '').trim(), ...fragments.flatMap((fragment) => fragment.parts)])],
});
