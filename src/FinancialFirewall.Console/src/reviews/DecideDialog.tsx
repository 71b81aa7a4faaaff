import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useChange } from '../graph/useChange';
import { besides } from '../graph/refusal';
import { FormDialog } from '../layout/FormDialog';
import { TextLine } from '../layout/TextLine';
import { formatMoney } from '../money/format';
import { decideDocument, noteDocument, type Review } from './documents';

/** A decision that somebody wants to make. */
export type Wanted = 'APPROVE' | 'REJECT' | 'ESCALATE';

const words = { APPROVE: 'Approve', REJECT: 'Reject', ESCALATE: 'Escalate' } as const;

const stillWaiting: readonly string[] = ['MANUAL_REVIEW', 'HOLD', 'ESCALATE'];

/** Decides a payment, with the reason. */
export function DecideDialog({ review, wanted, onClose, onDone }: { review: Review; wanted: Wanted; onClose: () => void; onDone: (isDecided: boolean) => void }) {
  const [reason, setReason] = useState('');
  const change = useChange(decideDocument);
  const act = async () => {
    const done = await change.run({ id: review.assessmentId, decision: wanted, reason });
    if (done) {
      onClose();
      onDone(!stillWaiting.includes(done.decideReview.assessment.decision));
    }
  };
  return (
    <FormDialog title={`${words[wanted]} ${review.transactionReference}`} act={words[wanted]} isGrave={wanted === 'REJECT'} isOpen isBusy={change.isBusy} error={besides(change.error, 'reason')} onAct={() => void act()} onClose={onClose}>
      <Typography>
        {formatMoney(review.amount, review.currency)}
        {review.votedBy === null ? '' : '. Another person has decided already: where you decide alike it is final, where not it is escalated'}.
      </Typography>
      <TextLine label="Why" value={reason} onChange={setReason} maxLength={1000} autoFocus problem={change.refusal?.of('reason')} hint="It stays with the payment." />
    </FormDialog>
  );
}

/** Writes a note about a payment. */
export function NoteDialog({ id, onClose, onDone }: { id: string; onClose: () => void; onDone: () => void }) {
  const [text, setText] = useState('');
  const change = useChange(noteDocument);
  const act = async () => {
    if (await change.run({ id, text })) {
      onClose();
      onDone();
    }
  };
  return (
    <FormDialog title="Write a note" act="Keep it" isOpen isBusy={change.isBusy} error={besides(change.error, 'text')} onAct={() => void act()} onClose={onClose}>
      <TextLine label="Note" value={text} onChange={setText} maxLength={1000} autoFocus problem={change.refusal?.of('text')} />
    </FormDialog>
  );
}
