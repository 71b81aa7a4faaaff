import { expect, test } from 'vitest';
import { follow, type Channel, type Machine } from './follow';

interface Happening {
  cursor: string;
}

type Sink = Parameters<Channel['subscribe']>[1];

/** A channel whose other end the test holds, and a clock that it turns. */
function stage(start?: string) {
  const opened: { after: string | undefined; sink: Sink; isLeft: boolean }[] = [];
  const waiting: { at: number; act: () => void }[] = [];
  const told: string[] = [];
  const channel: Channel = {
    subscribe(after, sink) {
      const one = { after, sink, isLeft: false };
      opened.push(one);
      return () => {
        one.isLeft = true;
      };
    },
  };
  const machine: Machine = {
    now: () => 1_000,
    random: () => 0,
    after(milliseconds, act) {
      const one = { at: milliseconds, act };
      waiting.push(one);
      return () => waiting.splice(waiting.indexOf(one), 1);
    },
  };
  const end = follow<string>(
    channel,
    (value) => ({ event: (value as Happening).cursor, cursor: (value as Happening).cursor }),
    {
      event: (event) => told.push(event),
      gap: () => told.push('GAP'),
      cut: (at) => told.push(`CUT until ${at}`),
      live: () => told.push('LIVE'),
      refused: () => told.push('REFUSED'),
    },
    machine,
    start,
  );
  const last = () => opened.at(-1) as (typeof opened)[number];
  const wake = () => waiting.shift()?.act();
  return { opened, waiting, told, end, last, wake };
}

test('goes on behind the last event after a cut, and says so', () => {
  const { told, last, wake } = stage();
  last().sink.next({ cursor: 'a' });
  last().sink.next({ cursor: 'b' });
  last().sink.closed(1006);
  wake();
  expect(last().after).toBe('b');
  last().sink.next({ cursor: 'c' });
  expect(told).toEqual(['LIVE', 'a', 'b', 'CUT until 1250', 'LIVE', 'c']);
});

test('tells of a gap where no event had come before the cut', () => {
  const { told, last, wake } = stage();
  last().sink.closed(1006);
  wake();
  expect(last().after).toBeUndefined();
  expect(told).toEqual(['CUT until 1250', 'GAP']);
});

test('begins behind the cursor that it is given, and has no gap from there on', () => {
  const { told, last, wake } = stage('start');
  expect(last().after).toBe('start');
  last().sink.closed(1006);
  wake();
  expect(last().after).toBe('start');
  expect(told).toEqual(['CUT until 1250']);
});

test('waits longer each time, and briefly again once an event has come', () => {
  const { told, last, wake } = stage();
  last().sink.closed(1006);
  wake();
  last().sink.closed(1006);
  wake();
  last().sink.next({ cursor: 'a' });
  last().sink.completed();
  expect(told.filter((one) => one.startsWith('CUT'))).toEqual(['CUT until 1250', 'CUT until 1500', 'CUT until 1250']);
});

test('hears nothing more of a subscription that was cut', () => {
  const { told, opened, last, wake } = stage();
  last().sink.next({ cursor: 'a' });
  last().sink.closed(1006);
  wake();
  opened[0]?.sink.next({ cursor: 'b' });
  opened[0]?.sink.closed(1006);
  expect(told).toEqual(['LIVE', 'a', 'CUT until 1250']);
});

test('goes on by itself where it was too slow', () => {
  const { told, last, wake } = stage();
  last().sink.next({ cursor: 'a' });
  last().sink.refused([{ extensions: { code: 'TOO_SLOW' } }]);
  last().sink.completed();
  wake();
  expect(last().after).toBe('a');
  expect(told).toEqual(['LIVE', 'a', 'CUT until 1250']);
});

test('begins anew, with a gap, where its cursor is of no use any more', () => {
  const { told, last } = stage();
  last().sink.next({ cursor: 'a' });
  last().sink.refused([{ extensions: { code: 'CURSOR_AHEAD' } }]);
  expect(last().after).toBeUndefined();
  expect(told).toEqual(['LIVE', 'a', 'GAP']);
});

test('is live again once it is begun anew, though nothing happens', () => {
  const { told, opened, last, wake } = stage('start');
  last().sink.begun();
  last().sink.closed(1006);
  wake();
  opened[0]?.sink.begun();
  expect(told).toEqual(['LIVE', 'CUT until 1250']);
  last().sink.begun();
  last().sink.next({ cursor: 'a' });
  expect(told).toEqual(['LIVE', 'CUT until 1250', 'LIVE', 'a']);
});

test('waits longer each time where it begins and is then cut without an event', () => {
  const { told, last, wake } = stage();
  for (let i = 0; i < 3; i++) {
    last().sink.begun();
    last().sink.closed(1006);
    wake();
  }

  expect(told.filter((one) => one.startsWith('CUT'))).toEqual(['CUT until 1250', 'CUT until 1500', 'CUT until 2000']);
});

test('ends where it is refused', () => {
  const { told, opened, waiting, last } = stage();
  last().sink.refused([{ extensions: { code: 'ROLE_MISSING' } }]);
  expect(told).toEqual(['REFUSED']);
  expect(waiting).toEqual([]);
  expect(opened).toHaveLength(1);
});

test('leaves the subscription, or the waiting, when it ends', () => {
  const first = stage();
  first.end();
  expect(first.last().isLeft).toBe(true);

  const second = stage();
  second.last().sink.closed(1006);
  second.end();
  expect(second.waiting).toEqual([]);
});
