import { useCallback, useMemo } from 'react';
import { addressOf } from './address';
import { navigate, usePlace } from './location';

type Changes = Readonly<Record<string, string | readonly string[] | null>>;

/** The parameters of the address, and how to change some of them. */
export function useParameters(): [URLSearchParams, (changes: Changes, how?: 'PUSH' | 'REPLACE') => void] {
  const { search } = usePlace();
  const parameters = useMemo(() => new URLSearchParams(search), [search]);
  const change = useCallback((changes: Changes, how: 'PUSH' | 'REPLACE' = 'REPLACE') => {
    navigate(addressOf(location.pathname, { ...Object.fromEntries(new URLSearchParams(location.search)), ...changes }), how);
  }, []);
  return [parameters, change];
}
