import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useCallback, useEffect, useState } from 'react';
import { DataTable, type Column } from '../layout/DataTable';
import { Failure } from '../layout/Failure';
import { Panel } from '../layout/Panel';
import { Tag } from '../layout/Tag';
import { call } from '../session/rest';
import { Moment } from '../time/Moment';
import { agentInWords } from './agent';

interface SessionInfo {
  id: string;
  lastSeenAt: string;
  source: string;
  agent: string;
  isCurrent: boolean;
}

const path = '/api/v1/users/me/sessions';

/** Where one is signed in, and ending what is not wanted. */
export function Sessions() {
  const [sessions, setSessions] = useState<readonly SessionInfo[]>([]);
  const [error, setError] = useState<unknown>();
  const load = useCallback(() => call<SessionInfo[]>('GET', path).then(setSessions, setError), []);
  useEffect(() => void load(), [load]);
  const end = (address: string) => void call('DELETE', address).then(load, setError);

  const columns: readonly Column<SessionInfo>[] = [
    { title: 'Browser', cell: (one) => <span title={one.agent}>{agentInWords(one.agent)}</span> },
    { title: 'Address', from: 560, cell: (one) => one.source },
    { title: 'Last used', cell: (one) => <Moment at={one.lastSeenAt} /> },
    {
      title: 'Session',
      isNumber: true,
      cell: (one) =>
        one.isCurrent ? (
          <Tag of="good">This one</Tag>
        ) : (
          <Button color="inherit" onClick={() => end(`${path}/${one.id}`)}>
            End
          </Button>
        ),
    },
  ];
  return (
    <Panel
      title="Sessions"
      isFlush
      action={
        sessions.length > 1 && (
          <Button color="inherit" onClick={() => end(path)}>
            End all others
          </Button>
        )
      }
    >
      {error !== undefined && (
        <Box sx={{ p: 2 }}>
          <Failure error={error} onRetry={() => void load()} />
        </Box>
      )}
      <DataTable label="Your sessions" columns={columns} rows={sessions} keyOf={(one) => one.id} />
    </Panel>
  );
}
