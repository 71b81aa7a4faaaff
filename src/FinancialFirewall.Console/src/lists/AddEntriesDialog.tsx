import { useState } from 'react';
import { useChange } from '../graph/useChange';
import { FormDialog } from '../layout/FormDialog';
import { TextArea } from '../layout/TextArea';
import { TextLine } from '../layout/TextLine';
import { formatUtc, fromLocalInput } from '../time/format';
import { addDocument, type RiskList } from './documents';
import { memberInWords, valuesOf } from './words';

/** The place of a reason about one of the entries, as the firewall names it. */
const place = /^entries\/(\d+)\/value$/;

/** Adds a value, or several at once. */
export function AddEntriesDialog({ list, onClose, onDone }: { list: RiskList; onClose: () => void; onDone: () => void }) {
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const change = useChange(addDocument);
  const values = valuesOf(text);
  const expiresAt = fromLocalInput(until);
  const act = async () => {
    if (await change.run({ list: list.name, reason: reason || null, entries: values.map((value) => ({ value, expiresAt })) })) onDone();
  };
  const ofValues = (change.refusal?.reasons ?? []).filter((one) => one.member === 'entries' || place.test(one.member));
  const problem = ofValues.map((one) => `${place.exec(one.member) && values.length > 1 ? `${values[Number(place.exec(one.member)?.[1])] ?? ''}: ` : ''}${one.message}`).join('\n');
  return (
    <FormDialog title={`Add to ${list.name}`} act={values.length > 1 ? `Add ${values.length}` : 'Add'} isOpen isBusy={change.isBusy} error={ofValues.length > 0 ? undefined : change.error} onAct={() => void act()} onClose={onClose}>
      <TextArea label={list.member === null ? 'Values, one a line' : `${memberInWords(list.member)}, one a line`} value={text} onChange={setText} rows={4} hint="A value that is in the list already gets this reason and end. Card numbers are kept as tokens alone." problem={problem} autoFocus />
      <TextLine label="Why" value={reason} onChange={setReason} maxLength={500} hint="It stands beside each value, and in the audit log." />
      <TextLine label="Until" type="datetime-local" value={until} onChange={setUntil} hint={expiresAt ? formatUtc(expiresAt) : 'For ever, where it is left empty.'} />
    </FormDialog>
  );
}
