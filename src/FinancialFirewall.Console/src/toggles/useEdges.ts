import { useEffect } from 'react';
import { nextEdge, type Timed } from './schedule';

/** How long after that it is looked, in milliseconds: the clocks of browser and firewall differ a little. */
const lateMs = 500;

/** The longest that a browser's timer waits, in milliseconds. */
const longestMs = 2_147_483_647;

/** Looks again as soon as the next toggle begins or ends to hold, which nobody has to do anything for. */
export function useEdges(toggles: readonly Timed[] | undefined, onEdge: () => void): void {
  const edge = nextEdge(toggles ?? [], Date.now() - lateMs);
  useEffect(() => {
    const wait = edge + lateMs - Date.now();
    if (wait > longestMs) {
      return;
    }

    const timer = setTimeout(onEdge, Math.max(0, wait));
    return () => clearTimeout(timer);
  });
}
