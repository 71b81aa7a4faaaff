/** One thing that the tour points at. */
export interface TourStep {
  readonly title: string;
  readonly text: string;
  /** Where it is: the first of these that can be seen. */
  readonly at: string;
}

/** The tour, in its order. */
export const tourSteps: readonly TourStep[] = [
  { title: 'Your pages', text: 'The pages that your roles have, by what one does there: watch, decide, prove, administer.', at: '[data-tour="pages"], [data-tour="menu"]' },
  { title: 'Find anything', text: 'Pages, payments by their reference, accounts: from anywhere with Ctrl K. The key ? lists every other one.', at: '[data-tour="search"]' },
  { title: 'What you see is live', text: 'Payments come in as they are decided. Where the connection is cut, the console says so, and goes on where it was: nothing is missing.', at: '[data-tour="live"]' },
  { title: 'Help beside every page', text: 'What the page is for, what one often does there, and the guides behind it. This tour begins there again whenever you want it.', at: '[data-tour="help"]' },
  { title: 'Your account', text: 'A second factor makes a stolen password useless: set it up here. Sessions, appearance and signing out are here as well.', at: '[data-tour="account"]' },
];

/** A rectangle on the screen, in pixels. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const gap = 12;

/** Where a card stands: beside what it points at, within the screen; in the middle of it where it points at nothing. */
export function placeOf(target: Area | null, card: { width: number; height: number }, screen: { width: number; height: number }): { left: number; top: number } {
  const within = (value: number, size: number, room: number) => Math.max(gap, Math.min(value, room - size - gap));
  if (target === null) {
    return { left: (screen.width - card.width) / 2, top: (screen.height - card.height) / 2 };
  }

  // What is high stands at the side of the page: the card goes beside it. Of the rest it goes below, or above where there is no room.
  if (target.height > screen.height / 2 && target.left + target.width + gap + card.width < screen.width) {
    return { left: target.left + target.width + gap, top: within(target.top + 80, card.height, screen.height) };
  }

  const below = target.top + target.height + gap;
  const top = below + card.height + gap <= screen.height ? below : target.top - card.height - gap;
  return { left: within(target.left, card.width, screen.width), top: within(top, card.height, screen.height) };
}
