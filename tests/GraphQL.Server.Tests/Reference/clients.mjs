// Runs subscriptions through the clients that people use, and writes what they got.
import { createClient as createSocketClient } from 'graphql-ws';
import { createClient as createEventClient } from 'graphql-sse';
import WebSocket from 'ws';

const url = process.argv[2];
const sockets = createSocketClient({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket, lazy: false, retryAttempts: 0, connectionParams: { key: 'a' } });
const events = createEventClient({ url, retryAttempts: 0 });

function run(client, request, stopAfter = Infinity) {
  return new Promise(resolve => {
    const results = [];
    const stop = client.subscribe(request, {
      next: result => {
        // What was on its way when the client left is not counted.
        if (results.length < stopAfter && results.push(result) === stopAfter) {
          stop();
        }
      },
      error: error => resolve({ results, error: Array.isArray(error) ? error.map(e => e.message) : String(error.message ?? error) }),
      complete: () => resolve({ results }),
    });
  });
}

const answers = {};
for (const [name, client] of [['socket', sockets], ['events', events]]) {
  answers[name] = {
    count: await run(client, { query: 'subscription ($to: Int!) { count(to: $to) }', variables: { to: 3 } }),
    stopped: await run(client, { query: 'subscription { count(to: 1000000) }' }, 2),
    query: await run(client, { query: '{ hello }' }),
    several: await Promise.all([2, 4].map(to => run(client, { query: `subscription { count(to: ${to}) }` }))),
  };
}
answers.invalid = await run(sockets, { query: '{ nope }' });
await sockets.dispose();
process.stdout.write(JSON.stringify(answers));
process.exit(0);
