import { graphql, type ResultOf } from '../graph/graphql';

/** What happened since the first decision. */
export const followUpFragment = graphql(`
  fragment FollowedUp on FollowUp @_unmask { kind by at text decision outcome assignee until riskScore riskLevel policyVersion }
`);

/** One thing that happened after the first decision. */
export type FollowUp = ResultOf<typeof followUpFragment>;

/** What waits for a person. */
export const queueDocument = graphql(
  `
    query ReviewQueue($queue: ReviewQueue!, $claimedBy: String, $overdue: Boolean, $orderBy: ReviewOrder!, $first: Int!) {
      reviews(queue: $queue, claimedBy: $claimedBy, overdue: $overdue, orderBy: $orderBy, first: $first) {
        totalCount
        outsideTheQueue
        nodes {
          assessmentId transactionReference amount currency decision riskLevel riskScore assessedAt dueAt overdue claimedBy claimedUntil votedBy
          assessment {
            decision initialDecision decisionReason riskScore riskLevel degraded fraudCheckEnabled errorMessage
            riskFactors { name weight share observed }
            payment { debtorName creditorName fromAccountNumber toAccountNumber }
            followUps { ...FollowedUp }
          }
        }
      }
      reviewCounts { open overdue claimed high critical oldestAt }
    }
  `,
  [followUpFragment],
);

/** Something that waits. */
export type Review = ResultOf<typeof queueDocument>['reviews']['nodes'][number];

/** How much waits. */
export type ReviewCounts = ResultOf<typeof queueDocument>['reviewCounts'];

/** Who may review, and how many it takes. */
export const reviewersDocument = graphql(`query Reviewers { reviewers { actor name } tenant { reviews { fourEyes } } }`);

/** How one that waits stands in the queue; null where it is not in it. */
export const standingDocument = graphql(`query ReviewStanding($id: UUID!) { review(assessmentId: $id) { claimedBy claimedUntil votedBy dueAt } }`);

/** Something happened to what waits. */
export const changedDocument = graphql(`subscription ReviewQueueChanged($after: String) { reviewQueue(after: $after) { cursor followUp { kind } } }`);

/** Takes one for a while. */
export const claimDocument = graphql(`mutation ClaimReview($id: UUID!) { claimReview(assessmentId: $id) { message } }`);

/** Gives one back. */
export const releaseDocument = graphql(`mutation ReleaseReview($id: UUID!) { releaseReview(assessmentId: $id) { message } }`);

/** Gives one to somebody, whoever has it. */
export const reassignDocument = graphql(`mutation ReassignReview($id: UUID!, $assignee: String!, $minutes: Int!, $reason: String) { reassignReview(assessmentId: $id, assignee: $assignee, minutes: $minutes, reason: $reason) { message } }`);

/** Decides one. */
export const decideDocument = graphql(`mutation DecideReview($id: UUID!, $decision: Decision!, $reason: String!) { decideReview(assessmentId: $id, decision: $decision, reason: $reason) { message assessment { decision } } }`);

/** Decides one anew, by the policy in force. */
export const retryDocument = graphql(`mutation RetryAssessment($id: UUID!, $reason: String) { retryAssessment(assessmentId: $id, reason: $reason) { message assessment { decision } } }`);

/** Cancels one. */
export const cancelDocument = graphql(`mutation CancelAssessment($id: UUID!, $reason: String!) { cancelAssessment(assessmentId: $id, reason: $reason) { message } }`);

/** Writes a note. */
export const noteDocument = graphql(`mutation NoteReview($id: UUID!, $text: String!) { noteReview(assessmentId: $id, text: $text) { message } }`);

/** Reports what became of a payment. */
export const outcomeDocument = graphql(`mutation ReportOutcome($outcome: OutcomeInput!) { reportOutcomes(outcomes: [$outcome]) { recorded } }`);
