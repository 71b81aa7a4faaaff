import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import { useState } from 'react';
import { besides } from '../graph/refusal';
import { useChange } from '../graph/useChange';
import { Choice } from '../layout/Choice';
import { FormDialog } from '../layout/FormDialog';
import { TextLine } from '../layout/TextLine';
import { formatUtc, fromLocalInput } from '../time/format';
import { createDocument, replaceDocument, type Toggle } from './documents';
import { inputOf, writingOf, type Writing } from './writing';

/** The members that have a field. */
const fields = ['paymentType', 'localInstrumentationCode', 'clearingSystemCode', 'enabledReason', 'disabledReason', 'effectiveFrom', 'effectiveUntil', 'priority'];

/** Writes a toggle: a new one, or one that is there. */
export function ToggleDialog({ toggle, onClose, onDone }: { toggle: Toggle | null; onClose: () => void; onDone: () => void }) {
  const [writing, setWriting] = useState(() => writingOf(toggle));
  const create = useChange(createDocument);
  const replace = useChange(replaceDocument);
  const { error, refusal, isBusy } = toggle ? replace : create;
  const put = (change: Partial<Writing>) => setWriting((before) => ({ ...before, ...change }));
  const wrong = (member: string) => refusal?.of(member);
  const utc = (local: string) => {
    const moment = fromLocalInput(local);
    return moment ? formatUtc(moment) : undefined;
  };
  const act = async () => {
    const wanted = inputOf(writing);
    const done = toggle ? await replace.run({ id: toggle.id, toggle: wanted, tag: toggle.tag }) : await create.run({ toggle: wanted });
    if (done) onDone();
  };

  return (
    <FormDialog title={toggle ? 'Change the toggle' : 'New toggle'} act={toggle ? 'Save' : 'Create'} isOpen isWide isBusy={isBusy} error={besides(error, ...fields)} onAct={() => void act()} onClose={onClose}>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: 'repeat(3, 1fr)' } }}>
        <TextLine label="Payment type" value={writing.paymentType} onChange={(paymentType) => put({ paymentType })} placeholder="all" problem={wrong('paymentType')} autoFocus />
        <TextLine label="Local instrument" value={writing.localInstrumentationCode} onChange={(localInstrumentationCode) => put({ localInstrumentationCode })} placeholder="all" problem={wrong('localInstrumentationCode')} />
        <TextLine label="Clearing system" value={writing.clearingSystemCode} onChange={(clearingSystemCode) => put({ clearingSystemCode })} placeholder="all" problem={wrong('clearingSystemCode')} />
      </Box>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 2fr' } }}>
        <Choice
          label="The fraud check is"
          value={writing.state}
          onChange={(state) => put({ state })}
          options={[
            ['OFF', 'Off'],
            ['ON', 'On'],
          ]}
        />
        <TextLine label="Why" value={writing.reason} onChange={(reason) => put({ reason })} maxLength={500} problem={wrong('enabledReason') || wrong('disabledReason')} hint="It stands in every payment that it decides." />
      </Box>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: 'repeat(3, 1fr)' } }}>
        <TextLine label="From" type="datetime-local" value={writing.from} onChange={(from) => put({ from })} hint={utc(writing.from) ?? 'At once.'} problem={wrong('effectiveFrom')} />
        <TextLine label="Until" type="datetime-local" value={writing.until} onChange={(until) => put({ until })} hint={utc(writing.until) ?? 'For ever.'} problem={wrong('effectiveUntil')} />
        <TextLine label="Priority" type="number" value={writing.priority} onChange={(priority) => put({ priority })} hint="Inside a level the lowest wins." problem={wrong('priority')} />
      </Box>
      <FormControlLabel control={<Switch checked={writing.isActive} onChange={(_, isActive) => put({ isActive })} />} label="Active: it takes part" />
    </FormDialog>
  );
}
