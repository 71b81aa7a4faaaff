import { useMemo } from 'react';
import { composed } from '../graph/composed';
import type { TadaDocumentNode } from '../graph/graphql';
import { useQuery } from '../graph/useQuery';
import { useReloadOn } from '../graph/useReloadOn';
import type { Level, Toggle } from './documents';
import { contextInput, type Place } from './hierarchy';

/** What holds at a place of the hierarchy, as the firewall says it. */
export interface State {
  readonly isEnabled: boolean;
  readonly level: Level | null;
  readonly toggle: Pick<Toggle, 'id' | 'effectiveUntil' | 'enabledReason' | 'disabledReason'> | null;
}

/** The most places whose state is asked for at once. */
export const maximumPlaces = 100;

type Variables = Record<string, ReturnType<typeof contextInput>>;

/** One question about each of so many contexts. */
function documentOf(count: number): TadaDocumentNode<Record<string, State>, Variables> {
  const numbers = Array.from({ length: count }, (_, i) => i);
  return composed(
    `query ToggleStates(${numbers.map((i) => `$c${i}: ToggleContextInput!`).join(', ')}) {
      ${numbers.map((i) => `s${i}: toggleCheck(context: $c${i}) { isEnabled level toggle { id effectiveUntil enabledReason disabledReason } }`).join('\n')}
    }`,
  ) as unknown as TadaDocumentNode<Record<string, State>, Variables>;
}

/** Asks what holds at each place, by the key of the place. */
export function useStates(places: readonly Place[], turn: number) {
  const asked = places.slice(0, maximumPlaces);
  const document = useMemo(() => documentOf(asked.length), [asked.length]);
  const query = useQuery(document, Object.fromEntries(asked.map((place, i) => [`c${i}`, contextInput(place.context)])));
  useReloadOn(turn, query.reload);
  const states = new Map(asked.map((place, i) => [place.key, query.data?.[`s${i}`]]));
  return { query, states };
}
