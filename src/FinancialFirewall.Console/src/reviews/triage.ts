/** What a key does to the payment that is chosen. */
export type Act = 'NEXT' | 'PREVIOUS' | 'CLAIM' | 'RELEASE' | 'APPROVE' | 'REJECT' | 'ESCALATE' | 'NOTE' | 'OPEN';

/** The keys, as they are listed beside the queue. */
export const keys: readonly (readonly [key: string, act: Act, words: string])[] = [
  ['j', 'NEXT', 'next'],
  ['k', 'PREVIOUS', 'previous'],
  ['c', 'CLAIM', 'take it'],
  ['r', 'RELEASE', 'give it back'],
  ['a', 'APPROVE', 'approve'],
  ['x', 'REJECT', 'reject'],
  ['e', 'ESCALATE', 'escalate'],
  ['n', 'NOTE', 'write a note'],
  ['o', 'OPEN', 'open it'],
];

/** What a key does; undefined where it does nothing. */
export const actOf = (key: string): Act | undefined => keys.find(([one]) => one === key)?.[1];

/** The place that is chosen after a step, within the queue. */
export const stepped = (at: number, act: 'NEXT' | 'PREVIOUS', count: number): number => Math.max(0, Math.min(count - 1, at + (act === 'NEXT' ? 1 : -1)));

/** Who has something, in words: oneself, a user, a key; nobody. */
export function holderInWords(claimedBy: string | null, ownId: string | null): string {
  if (claimedBy === null) {
    return 'nobody';
  }

  const [kind = '', id = ''] = claimedBy.split('/');
  return kind === 'USER' && id === ownId ? 'you' : `${kind.toLowerCase()} ${id}`;
}

/** How long is left, or how long it is over: `12 min`, `3 h over`. */
export function leftInWords(dueAt: string, now: number): string {
  const minutes = Math.round((Date.parse(dueAt) - now) / 60_000);
  const size = Math.abs(minutes);
  const words = size < 120 ? `${size} min` : size < 2_880 ? `${Math.round(size / 60)} h` : `${Math.round(size / 1_440)} days`;
  return minutes < 0 ? `${words} over` : words;
}
