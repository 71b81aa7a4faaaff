import { useCallback, useEffect, useRef, useState } from 'react';
import { ask } from '../graph/client';
import type { ResultOf } from '../graph/graphql';
import { useLive, type Liveness } from '../graph/useLive';
import { countedOf, cursorDocument, historyDocument, liveDocument, type Seen } from './documents';
import { lengthMs, type Span } from './spans';
import { Tally, type Bucket } from './tally';

/** The most pages of history that are loaded for a span. */
const maximumPages = 10;

/** How many risky payments are kept for the list. */
const riskyCount = 8;

const paintMs = 500;

/** The payments of a span, counted, and going on. */
export interface Feed {
  readonly buckets: readonly Bucket[];
  readonly risky: readonly Seen[];
  readonly liveness: Liveness;
  readonly isLoading: boolean;
  readonly error: Error | undefined;
  /** From when on payments are counted, where the span has more than are loaded. */
  readonly countedFrom: string | undefined;
  readonly reload: () => void;
}

const isRisky = (seen: Seen): boolean => seen.riskLevel === 'HIGH' || seen.riskLevel === 'CRITICAL';

/** Counts what was decided in a span, which stays the same, and what is being decided, and shows it anew twice a second at most. */
export function useFeed(span: Span): Feed {
  const [tally, setTally] = useState(() => new Tally(span.bucketMs, span.count));
  const risky = useRef<Seen[]>([]);
  const [now, setNow] = useState(() => Date.now());
  const [load, setLoad] = useState<{ isLoading: boolean; error: Error | undefined; countedFrom: string | undefined }>({ isLoading: true, error: undefined, countedFrom: undefined });
  const [start, setStart] = useState<string>();
  const reload = useCallback(() => {
    risky.current = [];
    setStart(undefined);
    setTally(new Tally(span.bucketMs, span.count));
  }, [span]);

  const see = useCallback(
    (seen: Seen) => {
      if (tally.add(countedOf(seen)) && isRisky(seen)) {
        risky.current = [...risky.current, seen].sort((a, b) => (a.assessedAt < b.assessedAt ? 1 : -1)).slice(0, riskyCount);
      }
    },
    [tally],
  );

  useEffect(() => {
    const ended = new AbortController();
    setLoad({ isLoading: true, error: undefined, countedFrom: undefined });
    const load = async () => {
      setStart((await ask(cursorDocument, {}, ended.signal)).eventCursor);
      return loadHistory(new Date(Date.now() - lengthMs(span)).toISOString(), see, ended.signal);
    };
    load().then(
      (countedFrom) => setLoad({ isLoading: false, error: undefined, countedFrom }),
      (error: unknown) => {
        if (!ended.signal.aborted) setLoad({ isLoading: false, error: error as Error, countedFrom: undefined });
      },
    );
    return () => ended.abort();
  }, [see, span]);

  const { liveness } = useLive(liveDocument, {}, { event: (data) => see(data.assessments.assessment), gap: reload }, start !== undefined, start);

  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), paintMs);
    return () => clearInterval(timer);
  }, []);

  return { ...load, buckets: tally.span(now), risky: risky.current, liveness, reload };
}

/** Loads what was decided since then, the newest first; gives the time of the oldest where there is more. */
async function loadHistory(from: string, see: (seen: Seen) => void, signal: AbortSignal): Promise<string | undefined> {
  let after: string | null = null;
  let oldest: string | undefined;
  for (let page = 0; page < maximumPages; page++) {
    const { assessments }: ResultOf<typeof historyDocument> = await ask(historyDocument, { from, after }, signal);
    assessments.nodes.forEach(see);
    oldest = assessments.nodes.at(-1)?.assessedAt ?? oldest;
    if (!assessments.pageInfo.hasNextPage) {
      return undefined;
    }

    after = assessments.pageInfo.endCursor;
  }

  return oldest;
}
