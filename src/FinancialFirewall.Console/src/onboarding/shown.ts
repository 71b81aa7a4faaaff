import { createStore, type Store } from '../graph/store';

/** Something that is shown until somebody has seen enough of it, which the browser keeps. */
function shownUntilSeen(key: string): [Store<boolean>, (isShown: boolean) => void] {
  const store = createStore(typeof localStorage === 'undefined' || localStorage.getItem(key) === null);
  return [
    store,
    (isShown) => {
      if (isShown) localStorage.removeItem(key);
      else localStorage.setItem(key, '1');
      store.set(isShown);
    },
  ];
}

/** Whether the first steps are shown on this browser; and how they are shown, or hidden until they are wanted again. */
export const [areFirstStepsShown, showFirstSteps] = shownUntilSeen('ff-first-steps-hidden');

/** Whether the tour is shown on this browser; and how it begins, or is over until it is wanted again. */
export const [isTourShown, showTour] = shownUntilSeen('ff-tour-seen');
