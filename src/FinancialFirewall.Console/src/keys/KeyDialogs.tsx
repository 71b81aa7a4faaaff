import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { besides } from '../graph/refusal';
import { useChange } from '../graph/useChange';
import { Choice } from '../layout/Choice';
import { Copyable } from '../layout/Copyable';
import { FormDialog } from '../layout/FormDialog';
import { TextLine } from '../layout/TextLine';
import { RolePicker } from '../session/RolePicker';
import { colour } from '../theme/tokens';
import { fromLocalInput } from '../time/format';
import { createDocument, revokeDocument, rotateDocument, type ApiKey } from './documents';

/** A key that was made just now. */
export interface Issued {
  readonly apiKey: string;
  readonly key: { readonly label: string };
}

const roles = [['SERVICE'], ['ANALYST'], ['AUDITOR'], ['RISK_MANAGER'], ['OPERATOR'], ['OWNER']] as const;

/** Makes a key. */
export function NewKeyDialog({ onClose, onIssued }: { onClose: () => void; onIssued: (issued: Issued) => void }) {
  const [label, setLabel] = useState('');
  const [chosen, setChosen] = useState<readonly ApiKey['roles'][number][]>(['SERVICE']);
  const [expires, setExpires] = useState('');
  const change = useChange(createDocument);
  const act = async () => {
    const made = await change.run({ key: { label, roles: [...chosen], expiresAt: fromLocalInput(expires) } });
    if (made) onIssued(made.createKey);
  };
  return (
    <FormDialog title="New API key" act="Make the key" isOpen isBusy={change.isBusy} error={besides(change.error, 'label', 'expiresAt')} onAct={() => void act()} onClose={onClose}>
      <TextLine label="What it is for" value={label} onChange={setLabel} maxLength={100} placeholder="Payment engine, production" problem={change.refusal?.of('label')} autoFocus />
      <RolePicker label="Roles: as few as it needs" offered={roles} chosen={chosen} onChange={setChosen} />
      <TextLine label="Ends" type="datetime-local" value={expires} onChange={setExpires} hint="Never, where it is left empty." problem={change.refusal?.of('expiresAt')} />
    </FormDialog>
  );
}

const overlaps = [
  ['0', 'At once'],
  ['3600', 'After an hour'],
  ['86400', 'After a day'],
  ['604800', 'After a week'],
] as const;

/** Makes the successor of a key. */
export function RotateDialog({ apiKey, onClose, onIssued }: { apiKey: ApiKey; onClose: () => void; onIssued: (issued: Issued) => void }) {
  const [overlap, setOverlap] = useState<(typeof overlaps)[number][0]>('86400');
  const change = useChange(rotateDocument);
  const act = async () => {
    const made = await change.run({ id: apiKey.id, overlap: Number(overlap) });
    if (made) onIssued(made.rotateKey);
  };
  return (
    <FormDialog title={`Rotate ${apiKey.label}`} act="Make the successor" isOpen isBusy={change.isBusy} error={change.error} onAct={() => void act()} onClose={onClose}>
      <Typography>A new key with the same roles is made. Give it to the program while the present one is still good.</Typography>
      <Choice label="The present key ends" value={overlap} options={overlaps} onChange={setOverlap} />
    </FormDialog>
  );
}

/** Ends a key. */
export function RevokeDialog({ apiKey, onClose, onDone }: { apiKey: ApiKey; onClose: () => void; onDone: () => void }) {
  const change = useChange(revokeDocument);
  const act = async () => {
    if (await change.run({ id: apiKey.id })) onDone();
  };
  return (
    <FormDialog title={`Revoke ${apiKey.label}`} act="Revoke" isGrave isOpen isBusy={change.isBusy} error={change.error} onAct={() => void act()} onClose={onClose}>
      <Typography>The very next request with it is refused. That cannot be undone; a program that still uses it stops.</Typography>
    </FormDialog>
  );
}

/** Shows a key, this once. */
export function IssuedDialog({ issued, onClose }: { issued: Issued; onClose: () => void }) {
  return (
    <FormDialog title={`The key for ${issued.key.label}`} act="I have kept it" isOpen onAct={onClose}>
      <Alert severity="warning">It is shown this once: the firewall keeps a hash alone.</Alert>
      <Box sx={{ p: 1.5, borderRadius: '8px', bgcolor: colour('sunken') }}>
        <Copyable text={issued.apiKey} label="API key" />
      </Box>
    </FormDialog>
  );
}
