import { useChange } from '../graph/useChange';
import { formatMoney } from '../money/format';
import { ActDialog } from './ActDialog';
import { cancelDocument, decideDocument, retryDocument } from './documents';
import { waitingDecisions, type Waiting } from './waiting';

/** A decision that somebody wants to make. */
export type WantedDecision = 'APPROVE' | 'REJECT' | 'ESCALATE';

interface DialogProps {
  of: Waiting;
  onClose: () => void;
  /** It was done; whether the payment waits no longer by that. */
  onDone: (isDecided: boolean) => void;
}

const words = { APPROVE: 'Approve', REJECT: 'Reject', ESCALATE: 'Escalate' } as const;

const isFinal = (decision: string): boolean => !waitingDecisions.includes(decision);

/** Decides a payment, with the reason. */
export function DecideDialog({ of: waiting, wanted, onClose, onDone }: DialogProps & { wanted: WantedDecision }) {
  const change = useChange(decideDocument);
  const act = async (reason: string) => {
    const done = await change.run({ id: waiting.assessmentId, decision: wanted, reason });
    if (done) onDone(isFinal(done.decideReview.assessment.decision));
    return done !== undefined;
  };
  return (
    <ActDialog title={`${words[wanted]} ${waiting.transactionReference}`} act={words[wanted]} isGrave={wanted === 'REJECT'} change={change} onAct={act} onClose={onClose}>
      {`${formatMoney(waiting.amount, waiting.currency)}${waiting.votedBy === null ? '' : '. Another person has decided already: where you decide alike it is final, where not it is escalated'}.`}
    </ActDialog>
  );
}

/** Has a payment decided anew. */
export function RetryDialog({ of: waiting, onClose, onDone }: DialogProps) {
  const change = useChange(retryDocument);
  const act = async (reason: string) => {
    const done = await change.run({ id: waiting.assessmentId, reason: reason === '' ? null : reason });
    if (done) onDone(isFinal(done.retryAssessment.assessment.decision));
    return done !== undefined;
  };
  return (
    <ActDialog title={`Decide ${waiting.transactionReference} anew`} act="Decide anew" change={change} onAct={act} onClose={onClose}>
      By the policy that is in force now, and beside what the account has done since. Both results are kept; where the new one approves or rejects, that is for good.
    </ActDialog>
  );
}

/** Cancels a payment's assessment. */
export function CancelDialog({ of: waiting, onClose, onDone }: DialogProps) {
  const change = useChange(cancelDocument);
  const act = async (reason: string) => {
    const done = await change.run({ id: waiting.assessmentId, reason });
    if (done) onDone(true);
    return done !== undefined;
  };
  return (
    <ActDialog title={`Cancel ${waiting.transactionReference}`} act="Cancel it for good" isGrave change={change} onAct={act} onClose={onClose}>
      {`${formatMoney(waiting.amount, waiting.currency)}. The payment is not made: nobody decides about it any more, and its amount leaves the account’s sums. Nothing brings it back.`}
    </ActDialog>
  );
}
