import { useCallback, useState } from 'react';
import { ask, type AnyDocument } from './client';
import type { ResultOf, VariablesOf } from './graphql';
import { Refusal } from './refusal';

/** Something that can be changed, and how far that is. */
export interface Change<D extends AnyDocument> {
  readonly isBusy: boolean;
  readonly error: Error | undefined;
  /** Why it was refused; undefined where it was not, or nobody answered. */
  readonly refusal: Refusal | undefined;
  /** Makes the change. Gives what came of it; undefined where it was refused, and then `error` says why. */
  readonly run: (variables: VariablesOf<D>) => Promise<ResultOf<D> | undefined>;
  readonly reset: () => void;
}

/** Has the firewall change something. */
export function useChange<D extends AnyDocument>(document: D): Change<D> {
  const [state, setState] = useState<{ isBusy: boolean; error: Error | undefined }>({ isBusy: false, error: undefined });
  const run = useCallback(
    async (variables: VariablesOf<D>) => {
      setState({ isBusy: true, error: undefined });
      try {
        const data = await ask(document, variables);
        setState({ isBusy: false, error: undefined });
        return data;
      } catch (error) {
        setState({ isBusy: false, error: error as Error });
        return undefined;
      }
    },
    [document],
  );
  const reset = useCallback(() => setState({ isBusy: false, error: undefined }), []);
  return { ...state, refusal: state.error instanceof Refusal ? state.error : undefined, run, reset };
}
