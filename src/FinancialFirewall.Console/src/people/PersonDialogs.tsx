import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { besides } from '../graph/refusal';
import { useChange } from '../graph/useChange';
import { Copyable } from '../layout/Copyable';
import { FormDialog } from '../layout/FormDialog';
import { TextLine } from '../layout/TextLine';
import { RolePicker } from '../session/RolePicker';
import { colour } from '../theme/tokens';
import { Moment } from '../time/Moment';
import { changeDocument, inviteDocument, linkDocument, lockDocument, removeDocument, requireFactorDocument, resetFactorDocument, unlockDocument, type Person, type PersonLink, type Role } from './documents';
import { personRoles } from './standing';

interface DialogProps {
  person: Person;
  onClose: () => void;
  onDone: () => void;
}

/** Invites somebody. */
export function InviteDialog({ onClose, onInvited }: { onClose: () => void; onInvited: (link: PersonLink) => void }) {
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [roles, setRoles] = useState<readonly Role[]>(['ANALYST']);
  const change = useChange(inviteDocument);
  const act = async () => {
    const made = await change.run({ user: { email, name, roles: [...roles] } });
    if (made) onInvited(made.inviteUser);
  };
  return (
    <FormDialog title="Invite somebody" act="Make the link" isOpen isBusy={change.isBusy} error={besides(change.error, 'email', 'name', 'roles')} onAct={() => void act()} onClose={onClose}>
      <TextLine label="Mail address" value={email} onChange={setEmail} maxLength={254} hint="What they sign in with. No mail is sent." problem={change.refusal?.of('email')} autoFocus />
      <TextLine label="Name" value={name} onChange={setName} maxLength={100} problem={change.refusal?.of('name')} />
      <RolePicker label="Roles" offered={personRoles} chosen={roles} onChange={setRoles} problem={change.refusal?.of('roles')} />
    </FormDialog>
  );
}

/** Shows a link, this once. */
export function LinkDialog({ made, onClose }: { made: PersonLink; onClose: () => void }) {
  return (
    <FormDialog title={`The link for ${made.user.name}`} act="I have handed it on" isOpen onAct={onClose}>
      <Alert severity="warning">It is shown this once: the firewall keeps a hash alone, and sends no mail. Whoever opens it chooses the password.</Alert>
      <Box sx={{ p: 1.5, borderRadius: '8px', bgcolor: colour('sunken') }}>
        <Copyable text={made.link} label="link" />
      </Box>
      <Typography color="textSecondary">
        Good once, until <Moment at={made.expiresAt} />.
      </Typography>
    </FormDialog>
  );
}

/** Changes a name and roles. */
export function ChangeDialog({ person, onClose, onDone }: DialogProps) {
  const [name, setName] = useState(person.name);
  const [roles, setRoles] = useState<readonly Role[]>(person.roles);
  const change = useChange(changeDocument);
  const act = async () => {
    if (await change.run({ id: person.id, name, roles: [...roles] })) onDone();
  };
  return (
    <FormDialog title={`Change ${person.name}`} act="Save" isOpen isBusy={change.isBusy} error={besides(change.error, 'name', 'roles')} onAct={() => void act()} onClose={onClose}>
      <TextLine label="Name" value={name} onChange={setName} maxLength={100} problem={change.refusal?.of('name')} autoFocus />
      <RolePicker label="Roles: they hold for the very next request" offered={personRoles} chosen={roles} onChange={setRoles} problem={change.refusal?.of('roles')} />
    </FormDialog>
  );
}

/** Locks somebody out. */
export function LockDialog({ person, onClose, onDone }: DialogProps) {
  const [reason, setReason] = useState('');
  const change = useChange(lockDocument);
  const act = async () => {
    if (await change.run({ id: person.id, reason })) onDone();
  };
  return (
    <FormDialog title={`Lock ${person.name} out`} act="Lock out" isGrave isOpen isBusy={change.isBusy} error={besides(change.error, 'reason')} onAct={() => void act()} onClose={onClose}>
      <Typography>Every session ends at once, and nobody can sign in by this address until somebody unlocks it.</Typography>
      <TextLine label="Why" value={reason} onChange={setReason} maxLength={500} problem={change.refusal?.of('reason')} autoFocus />
    </FormDialog>
  );
}

const simple = {
  UNLOCK: { title: 'Unlock', act: 'Unlock', isGrave: false, text: 'The password and the second factor from before are good again; failures are forgiven.', document: unlockDocument },
  RESET_FACTOR: { title: 'Take the second factor of', act: 'Take it away', isGrave: true, text: 'For somebody who has lost the app and the recovery codes. Every session ends; whoever has the password can then sign in without a code and set a new factor up.', document: resetFactorDocument },
  REMOVE: { title: 'Remove', act: 'Remove', isGrave: true, text: 'For good, with all sessions. The audit log keeps who it was and what was done.', document: removeDocument },
} as const;

/** Does something about somebody that takes no more than to be sure. */
export function SureDialog({ person, what, onClose, onDone }: DialogProps & { what: keyof typeof simple }) {
  const { title, act: name, isGrave, text, document } = simple[what];
  const change = useChange(document);
  const act = async () => {
    if (await change.run({ id: person.id })) onDone();
  };
  return (
    <FormDialog title={`${title} ${person.name}`} act={name} isGrave={isGrave} isOpen isBusy={change.isBusy} error={change.error} onAct={() => void act()} onClose={onClose}>
      <Typography>{text}</Typography>
    </FormDialog>
  );
}

/** Makes another link. */
export function NewLinkDialog({ person, onClose, onIssued }: { person: Person; onClose: () => void; onIssued: (link: PersonLink) => void }) {
  const change = useChange(linkDocument);
  const act = async () => {
    const made = await change.run({ id: person.id });
    if (made) onIssued(made.issueUserLink);
  };
  return (
    <FormDialog title={`New link for ${person.name}`} act="Make the link" isOpen isBusy={change.isBusy} error={change.error} onAct={() => void act()} onClose={onClose}>
      <Typography>{person.status === 'INVITED' ? 'The link from before is not good any more.' : 'For a forgotten password: whoever opens it chooses a new one, and every session ends then. The second factor stays.'}</Typography>
    </FormDialog>
  );
}

/** Asks everybody for a second factor, or nobody any more. */
export function FactorDialog({ isRequired, hasOwn, onClose, onDone }: { isRequired: boolean; hasOwn: boolean; onClose: () => void; onDone: () => void }) {
  const change = useChange(requireFactorDocument);
  const act = async () => {
    if (await change.run({ isRequired: !isRequired })) onDone();
  };
  return (
    <FormDialog title={isRequired ? 'Ask nobody for a second factor' : 'Ask everybody for a second factor'} act={isRequired ? 'Ask nobody' : 'Ask everybody'} isGrave={isRequired} isOpen isBusy={change.isBusy} error={change.error} onAct={() => void act()} onClose={onClose}>
      <Typography>
        {isRequired ? 'Those who have one keep it, and can take it away.' : 'Who has none can do nothing but set it up, at once and in sessions that are open. Programs come with keys and are not asked.'}
      </Typography>
      {!isRequired && !hasOwn && <Alert severity="warning">You have none yourself: setting it up is the next thing that you are asked.</Alert>}
    </FormDialog>
  );
}
