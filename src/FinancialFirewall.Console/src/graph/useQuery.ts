import { useCallback, useEffect, useState } from 'react';
import { ask, type AnyDocument } from './client';
import type { ResultOf, VariablesOf } from './graphql';

/** What a question has come to. Data stay while they are asked for anew. */
export interface Query<T> {
  readonly data: T | undefined;
  readonly error: Error | undefined;
  readonly isLoading: boolean;
  readonly reload: () => void;
}

interface State<T> {
  readonly key: string;
  readonly data: T | undefined;
  readonly error: Error | undefined;
  readonly isLoading: boolean;
}

/** Asks a question when it is shown, and again when its variables change. */
export function useQuery<D extends AnyDocument>(document: D, variables: VariablesOf<D>, isWanted = true): Query<ResultOf<D>> {
  const key = JSON.stringify(variables);
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<State<ResultOf<D>>>({ key, data: undefined, error: undefined, isLoading: isWanted });

  useEffect(() => {
    if (!isWanted) {
      return;
    }

    const ended = new AbortController();
    setState((before) => ({ ...before, isLoading: true }));
    ask(document, JSON.parse(key) as VariablesOf<D>, ended.signal).then(
      (data) => {
        if (!ended.signal.aborted) setState({ key, data, error: undefined, isLoading: false });
      },
      (error: unknown) => {
        if (!ended.signal.aborted) setState((before) => ({ ...before, key, error: error as Error, isLoading: false }));
      },
    );
    return () => ended.abort();
  }, [document, key, turn, isWanted]);

  const reload = useCallback(() => setTurn((before) => before + 1), []);
  return { data: state.data, error: state.error, isLoading: state.isLoading || (isWanted && state.key !== key), reload };
}
