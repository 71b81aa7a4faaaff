// Holds a running server against the audits of GraphQL over HTTP, and writes what it does not pass.
import { serverAudits } from 'graphql-http';

const audits = serverAudits({ url: process.argv[2], fetchFn: fetch });
const failed = [];
for (const audit of audits) {
  const result = await audit.fn();
  if (result.status !== 'ok') {
    failed.push(`${result.status} ${audit.name}: ${result.reason}`);
  }
}
process.stdout.write(JSON.stringify({ count: audits.length, failed }));
process.exit(0);
