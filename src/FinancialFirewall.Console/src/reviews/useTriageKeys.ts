import { useEffect, useRef } from 'react';
import { actOf, type Act } from './triage';

const isElsewhere = (target: EventTarget | null): boolean => target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);

/** Has keys do what they say, while nothing else is open and nobody is writing. */
export function useTriageKeys(act: (what: Act) => void, isWanted: boolean): void {
  const current = useRef(act);
  useEffect(() => {
    current.current = act;
  });
  useEffect(() => {
    if (!isWanted) {
      return;
    }

    // A letter behind g leads to a page, and is not meant for the queue.
    let isBehindG = false;
    const onKey = (event: KeyboardEvent) => {
      const wasBehindG = isBehindG;
      isBehindG = event.key === 'g';
      const what = actOf(event.key);
      if (what && !wasBehindG && !event.ctrlKey && !event.metaKey && !event.altKey && !isElsewhere(event.target) && !document.querySelector('[role="dialog"]')) {
        event.preventDefault();
        current.current(what);
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [isWanted]);
}
