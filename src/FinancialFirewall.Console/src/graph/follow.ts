import { backoff } from './backoff';

/** What a subscription needs of the protocol below it. */
export interface Channel {
  subscribe(
    after: string | undefined,
    sink: { begun(): void; next(value: unknown): void; refused(errors: readonly unknown[]): void; closed(code: number | undefined): void; completed(): void },
  ): () => void;
}

/** What somebody who follows events is told. */
export interface Follower<E> {
  /** Something happened. */
  event(event: E): void;
  /** Events may have been missed, since none had come whose cursor one could go on behind: look again at what there is. */
  gap(): void;
  /** It was cut, and goes on then. */
  cut(nextTryAt: number): void;
  /** It has begun, or goes on: what happens from here on is told. */
  live(): void;
  /** It is over: the firewall refuses it. */
  refused(errors: readonly unknown[]): void;
}

/** What following needs of the machine. */
export interface Machine {
  now(): number;
  random(): number;
  /** Calls back after a while, or as soon as the network is back; what it gives calls that off. */
  after(milliseconds: number, act: () => void): () => void;
}

/** Errors behind which a subscription goes on by itself: it was cut, and nothing is wrong with it. */
const passing = new Set(['TOO_SLOW', 'TOO_MANY_OPERATIONS', 'UNAVAILABLE']);

/** Errors that say that a cursor is of no use any more. */
const lostCursor = new Set(['CURSOR_INVALID', 'CURSOR_AHEAD']);

const codeOf = (errors: readonly unknown[]): string => (errors[0] as { extensions?: { code?: string } } | undefined)?.extensions?.code ?? '';

/**
 * Follows events for as long as somebody wants them. After a cut it goes on behind the last event that came, so that nothing is missing and nothing comes twice.
 * @param start The cursor to begin behind; what happens from now on where there is none.
 * @returns Ends it.
 */
export function follow<E>(channel: Channel, read: (value: unknown) => { event: E; cursor: string | undefined }, follower: Follower<E>, machine: Machine, start?: string): () => void {
  let cursor = start;
  let failures = 0;
  let isEnded = false;
  let leave: () => void = () => undefined;

  const again = () => {
    const wait = backoff(failures++, machine.random());
    follower.cut(machine.now() + wait);
    leave = machine.after(wait, () => begin(true));
  };

  const begin = (isAgain: boolean) => {
    let isOver = false;
    let isLive = false;
    const once = (act: () => void) => {
      if (!isOver && !isEnded) {
        isOver = true;
        act();
      }
    };
    if (isAgain && cursor === undefined) {
      follower.gap();
    }

    const live = () => {
      if (!isOver && !isEnded && !isLive) {
        isLive = true;
        follower.live();
      }
    };
    leave = channel.subscribe(cursor, {
      begun: live,
      next(value) {
        if (isOver || isEnded) return;
        live();
        failures = 0;
        const read_ = read(value);
        cursor = read_.cursor ?? cursor;
        follower.event(read_.event);
      },
      refused: (errors) =>
        once(() => {
          if (lostCursor.has(codeOf(errors)) && cursor !== undefined) {
            cursor = undefined;
            begin(true);
          } else if (passing.has(codeOf(errors))) {
            again();
          } else {
            follower.refused(errors);
          }
        }),
      closed: () => once(again),
      completed: () => once(again),
    });
  };

  begin(false);
  return () => {
    isEnded = true;
    leave();
  };
}
