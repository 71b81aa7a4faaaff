import { graphql, type ResultOf } from '../graph/graphql';

/** What waits for a person. */
export const queueDocument = graphql(`
  query ReviewQueue($queue: ReviewQueue!, $claimedBy: String, $orderBy: ReviewOrder!) {
    reviews(queue: $queue, claimedBy: $claimedBy, orderBy: $orderBy, first: 50) {
      totalCount
      outsideTheQueue
      nodes {
        assessmentId transactionReference amount currency decision riskLevel riskScore assessedAt dueAt overdue claimedBy claimedUntil votedBy
        assessment {
          decision initialDecision decisionReason riskScore riskLevel degraded fraudCheckEnabled errorMessage
          riskFactors { name weight share observed }
          payment { debtorName creditorName fromAccountNumber toAccountNumber }
          followUps { kind by at text decision }
        }
      }
    }
    reviewCounts { open overdue claimed high critical oldestAt }
  }
`);

/** Something that waits. */
export type Review = ResultOf<typeof queueDocument>['reviews']['nodes'][number];

/** How much waits. */
export type ReviewCounts = ResultOf<typeof queueDocument>['reviewCounts'];

/** Something happened to what waits. */
export const changedDocument = graphql(`subscription ReviewQueueChanged($after: String) { reviewQueue(after: $after) { cursor followUp { kind } } }`);

/** Takes one for a while. */
export const claimDocument = graphql(`mutation ClaimReview($id: UUID!) { claimReview(assessmentId: $id) { message } }`);

/** Gives one back. */
export const releaseDocument = graphql(`mutation ReleaseReview($id: UUID!) { releaseReview(assessmentId: $id) { message } }`);

/** Decides one. */
export const decideDocument = graphql(`mutation DecideReview($id: UUID!, $decision: Decision!, $reason: String!) { decideReview(assessmentId: $id, decision: $decision, reason: $reason) { message assessment { decision } } }`);

/** Writes a note. */
export const noteDocument = graphql(`mutation NoteReview($id: UUID!, $text: String!) { noteReview(assessmentId: $id, text: $text) { message } }`);
