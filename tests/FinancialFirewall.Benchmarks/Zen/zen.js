// Decides files of payments by zen-engine. Standard input: the path of a file of NDJSON payments, then any line to begin; again and again.
// Standard output: 'ready' and what decided, one JSON a line. Beside PAYMENTS stands PAYMENTS.context: what zen-engine is given beside each payment.

import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { ZenDecisionContent, ZenEngine } from '@gorules/zen-engine';
import { decision } from './decision.js';

const inFlight = 64;
const compiled = new ZenEngine().createDecision(new ZenDecisionContent(Buffer.from(JSON.stringify(decision))));
const input = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

const readLines = (path) => readFileSync(path, 'utf8').trimEnd().split('\n');

async function decideAll(payments, contexts, blocked, answers) {
  let next = 0;
  const work = async () => {
    while (next < payments.length) {
      const i = next++;
      const payment = JSON.parse(payments[i]);
      payment.fromCountry = payment.fromAccountNumber.slice(0, 2);
      payment.toCountry = payment.toAccountNumber.slice(0, 2);
      payment.history = contexts[i];
      payment.blocked = blocked.has(payment.fromAccountNumber);
      const { result } = await compiled.evaluate(payment);
      answers[i] = JSON.stringify({ transactionReference: payment.transactionReference, decision: result.decision, riskScore: result.score });
    }
  };
  await Promise.all(Array.from({ length: inFlight }, work));
}

for (let path = await input.next(); !path.done; path = await input.next()) {
  const payments = readLines(path.value);
  const given = readLines(`${path.value}.context`).map(JSON.parse);
  const [blocked, contexts] = [new Set(given[0]), given.slice(1)];
  const answers = new Array(payments.length);
  console.log('ready');
  await input.next();
  const before = process.cpuUsage();
  const start = process.hrtime.bigint();
  await decideAll(payments, contexts, blocked, answers);
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const cpu = process.cpuUsage(before);
  const same = answers.filter((answer, i) => JSON.parse(answer).decision === contexts[i].decision).length;
  console.log(JSON.stringify({ decided: answers.length, same, seconds, processorSeconds: (cpu.user + cpu.system) / 1e6 }));
}
