import { graphql, type ResultOf } from '../graph/graphql';
import type { Counted } from './tally';

/** What is counted, and what the list of risky payments shows. */
const seenFragment = graphql(`
  fragment Seen on Assessment @_unmask {
    id transactionReference assessedAt decision riskLevel riskScore riskFactors { name } payment { amount currency fromAccountNumber }
  }
`);

/** A payment as the dashboard sees it. */
export type Seen = ResultOf<typeof seenFragment>;

/** Where events stand. */
export const cursorDocument = graphql(`query EventCursor { eventCursor }`);

/** A page of what was decided before the dashboard was opened. */
export const historyDocument = graphql(
  `
    query DashboardHistory($from: DateTime!, $after: String) {
      assessments(first: 500, after: $after, filter: { from: $from }) { nodes { ...Seen } pageInfo { hasNextPage endCursor } }
    }
  `,
  [seenFragment],
);

/** Each payment as it is decided. */
export const liveDocument = graphql(
  `
    subscription DashboardLive($after: String) {
      assessments(after: $after) { cursor assessment { ...Seen } }
    }
  `,
  [seenFragment],
);

/** What the server has counted since it started. */
export const statisticsDocument = graphql(`
  subscription DashboardStatistics {
    statistics(every: 1) { at payments duplicates degraded refusals { code count } responseTimes { untilMs count } }
  }
`);

/** What the server has counted. */
export type Statistics = ResultOf<typeof statisticsDocument>['statistics'];

/** What of a payment is counted. */
export const countedOf = (seen: Seen): Counted => ({
  id: seen.id,
  at: Date.parse(seen.assessedAt),
  decision: seen.decision,
  level: seen.riskLevel,
  factors: seen.riskFactors.map((factor) => factor.name),
  amount: seen.payment.amount,
  currency: seen.payment.currency,
});
