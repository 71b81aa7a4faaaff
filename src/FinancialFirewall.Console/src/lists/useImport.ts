import { useCallback, useEffect, useRef, useState } from 'react';
import { ask } from '../graph/client';
import { importDocument } from './documents';
import { sendFile, type Imported, type ImportOptions } from './importing';

/** How far an import is. */
export type ImportState =
  | { readonly stage: 'CHOOSING'; readonly error?: Error }
  | { readonly stage: 'RUNNING'; readonly lines: number; readonly isPublishing: boolean }
  | { readonly stage: 'ENDED'; readonly outcome: Imported };

const askEveryMs = 500;

/** Sends a file, and looks meanwhile how much of it was read. Who leaves breaks it off: nothing is changed then. */
export function useImport(list: string): { state: ImportState; run: (file: File, options: Omit<ImportOptions, 'id'>) => Promise<Imported | undefined>; breakOff: () => void; reset: () => void } {
  const [state, setState] = useState<ImportState>({ stage: 'CHOOSING' });
  const sending = useRef<AbortController>(null);
  useEffect(() => () => sending.current?.abort(), []);

  const run = useCallback(
    async (file: File, options: Omit<ImportOptions, 'id'>) => {
      const id = crypto.randomUUID();
      const ended = new AbortController();
      sending.current = ended;
      setState({ stage: 'RUNNING', lines: 0, isPublishing: false });
      const looking = setInterval(() => {
        ask(importDocument, { id }, ended.signal).then(
          ({ listImport: now }) => {
            if (now) setState((before) => (before.stage === 'RUNNING' ? { stage: 'RUNNING', lines: now.lines, isPublishing: now.status === 'PUBLISHING' } : before));
          },
          () => undefined,
        );
      }, askEveryMs);
      try {
        const outcome = await sendFile(list, file, { ...options, id }, ended.signal);
        setState({ stage: 'ENDED', outcome });
        return outcome;
      } catch (error) {
        setState({ stage: 'CHOOSING', error: error as Error });
        return undefined;
      } finally {
        clearInterval(looking);
      }
    },
    [list],
  );
  const breakOff = useCallback(() => sending.current?.abort(), []);
  const reset = useCallback(() => setState({ stage: 'CHOOSING' }), []);
  return { state, run, breakOff, reset };
}
