import { useEffect, useRef } from 'react';

/** Asks a question again whenever a number has changed that counts changes elsewhere. */
export function useReloadOn(turn: number, reload: () => void): void {
  const seen = useRef(turn);
  useEffect(() => {
    if (seen.current !== turn) {
      seen.current = turn;
      reload();
    }
  }, [turn, reload]);
}
