import { createStore, useStore } from '../graph/store';

/** Where the reader is. */
export interface Place {
  readonly path: string;
  readonly search: string;
  /** Different for each visit, also of the same place. */
  readonly visit: number;
}

let visits = 0;

const here = (): Place => ({ path: window.location.pathname, search: window.location.search, visit: visits++ });

const place = createStore<Place>(here());

addEventListener('popstate', () => place.set(here()));

/** Goes somewhere in the console. */
export function navigate(to: string, how: 'PUSH' | 'REPLACE' = 'PUSH'): void {
  if (how === 'PUSH') {
    history.pushState(null, '', to);
    scrollTo(0, 0);
  } else {
    history.replaceState(null, '', to);
  }

  place.set(here());
}

/** Where the reader is, shown anew when that changes. */
export const usePlace = (): Place => useStore(place);
