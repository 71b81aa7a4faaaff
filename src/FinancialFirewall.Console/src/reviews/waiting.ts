/** What waits for a person, as far as something can be done to it. */
export interface Waiting {
  readonly assessmentId: string;
  readonly transactionReference: string;
  readonly amount: number;
  readonly currency: string;
  readonly claimedBy: string | null;
  readonly votedBy: string | null;
}

/** The decisions that wait for a person. */
export const waitingDecisions: readonly string[] = ['MANUAL_REVIEW', 'HOLD', 'ESCALATE'];
