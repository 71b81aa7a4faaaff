import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { agentInWords } from '../account/agent';
import { useChange } from '../graph/useChange';
import { useQuery } from '../graph/useQuery';
import { Answered } from '../layout/Answered';
import { DataTable, type Column } from '../layout/DataTable';
import { Failure } from '../layout/Failure';
import { Tag } from '../layout/Tag';
import { Moment } from '../time/Moment';
import { endSessionDocument, endSessionsDocument, sessionsDocument, type Person, type PersonSession } from './documents';

/** Where somebody is signed in, and ending that. */
export function PersonSessions({ person, mayEnd }: { person: Person; mayEnd: boolean }) {
  const query = useQuery(sessionsDocument, { id: person.id });
  const one = useChange(endSessionDocument);
  const all = useChange(endSessionsDocument);
  const end = async (session: PersonSession) => {
    if (await one.run({ id: person.id, sessionId: session.id })) query.reload();
  };
  const endAll = async () => {
    if (await all.run({ id: person.id })) query.reload();
  };
  const columns: readonly Column<PersonSession>[] = [
    { title: 'Browser', cell: (session) => <span title={session.agent}>{agentInWords(session.agent)}</span> },
    { title: 'Address', from: 560, cell: (session) => session.source },
    { title: 'Last used', cell: (session) => <Moment at={session.lastSeenAt} /> },
    {
      title: 'Session',
      isNumber: true,
      cell: (session) =>
        session.isCurrent ? (
          <Tag of="good">This one</Tag>
        ) : (
          mayEnd && (
            <Button color="inherit" onClick={() => void end(session)}>
              End
            </Button>
          )
        ),
    },
  ];
  const error = one.error ?? all.error;
  return (
    <Box component="section" aria-label={`Where ${person.name} is signed in`} sx={{ mt: 3, mx: -2.25 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', px: 2.25, mb: 1 }}>
        <Typography variant="h3">Signed in</Typography>
        {mayEnd && (query.data?.userSessions.length ?? 0) > 0 && (
          <Button color="inherit" onClick={() => void endAll()}>
            End all
          </Button>
        )}
      </Box>
      {error && (
        <Box sx={{ px: 2.25, mb: 1 }}>
          <Failure error={error} />
        </Box>
      )}
      <Answered query={query} rows={2}>
        {({ userSessions }) =>
          userSessions.length === 0 ? (
            <Typography color="textSecondary" sx={{ px: 2.25 }}>
              Nowhere at present.
            </Typography>
          ) : (
            <DataTable label={`Sessions of ${person.name}`} columns={columns} rows={userSessions} keyOf={(session) => session.id} />
          )
        }
      </Answered>
    </Box>
  );
}
