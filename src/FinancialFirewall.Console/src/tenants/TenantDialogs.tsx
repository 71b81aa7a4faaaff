import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { besides } from '../graph/refusal';
import { useChange } from '../graph/useChange';
import type { Issued } from '../keys/KeyDialogs';
import { FormDialog } from '../layout/FormDialog';
import { TextLine } from '../layout/TextLine';
import { closeDocument, createDocument, resumeDocument, suspendDocument, type Tenant } from './documents';
import { numberOf } from './settings';

/** What the operator does to how a tenant stands. */
export type StatusChange = 'SUSPEND' | 'RESUME' | 'CLOSE';

/** Creates a tenant. */
export function NewTenantDialog({ onClose, onCreated }: { onClose: () => void; onCreated: (issued: Issued) => void }) {
  const [tenantId, setTenantId] = useState('');
  const [name, setName] = useState('');
  const [years, setYears] = useState('');
  const change = useChange(createDocument);
  const act = async () => {
    const made = await change.run({ tenant: { tenantId, name: name || null, retentionYears: numberOf(years) } });
    if (made) onCreated({ apiKey: made.createTenant.apiKey, key: { label: made.createTenant.tenant.name } });
  };
  return (
    <FormDialog title="New tenant" act="Create" isOpen isBusy={change.isBusy} error={besides(change.error, 'tenantId', 'name', 'retentionYears')} onAct={() => void act()} onClose={onClose}>
      <TextLine label="Id" value={tenantId} onChange={setTenantId} maxLength={40} hint="For good: a to z, 0 to 9 and hyphens." problem={change.refusal?.of('tenantId')} autoFocus />
      <TextLine label="Name" value={name} onChange={setName} maxLength={100} hint="What people call it." problem={change.refusal?.of('name')} />
      <TextLine label="Years that records are kept" type="number" value={years} onChange={setYears} hint="5 to 10." problem={change.refusal?.of('retentionYears')} />
      <Typography color="textSecondary">It begins with the built-in policy. Its first key is shown once.</Typography>
    </FormDialog>
  );
}

const words = {
  SUSPEND: { title: 'Suspend', text: 'Its very next payment is refused; everything else goes on. It can be let work again.', document: suspendDocument },
  RESUME: { title: 'Resume', text: 'Its payments are decided again, from the very next one on.', document: resumeDocument },
  CLOSE: { title: 'Close', text: 'Nobody gets in any more, for good. What it has is kept for as long as its retention says.', document: closeDocument },
} as const;

/** Changes how a tenant stands. */
export function StatusDialog({ tenant, change: kind, onClose, onDone }: { tenant: Tenant; change: StatusChange; onClose: () => void; onDone: () => void }) {
  const { title, text, document } = words[kind];
  const [reason, setReason] = useState('');
  const change = useChange(document);
  const act = async () => {
    if (await change.run({ id: tenant.tenantId, reason })) onDone();
  };
  return (
    <FormDialog title={`${title} ${tenant.name}`} act={title} isGrave={kind !== 'RESUME'} isOpen isBusy={change.isBusy} error={change.error} onAct={() => void act()} onClose={onClose}>
      <Typography>{text}</Typography>
      <TextLine label="Why" value={reason} onChange={setReason} maxLength={500} problem={change.refusal?.of('reason')} autoFocus />
    </FormDialog>
  );
}
