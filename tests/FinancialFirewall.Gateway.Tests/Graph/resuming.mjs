// Follows assessments through the clients that people use, over a line that breaks: each goes on behind the last event that it saw. Writes a line for each event.
import { createClient as createSocketClient } from 'graphql-ws';
import { createClient as createEventClient } from 'graphql-sse';
import WebSocket from 'ws';

const [address, key, began, total] = process.argv.slice(2);
const Authorization = `Bearer ${key}`;
const patience = { retryAttempts: 1_000, wait: () => new Promise(resolve => setTimeout(resolve, 20)) };
const connections = { socket: 0, events: 0 };
const clients = {
  socket: createSocketClient({
    url: `${address.replace('http', 'ws')}graphql`, webSocketImpl: WebSocket, connectionParams: { Authorization },
    retryAttempts: patience.retryAttempts, retryWait: patience.wait, shouldRetry: () => true, on: { connected: () => connections.socket++ },
  }),
  events: createEventClient({
    url: `${address}graphql`, headers: { Authorization }, retryAttempts: patience.retryAttempts, retry: patience.wait, on: { connected: () => connections.events++ },
  }),
};

function follow(name) {
  // Both clients send these variables anew whenever they come back.
  const variables = { after: began };
  const query = 'subscription ($after: String) { assessments(after: $after) { cursor assessment { transactionReference } } }';
  let heard = 0;
  return new Promise((resolve, reject) => {
    const leave = clients[name].subscribe({ query, variables }, {
      next: ({ data, errors }) => {
        if (errors) {
          reject(new Error(JSON.stringify(errors)));
          return;
        }

        variables.after = data.assessments.cursor;
        process.stdout.write(`${name} ${data.assessments.assessment.transactionReference}\n`);
        if (++heard === Number(total)) {
          leave();
          resolve();
        }
      },
      error: reject,
      complete: resolve,
    });
  });
}

try {
  await Promise.all(Object.keys(clients).map(follow));
  process.stdout.write(`${JSON.stringify(connections)}\n`);
  process.exit(0);
} catch (problem) {
  process.stdout.write(`failed ${problem.message ?? problem.reason ?? JSON.stringify(problem)}\n`);
  process.exit(1);
}
