import { useMemo } from 'react';
import type { ResultOf } from '../graph/graphql';
import { useQuery } from '../graph/useQuery';
import { useViewer } from '../session/useViewer';
import { reviewersDocument } from './documents';
import { actorInWords } from './triage';

/** Who may review. */
export interface Reviewers {
  readonly all: ResultOf<typeof reviewersDocument>['reviewers'];
  /** Whether two different persons have to agree on what closes a payment. */
  readonly takesTwo: boolean;
  /** What people call who did something. */
  readonly nameOf: (actor: string) => string;
}

/** Loads who may review; until then ids stand for names. */
export function useReviewers(): Reviewers {
  const { userId } = useViewer();
  const { data } = useQuery(reviewersDocument, {});
  return useMemo(() => {
    const names = new Map((data?.reviewers ?? []).map((one) => [one.actor, one.name]));
    return { all: data?.reviewers ?? [], takesTwo: data?.tenant?.reviews.fourEyes ?? false, nameOf: (actor: string) => actorInWords(actor, userId, names) };
  }, [data, userId]);
}
