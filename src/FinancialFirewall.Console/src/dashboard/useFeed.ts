import { useCallback, useEffect, useRef, useState } from 'react';
import { dispositionOf } from '../assessments/words';
import { ask } from '../graph/client';
import { useLive, type Liveness } from '../graph/useLive';
import { useNow } from '../time/useNow';
import { countedOf, countsDocument, liveDocument, type Counts, type Seen } from './documents';
import { boundsOf, zoneAhead, type Span } from './spans';
import { Tally, type Bucket } from './tally';

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
  /** From when on payments are counted, where the span has more than the firewall counts at once. */
  readonly countedFrom: string | undefined;
  /** From when on values are added up, by what became of the money, where there are more payments than the firewall adds up. */
  readonly summedFrom: Readonly<Record<string, string>>;
  readonly reload: () => void;
}

interface Load {
  readonly isLoading: boolean;
  readonly error: Error | undefined;
  readonly counts: Counts | undefined;
}

const isRisky = (seen: Seen): boolean => seen.riskLevel === 'HIGH' || seen.riskLevel === 'CRITICAL';

const latestFirst = (seen: readonly Seen[]): Seen[] => [...seen].sort((a, b) => (a.assessedAt < b.assessedAt ? 1 : -1)).slice(0, riskyCount);

const loading: Load = { isLoading: true, error: undefined, counts: undefined };

/** Counts what was decided in a span, which stays the same, and what is being decided, and shows it anew twice a second at most. */
export function useFeed(span: Span): Feed {
  const [tally, setTally] = useState(() => tallyOf(span));
  const risky = useRef<Seen[]>([]);
  const now = useNow(paintMs);
  const [load, setLoad] = useState(loading);
  const reload = useCallback(() => setTally(tallyOf(span)), [span]);

  useEffect(() => {
    const ended = new AbortController();
    const { from, until } = boundsOf(span, Date.now(), tally.ahead);
    risky.current = [];
    setLoad(loading);
    ask(countsDocument, { from: new Date(from).toISOString(), until: new Date(until).toISOString(), seconds: span.bucketMs / 1000, risky: riskyCount }, ended.signal).then(
      (answer) => {
        if (ended.signal.aborted) return;
        tally.addAll(answer.assessmentCounts);
        risky.current = latestFirst(answer.assessments.nodes);
        setLoad({ isLoading: false, error: undefined, counts: answer.assessmentCounts });
      },
      (error: unknown) => {
        if (!ended.signal.aborted) setLoad({ isLoading: false, error: error as Error, counts: undefined });
      },
    );
    return () => ended.abort();
  }, [tally, span]);

  const see = (seen: Seen) => {
    if (tally.add(countedOf(seen)) && isRisky(seen) && risky.current.every((one) => one.id !== seen.id)) {
      risky.current = latestFirst([...risky.current, seen]);
    }
  };
  // It goes on exactly behind what the firewall has counted.
  const { liveness } = useLive(liveDocument, {}, { event: (data) => see(data.assessments.assessment), gap: reload }, load.counts !== undefined, load.counts?.cursor);
  const { from } = boundsOf(span, now, tally.ahead);
  return {
    isLoading: load.isLoading,
    error: load.error,
    countedFrom: load.counts && Date.parse(load.counts.countedFrom) > from ? load.counts.countedFrom : undefined,
    summedFrom: load.counts ? summedFrom(load.counts, from) : {},
    buckets: tally.span(now),
    risky: risky.current,
    liveness,
    reload,
  };
}

const tallyOf = (span: Span): Tally => new Tally(span.bucketMs, span.count, zoneAhead());

/** From when on the values of what became of the money are whole, where that is later than the span begins. */
export function summedFrom(counts: Pick<Counts, 'sums'>, from: number): Record<string, string> {
  const late: Record<string, string> = {};
  for (const { decision, summedFrom: since } of counts.sums) {
    const disposition = dispositionOf(decision);
    if (Date.parse(since) > from && Date.parse(since) > Date.parse(late[disposition] ?? '1970-01-01T00:00:00Z')) late[disposition] = since;
  }

  return late;
}
