import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useQuery } from '../graph/useQuery';
import { helpTopics } from '../help/topics';
import { Icon } from '../icons/Icon';
import { Answered } from '../layout/Answered';
import { DataTable, type Column } from '../layout/DataTable';
import { EmptyState } from '../layout/EmptyState';
import { Page } from '../layout/Page';
import { Panel } from '../layout/Panel';
import { RowButton } from '../layout/RowButton';
import { Tag } from '../layout/Tag';
import { useParameters } from '../routing/useParameters';
import { roleName } from '../session/roleNames';
import { refreshViewer } from '../session/session';
import { useMay, useViewer } from '../session/useViewer';
import { Moment } from '../time/Moment';
import { peopleDocument, type Person, type PersonLink } from './documents';
import { ChangeDialog, FactorDialog, InviteDialog, LinkDialog, LockDialog, NewLinkDialog, SureDialog } from './PersonDialogs';
import { PersonDrawer, type PersonAct } from './PersonDrawer';
import { inOrder, standingLook } from './standing';

type Doing = { readonly what: 'INVITE' } | { readonly what: 'FACTOR' } | { readonly what: 'SHOW'; readonly made: PersonLink } | { readonly what: PersonAct; readonly person: Person } | null;

/** Who works with the firewall, and what each may do. */
export default function PeoplePage() {
  const query = useQuery(peopleDocument, {});
  const viewer = useViewer();
  const mayManage = useMay('MANAGE_USERS');
  const [parameters, change] = useParameters();
  const [doing, setDoing] = useState<Doing>(null);
  const close = () => setDoing(null);
  const done = () => {
    query.reload();
    close();
    refreshViewer().catch(() => undefined);
  };
  const issued = (made: PersonLink) => {
    query.reload();
    setDoing({ what: 'SHOW', made });
  };
  const shown = query.data?.users.find((person) => person.id === parameters.get('person'));
  const columns: readonly Column<Person>[] = [
    {
      title: 'Who',
      cell: (person) => (
        <>
          <RowButton onClick={() => change({ person: person.id }, 'PUSH')}>{person.name}</RowButton> {person.id === viewer.userId && <Tag of="neutral">You</Tag>}
          <Box sx={{ fontSize: '0.75rem', color: 'text.secondary', overflowWrap: 'anywhere' }}>{person.email}</Box>
        </>
      ),
    },
    { title: 'Roles', from: 620, cell: (person) => person.roles.map(roleName).join(', ') },
    { title: 'Standing', cell: (person) => <Tag of={standingLook[person.status][1]}>{standingLook[person.status][0]}</Tag> },
    { title: 'Second factor', from: 760, cell: (person) => (person.hasSecondFactor ? 'set up' : 'none') },
    { title: 'Last signed in', from: 900, cell: (person) => (person.lastSignInAt ? <Moment at={person.lastSignInAt} /> : 'never') },
  ];

  return (
    <Page
      title="People"
      help={helpTopics.people}
      lead="Who works with the firewall, and what each may do."
      actions={
        mayManage && (
          <Button variant="contained" startIcon={<Icon name="plus" size={16} />} onClick={() => setDoing({ what: 'INVITE' })}>
            Invite somebody
          </Button>
        )
      }
    >
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Panel isFlush>
          <Answered query={query}>
            {({ users }) =>
              users.length === 0 ? (
                <EmptyState icon="people" title="Nobody yet">
                  Whoever is invited opens a link that is good once, and chooses a password.
                </EmptyState>
              ) : (
                <DataTable label="People" columns={columns} rows={inOrder(users)} keyOf={(person) => person.id} />
              )
            }
          </Answered>
        </Panel>
        {query.data?.tenant && <FactorPanel isRequired={query.data.tenant.secondFactorRequired} without={query.data.users.filter((person) => person.status === 'ACTIVE' && !person.hasSecondFactor).length} onChange={() => setDoing({ what: 'FACTOR' })} />}
      </Box>
      {shown && !(doing && 'person' in doing) && <PersonDrawer person={shown} onAct={(what) => setDoing({ what, person: shown })} onClose={() => change({ person: null })} />}
      {doing?.what === 'INVITE' && <InviteDialog onClose={close} onInvited={issued} />}
      {doing?.what === 'SHOW' && <LinkDialog made={doing.made} onClose={close} />}
      {doing?.what === 'CHANGE' && <ChangeDialog person={doing.person} onClose={close} onDone={done} />}
      {doing?.what === 'LINK' && <NewLinkDialog person={doing.person} onClose={close} onIssued={issued} />}
      {doing?.what === 'LOCK' && <LockDialog person={doing.person} onClose={close} onDone={done} />}
      {(doing?.what === 'UNLOCK' || doing?.what === 'RESET_FACTOR' || doing?.what === 'REMOVE') && <SureDialog person={doing.person} what={doing.what} onClose={close} onDone={done} />}
      {doing?.what === 'FACTOR' && <FactorDialog isRequired={query.data?.tenant?.secondFactorRequired ?? false} hasOwn={viewer.hasSecondFactor ?? false} onClose={close} onDone={done} />}
    </Page>
  );
}

function FactorPanel({ isRequired, without, onChange }: { isRequired: boolean; without: number; onChange: () => void }) {
  const mayConfigure = useMay('CONFIGURE_TENANTS');
  return (
    <Panel
      title="Second factor"
      note={isRequired ? <Tag of="good">Asked of everybody</Tag> : <Tag of="caution">Left to each</Tag>}
      action={
        mayConfigure && (
          <Button variant="outlined" color="inherit" onClick={onChange}>
            {isRequired ? 'Ask nobody' : 'Ask everybody'}
          </Button>
        )
      }
    >
      <Typography color="textSecondary">
        {without === 0 ? 'Everybody who can sign in has one.' : `${without === 1 ? 'One of those who can sign in has' : `${without} of those who can sign in have`} none: a stolen password is enough.`}
      </Typography>
    </Panel>
  );
}
