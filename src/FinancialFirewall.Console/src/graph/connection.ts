import { createStore } from './store';

/** How things stand between this page and the firewall. */
export interface Connection {
  /** Whether answers come. */
  readonly isUp: boolean;
  /** When the last answer came, in milliseconds since 1970. */
  readonly lastAnswerAt: number;
  /** When a live view tries again; null where none is cut. */
  readonly nextTryAt: number | null;
}

/** The connection, for whoever shows it. */
export const connection = createStore<Connection>({ isUp: true, lastAnswerAt: Date.now(), nextTryAt: null });

const noteEveryMs = 1_000;

/** An answer, or an event, came. Of many at once one is noted. */
export function noteAnswer(): void {
  const { isUp, lastAnswerAt } = connection.get();
  const now = Date.now();
  if (!isUp || now - lastAnswerAt >= noteEveryMs) {
    connection.set({ isUp: true, lastAnswerAt: now, nextTryAt: null });
  }
}

/** Nobody answered. */
export const noteSilence = (): void => connection.set({ ...connection.get(), isUp: false });

/** A live view was cut, and tries again then. */
export const noteCut = (nextTryAt: number): void => connection.set({ ...connection.get(), isUp: false, nextTryAt });
