import { createStore } from '../graph/store';

const hiddenKey = 'ff-first-steps-hidden';

/** Whether the first steps are shown on this browser. */
export const areFirstStepsShown = createStore(typeof localStorage === 'undefined' || localStorage.getItem(hiddenKey) === null);

/** Shows them, or hides them until they are wanted again. */
export function showFirstSteps(isShown: boolean): void {
  if (isShown) {
    localStorage.removeItem(hiddenKey);
  } else {
    localStorage.setItem(hiddenKey, '1');
  }

  areFirstStepsShown.set(isShown);
}
