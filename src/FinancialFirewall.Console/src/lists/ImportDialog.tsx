import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { Choice } from '../layout/Choice';
import { FieldName } from '../layout/Field';
import { FormDialog } from '../layout/FormDialog';
import { TextLine } from '../layout/TextLine';
import { formatCount, formatNumberOf } from '../money/format';
import type { RiskList } from './documents';
import { accepted, typeOf } from './importing';
import { ImportOutcome } from './ImportOutcome';
import { useImport } from './useImport';

const modes = [
  ['ADD', 'Stays'],
  ['REPLACE', 'Goes: the file says all'],
] as const;

/** Imports a file: looks at all of it first, shows what is wrong or what it would do, and then does it. */
export function ImportDialog({ list, onClose, onDone }: { list: RiskList; onClose: () => void; onDone: () => void }) {
  const id = useId();
  const [file, setFile] = useState<File | null>(null);
  const [mode, setMode] = useState<'ADD' | 'REPLACE'>('ADD');
  const [reason, setReason] = useState('');
  const { state, run, breakOff, reset } = useImport(list.name);
  const isWrongKind = file !== null && typeOf(file.name) === null;
  const send = async (dryRun: boolean) => {
    if (file === null || isWrongKind) return;
    const outcome = await run(file, { replaces: mode === 'REPLACE', dryRun, reason });
    if (outcome?.isDone && !dryRun) onDone();
  };
  const isRunning = state.stage === 'RUNNING';
  const outcome = state.stage === 'ENDED' ? state.outcome : null;
  const acts = { CHECK: ['Check the file', () => void send(true)], IMPORT: ['Import', () => void send(false)], AGAIN: ['Choose another file', reset], CLOSE: ['Close', onClose] } as const;
  const [name, act] = acts[outcome === null ? 'CHECK' : !outcome.isDone ? 'AGAIN' : outcome.dryRun ? 'IMPORT' : 'CLOSE'];
  return (
    <FormDialog title={`Import into ${list.name}`} act={name} isOpen isWide isBusy={isRunning} error={state.stage === 'CHOOSING' ? state.error : undefined} onAct={act} {...(act !== onClose && { onClose: isRunning ? breakOff : onClose })}>
      {state.stage === 'CHOOSING' && (
        <>
          <Box>
            <FieldName htmlFor={id}>File</FieldName>
            <input id={id} type="file" accept={accepted} onChange={(event) => setFile(event.target.files?.[0] ?? null)} />
            <Typography variant="caption" color={isWrongKind ? 'error' : 'textSecondary'} component="p" sx={{ mt: 0.5 }}>
              {isWrongKind ? 'The name has to end in .csv, .json or .ndjson.' : 'CSV with a line of names (value, reason, expiresAt), a JSON array, or a JSON object a line. What an export wrote can be imported.'}
            </Typography>
          </Box>
          <Choice label="What is in the list now" value={mode} options={modes} onChange={setMode} />
          <TextLine label="Why" value={reason} onChange={setReason} maxLength={500} hint="For the audit log." />
        </>
      )}
      {isRunning && (
        <Box role="status">
          <LinearProgress aria-label="Import" />
          <Typography sx={{ mt: 1 }}>{state.isPublishing ? 'Being put in force …' : `${formatNumberOf(state.lines, 'line')} read …`}</Typography>
        </Box>
      )}
      {outcome && <ImportOutcome outcome={outcome} before={mode === 'REPLACE' ? `Of ${formatCount(list.entryCount)} entries now in the list` : ''} />}
    </FormDialog>
  );
}
