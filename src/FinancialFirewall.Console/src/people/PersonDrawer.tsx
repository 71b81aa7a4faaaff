import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Drawer from '@mui/material/Drawer';
import IconButton from '@mui/material/IconButton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { Icon } from '../icons/Icon';
import { Facts } from '../layout/Facts';
import { Tag } from '../layout/Tag';
import { addressOf } from '../routing/address';
import { Link } from '../routing/Link';
import { roleName } from '../session/roleNames';
import { useMay } from '../session/useViewer';
import { Moment } from '../time/Moment';
import type { Person } from './documents';
import { PersonSessions } from './PersonSessions';
import { actsFor, hasOpenLink, standingLook } from './standing';

/** What can be done about somebody. */
export type PersonAct = 'CHANGE' | 'LINK' | 'LOCK' | 'UNLOCK' | 'RESET_FACTOR' | 'REMOVE';

const actNames: Readonly<Record<PersonAct, string>> = { CHANGE: 'Change', LINK: 'New link', LOCK: 'Lock out', UNLOCK: 'Unlock', RESET_FACTOR: 'Take second factor away', REMOVE: 'Remove' };

/** One of the people: what is known, where they are signed in, and what can be done. */
export function PersonDrawer({ person, onAct, onClose }: { person: Person; onAct: (act: PersonAct) => void; onClose: () => void }) {
  const mayManage = useMay('MANAGE_USERS');
  const mayAudit = useMay('READ_AUDIT');
  const [standing, look] = standingLook[person.status];
  return (
    <Drawer anchor="right" open onClose={onClose} slotProps={{ paper: { role: 'dialog', 'aria-label': person.name, sx: { width: 'min(560px, 100vw)', p: 3 } } }}>
      <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center', mb: 1 }}>
        <Typography variant="h2" sx={{ fontSize: '1.0625rem', display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
          {person.name} <Tag of={look}>{standing}</Tag>
        </Typography>
        <IconButton aria-label={`Close ${person.name}`} onClick={onClose}>
          <Icon name="close" />
        </IconButton>
      </Stack>
      <Facts
        nameWidth={140}
        facts={[
          ['Mail address', person.email],
          ['Roles', person.roles.map(roleName).join(', ')],
          ['Invited', <Moment key="created" at={person.createdAt} />],
          ['Last signed in', person.lastSignInAt ? <Moment key="last" at={person.lastSignInAt} /> : 'never'],
          ['Second factor', person.hasSecondFactor ? `set up, ${person.recoveryCodesLeft} recovery codes left` : 'none'],
          ['Link is good until', hasOpenLink(person, Date.now()) && <Moment key="link" at={person.linkExpiresAt ?? ''} />],
          ['Locked since', person.lockedAt && <Moment key="locked" at={person.lockedAt} />],
          ['Locked because', person.lockReason],
          ['Done to them', mayAudit && <Link key="audit" href={addressOf('/audit', { target: `user/${person.id}` })}>In the audit log</Link>],
          ['Done by them', mayAudit && <Link key="deeds" href={addressOf('/audit', { actor: person.id })}>In the audit log</Link>],
        ]}
      />
      {mayManage && (
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', mt: 2 }}>
          {(['CHANGE', ...actsFor(person), 'REMOVE'] as const).map((act) => (
            <Button key={act} variant="outlined" color={act === 'REMOVE' || act === 'LOCK' ? 'error' : 'inherit'} onClick={() => onAct(act)}>
              {actNames[act]}
            </Button>
          ))}
        </Box>
      )}
      {person.status === 'ACTIVE' && <PersonSessions person={person} mayEnd={mayManage} />}
    </Drawer>
  );
}
