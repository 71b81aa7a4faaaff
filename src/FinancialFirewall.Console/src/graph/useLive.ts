import { useEffect, useRef, useState } from 'react';
import { textOf, type AnyDocument } from './client';
import { noteAnswer, noteCut } from './connection';
import { follow } from './follow';
import type { ResultOf, VariablesOf } from './graphql';
import { refusalOf, type Refusal } from './refusal';
import { browser, channelOf } from './socket';

/** How a live view stands. */
export type Liveness = 'CONNECTING' | 'LIVE' | 'CUT' | 'REFUSED' | 'OFF';

/** What is done with what happens. */
export interface LiveView<T> {
  event(data: T): void;
  /** Something may have been missed: what is shown is to be loaded anew. */
  gap?(): void;
  /** Whether nothing comes behind it, so that the end of the subscription is no cut. The view no longer wants it then. */
  isLast?(data: T): boolean;
}

/** The cursor of the one member of an answer; undefined where its events have none. */
function cursorOf(value: unknown): string | undefined {
  const root = Object.values(value as Record<string, { cursor?: string } | null>)[0];
  return root?.cursor;
}

/** Follows a subscription while it is shown and wanted, over cuts, without a gap. */
export function useLive<D extends AnyDocument>(document: D, variables: VariablesOf<D>, view: LiveView<ResultOf<D>>, isWanted = true, start?: string): { liveness: Liveness; refusal: Refusal | undefined } {
  const [state, setState] = useState<{ liveness: Liveness; refusal: Refusal | undefined }>({ liveness: 'CONNECTING', refusal: undefined });
  const current = useRef(view);
  useEffect(() => {
    current.current = view;
  });
  const key = `${textOf(document)}${JSON.stringify(variables)}${start ?? ''}`;

  useEffect(() => {
    if (!isWanted) {
      return;
    }

    let isDone = false;
    return follow<ResultOf<D>>(
      channelOf(document, variables as Record<string, unknown>),
      (value) => ({ event: value as ResultOf<D>, cursor: cursorOf(value) }),
      {
        event(event) {
          noteAnswer();
          isDone = current.current.isLast?.(event) ?? false;
          current.current.event(event);
        },
        gap: () => current.current.gap?.(),
        cut(nextTryAt) {
          if (isDone) {
            return;
          }

          setState({ liveness: 'CUT', refusal: undefined });
          noteCut(nextTryAt);
        },
        live: () => setState({ liveness: 'LIVE', refusal: undefined }),
        refused: (errors) => setState({ liveness: 'REFUSED', refusal: refusalOf(errors) }),
      },
      browser,
      start,
    );
    // The key stands for the document and the variables.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key, isWanted]);

  return isWanted ? state : { liveness: 'OFF', refusal: undefined };
}
