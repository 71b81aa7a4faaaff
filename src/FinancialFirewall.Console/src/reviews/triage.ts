/** What a key does to the payment that is chosen. */
export type Act = 'NEXT' | 'PREVIOUS' | 'CLAIM' | 'RELEASE' | 'ASSIGN' | 'APPROVE' | 'REJECT' | 'ESCALATE' | 'RETRY' | 'CANCEL' | 'NOTE' | 'OPEN';

/** The keys, as they are listed beside the queue. */
export const keys: readonly (readonly [key: string, act: Act, words: string])[] = [
  ['j', 'NEXT', 'next'],
  ['k', 'PREVIOUS', 'previous'],
  ['c', 'CLAIM', 'take it'],
  ['r', 'RELEASE', 'give it back'],
  ['s', 'ASSIGN', 'give it to somebody'],
  ['a', 'APPROVE', 'approve'],
  ['x', 'REJECT', 'reject'],
  ['e', 'ESCALATE', 'escalate'],
  ['t', 'RETRY', 'decide anew'],
  ['z', 'CANCEL', 'cancel'],
  ['n', 'NOTE', 'write a note'],
  ['o', 'OPEN', 'open it'],
];

/** What a key does; undefined where it does nothing. */
export const actOf = (key: string): Act | undefined => keys.find(([one]) => one === key)?.[1];

/** The place that is chosen after a step, within the queue. */
export const stepped = (at: number, act: 'NEXT' | 'PREVIOUS', count: number): number => Math.max(0, Math.min(count - 1, at + (act === 'NEXT' ? 1 : -1)));

/** Who did or has something, in words: oneself, the name of somebody, else a user or a key by its id. */
export function actorInWords(actor: string, ownId: string | null, names: ReadonlyMap<string, string>): string {
  const [kind = '', id = ''] = actor.split('/');
  return kind === 'USER' && id === ownId ? 'you' : (names.get(actor) ?? `${kind.toLowerCase()} ${id}`.trim());
}

/** How long is left, or how long it is over: `12 min`, `3 h over`. */
export function leftInWords(dueAt: string, now: number): string {
  const minutes = Math.round((Date.parse(dueAt) - now) / 60_000);
  const size = Math.abs(minutes);
  const words = size < 120 ? `${size} min` : size < 2_880 ? `${Math.round(size / 60)} h` : `${Math.round(size / 1_440)} days`;
  return minutes < 0 ? `${words} over` : words;
}

/** How much of the time to decide in has passed, 0 to 1. */
export function passedShare(assessedAt: string, dueAt: string, now: number): number {
  const [from, until] = [Date.parse(assessedAt), Date.parse(dueAt)];
  return until <= from ? 1 : Math.min(1, Math.max(0, (now - from) / (until - from)));
}
