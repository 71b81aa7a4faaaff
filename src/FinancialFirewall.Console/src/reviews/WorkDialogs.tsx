import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useChange } from '../graph/useChange';
import { Choice } from '../layout/Choice';
import { TextLine } from '../layout/TextLine';
import { fromLocalInput } from '../time/format';
import { ActDialog } from './ActDialog';
import { noteDocument, outcomeDocument, reassignDocument } from './documents';
import type { Reviewers } from './useReviewers';
import type { Waiting } from './waiting';

interface DialogProps {
  onClose: () => void;
  onDone: () => void;
}

const spans = [
  ['30', 'For 30 minutes'],
  ['60', 'For an hour'],
  ['240', 'For 4 hours'],
  ['480', 'For 8 hours'],
] as const;

/** Gives a payment to somebody, whoever has it. */
export function AssignDialog({ of: waiting, reviewers, onClose, onDone }: DialogProps & { of: Waiting; reviewers: Reviewers }) {
  const [assignee, setAssignee] = useState('');
  const [minutes, setMinutes] = useState<(typeof spans)[number][0]>('60');
  const change = useChange(reassignDocument);
  const act = async (reason: string) => {
    const done = await change.run({ id: waiting.assessmentId, assignee, minutes: Number(minutes), reason: reason === '' ? null : reason });
    if (done) onDone();
    return done !== undefined;
  };
  return (
    <ActDialog title={`Give ${waiting.transactionReference} to somebody`} act="Give it" change={change} onAct={act} onClose={onClose}>
      <Choice label="To whom" value={assignee} options={[['', 'Choose'], ...reviewers.all.map((one) => [one.actor, reviewers.nameOf(one.actor)] as const)]} onChange={setAssignee} />
      <Choice label="For how long" value={minutes} options={spans} onChange={setMinutes} />
      {waiting.claimedBy !== null && <Typography>{`It is taken from ${reviewers.nameOf(waiting.claimedBy)}.`}</Typography>}
    </ActDialog>
  );
}

/** Writes a note about a payment. */
export function NoteDialog({ id, onClose, onDone }: DialogProps & { id: string }) {
  const change = useChange(noteDocument);
  const act = async (text: string) => {
    const done = await change.run({ id, text });
    if (done) onDone();
    return done !== undefined;
  };
  return <ActDialog title="Write a note" act="Keep it" text={{ label: 'Note', member: 'text' }} change={change} onAct={act} onClose={onClose} />;
}

const outcomes = [
  ['EXECUTED', 'It was executed'],
  ['FAILED', 'It was not executed'],
  ['RETURNED', 'It was executed and came back'],
  ['DISPUTED', 'Its debtor disputes it'],
  ['FRAUD', 'It was fraud'],
  ['LEGITIMATE', 'It was legitimate'],
] as const;

/** Reports what became of a payment. */
export function OutcomeDialog({ id, onClose, onDone }: DialogProps & { id: string }) {
  const [outcome, setOutcome] = useState<(typeof outcomes)[number][0]>('FRAUD');
  const [at, setAt] = useState('');
  const change = useChange(outcomeDocument);
  const act = async (note: string) => {
    const done = await change.run({ outcome: { assessmentId: id, outcome, at: fromLocalInput(at), note: note === '' ? null : note } });
    if (done) onDone();
    return done !== undefined;
  };
  return (
    <ActDialog title="What became of the payment" act="Report it" text={{ label: 'Note', member: 'note' }} change={change} onAct={act} onClose={onClose}>
      <Typography>The decision stays. What was not executed, or came back, leaves the account’s sums.</Typography>
      <Choice label="What became of it" value={outcome} options={outcomes} onChange={setOutcome} />
      <TextLine label="When" type="datetime-local" value={at} onChange={setAt} problem={change.refusal?.of('at')} hint="Now, where it is left empty." />
    </ActDialog>
  );
}
