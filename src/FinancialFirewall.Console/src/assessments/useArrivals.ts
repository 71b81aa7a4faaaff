import { useEffect, useRef, useState } from 'react';
import { ask } from '../graph/client';
import { useLive, type Liveness } from '../graph/useLive';
import { cursorDocument, liveListDocument, type Row } from './documents';
import { liveVariablesOf, type Filter } from './filter';

/** The most rows that are added above a list; earlier ones are found by loading it anew. */
const maximumRows = 200;

const paintMs = 400;

/** What arrived while a list was shown. */
export interface Arrivals {
  readonly rows: readonly Row[];
  /** The ids of what arrived with the latest painting. */
  readonly fresh: ReadonlySet<string>;
  readonly liveness: Liveness;
}

/** Collects what is decided and fits a filter, and shows it a few times a second at most. */
export function useArrivals(filter: Filter, isWanted: boolean, onGap: () => void): Arrivals {
  const [arrived, setArrived] = useState<{ rows: readonly Row[]; fresh: ReadonlySet<string> }>({ rows: [], fresh: new Set() });
  const [waiting] = useState<Row[]>(() => []);
  const variables = liveVariablesOf(filter);
  const key = JSON.stringify(variables);
  const [start, setStart] = useState<string>();
  const current = useRef(onGap);
  useEffect(() => {
    current.current = onGap;
  });
  const since = filter.from === null ? 0 : Date.parse(filter.from);
  const { liveness } = useLive(
    liveListDocument,
    variables,
    {
      event({ assessments: { assessment } }) {
        if (Date.parse(assessment.assessedAt) >= since) waiting.push(assessment);
      },
      gap: onGap,
    },
    start !== undefined,
    start,
  );

  useEffect(() => {
    setStart(undefined);
    if (!isWanted) {
      return;
    }

    // What is decided between this answer and the first event is told by the subscription, since it begins at the cursor; the list is loaded behind it.
    const ended = new AbortController();
    ask(cursorDocument, {}, ended.signal).then(
      ({ eventCursor }) => {
        setStart(eventCursor);
        current.current();
      },
      () => undefined,
    );
    return () => ended.abort();
  }, [key, isWanted]);

  useEffect(() => {
    waiting.length = 0;
    setArrived({ rows: [], fresh: new Set() });
  }, [key, isWanted, waiting]);

  useEffect(() => {
    if (!isWanted) {
      return;
    }

    const timer = setInterval(() => {
      if (waiting.length > 0) {
        const news = waiting.splice(0).reverse();
        setArrived((before) => ({ rows: [...news, ...before.rows].slice(0, maximumRows), fresh: new Set(news.map((row) => row.id)) }));
      }
    }, paintMs);
    return () => clearInterval(timer);
  }, [isWanted, waiting]);

  return { ...arrived, liveness: isWanted && liveness === 'OFF' ? 'CONNECTING' : liveness };
}
