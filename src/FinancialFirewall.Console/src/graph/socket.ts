import { createClient, type Client } from 'graphql-ws';
import { csrfToken } from '../session/csrf';
import { checkSession } from '../session/expiry';
import { address, textOf, type AnyDocument } from './client';
import { noteAnswer } from './connection';
import { whenLeaving } from './leaving';
import type { Channel, Machine } from './follow';

/** With these codes the firewall says that it does not know, or no longer wants, whoever is there. */
const refusedBy = new Set([4400, 4401, 4403]);

const quietMs = 5_000;

interface Connection {
  readonly client: Client;
  isUp: boolean;
  /** What is told once it is up. */
  readonly awaiting: Set<() => void>;
}

let current: Connection | undefined;

function connect(): Connection {
  const made: Connection = {
    client: createClient({
      url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${address}`,
      connectionParams: () => ({ 'X-CSRF-Token': csrfToken() }),
      lazyCloseTimeout: quietMs,
      keepAlive: 10_000,
      retryAttempts: 0,
      on: {
        connected() {
          made.isUp = true;
          noteAnswer();
          made.awaiting.forEach((begun) => begun());
          made.awaiting.clear();
        },
        closed() {
          made.isUp = false;
          made.awaiting.clear();
        },
      },
    }),
    isUp: false,
    awaiting: new Set(),
  };
  return made;
}

whenLeaving(() => {
  void current?.client.dispose();
  current = undefined;
});

/** A subscription as a channel of events. */
export const channelOf = (document: AnyDocument, variables: Record<string, unknown>): Channel => ({
  subscribe(after, sink) {
    // Nothing answers a subscription but its events: on a connection that stands it has begun once it is sent.
    // One connection serves all live views of the page; it is opened by the first and closed behind the last.
    const { client, isUp, awaiting } = (current ??= connect());
    if (isUp) queueMicrotask(sink.begun);
    else awaiting.add(sink.begun);
    return client.subscribe(
      { query: textOf(document), variables: { ...variables, ...(after === undefined ? {} : { after }) } },
      {
        next: (answer) => (answer.errors && answer.errors.length > 0 ? sink.refused(answer.errors) : sink.next(answer.data)),
        error: (error) => {
          if (Array.isArray(error)) {
            sink.refused(error as readonly unknown[]);
            return;
          }

          const code = (error as { code?: number } | undefined)?.code;
          if (code !== undefined && refusedBy.has(code)) {
            checkSession();
          }

          sink.closed(code);
        },
        complete: () => sink.completed(),
      },
    );
  },
});

/** This browser: its clock, and its network coming back. */
export const browser: Machine = {
  now: () => Date.now(),
  random: () => Math.random(),
  after(milliseconds, act) {
    const end = () => {
      clearTimeout(timer);
      removeEventListener('online', now);
    };
    const now = () => {
      end();
      act();
    };
    const timer = setTimeout(now, milliseconds);
    addEventListener('online', now);
    return end;
  },
};
