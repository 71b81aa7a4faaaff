import { graphql, type ResultOf } from '../graph/graphql';
import type { Counted } from './tally';

/** What is counted of a payment as it is decided, and what the list of risky payments shows. */
const seenFragment = graphql(`
  fragment Seen on Assessment @_unmask {
    id transactionReference assessedAt decision initialDecision riskLevel riskScore riskFactors { name } payment { amount currency fromAccountNumber }
  }
`);

/** A payment as the dashboard sees it. */
export type Seen = ResultOf<typeof seenFragment>;

/** What was decided before the dashboard was opened. */
export const countsDocument = graphql(
  `
    query DashboardCounts($from: DateTime!, $until: DateTime!, $seconds: Int!, $risky: Int!) {
      assessmentCounts(from: $from, until: $until, seconds: $seconds) {
        cursor countedFrom
        pieces { start payments decisions { decision count } levels { level count } factors { name count } }
        sums { decision summedFrom amounts { start currency amount payments } }
      }
      assessments(view: HIGH_RISK, first: $risky, filter: { from: $from }) { nodes { ...Seen } }
    }
  `,
  [seenFragment],
);

/** What the firewall has counted of a span. */
export type Counts = ResultOf<typeof countsDocument>['assessmentCounts'];

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

/** What of a payment is counted: what was decided about it first, like everything on the dashboard. */
export const countedOf = (seen: Seen): Counted => ({
  id: seen.id,
  at: Date.parse(seen.assessedAt),
  decision: seen.initialDecision,
  level: seen.riskLevel,
  factors: seen.riskFactors.map((factor) => factor.name),
  amount: seen.payment.amount,
  currency: seen.payment.currency,
});
