import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Snackbar from '@mui/material/Snackbar';
import { useState } from 'react';
import { useChange } from '../graph/useChange';
import { useQuery } from '../graph/useQuery';
import { useReloadOn } from '../graph/useReloadOn';
import { Answered } from '../layout/Answered';
import { DataTable } from '../layout/DataTable';
import { EmptyState } from '../layout/EmptyState';
import { Failure } from '../layout/Failure';
import { Panel } from '../layout/Panel';
import { useParameters } from '../routing/useParameters';
import { useViewer } from '../session/useViewer';
import { addDocument, entriesDocument, removeDocument, type Entry, type RiskList } from './documents';
import { columnsFor } from './entryColumns';
import { EntrySearch } from './EntrySearch';
import { ExportLinks } from './ExportLinks';

const undoMs = 10_000;

interface EntriesPanelProps {
  list: RiskList;
  turn: number;
  mayChange: boolean;
  onAdd: () => void;
  onChanged: () => void;
}

/** The entries of a list, searched and page by page. One that is removed can be put back for a while. */
export function EntriesPanel({ list, turn, mayChange, onAdd, onChanged }: EntriesPanelProps) {
  const [parameters, change] = useParameters();
  const { prefix, after } = { prefix: parameters.get('prefix') ?? '', after: parameters.get('after') };
  const query = useQuery(entriesDocument, { list: list.name, prefix: prefix || null, after });
  useReloadOn(turn, query.reload);
  const remove = useChange(removeDocument);
  const restore = useChange(addDocument);
  const [removed, setRemoved] = useState<Entry | null>(null);
  const takeOut = async (entry: Entry) => {
    if (await remove.run({ list: list.name, values: [entry.value] })) {
      setRemoved(entry);
      query.reload();
      onChanged();
    }
  };
  const putBack = async (entry: Entry) => {
    setRemoved(null);
    if (await restore.run({ list: list.name, reason: null, entries: [{ value: entry.value, reason: entry.reason, expiresAt: entry.expiresAt }] })) {
      query.reload();
      onChanged();
    }
  };
  const columns = columnsFor(useViewer().userId, mayChange ? (entry) => void takeOut(entry) : null);
  const error = remove.error ?? restore.error;
  const page = query.data?.listEntries;
  return (
    <Panel isFlush>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'flex-end', justifyContent: 'space-between', flexWrap: 'wrap', p: 2 }}>
        <EntrySearch list={list} prefix={prefix} onChange={(value) => change({ prefix: value || null, after: null })} />
        <ExportLinks list={list.name} />
      </Box>
      {error && (
        <Box sx={{ px: 2, pb: 2 }}>
          <Failure error={error} />
        </Box>
      )}
      <Answered query={query} rows={6}>
        {() =>
          page && page.nodes.length > 0 ? (
            <DataTable label={`Entries of ${list.name}`} columns={columns} rows={page.nodes} keyOf={(entry) => entry.value} />
          ) : prefix !== '' || after !== null ? (
            <EmptyState icon="search" title="No entry fits" action={<Button onClick={() => change({ prefix: null, after: null })}>Show all</Button>}>
              {list.member === 'ipAddress' ? 'Addresses are looked for by a range that holds them, such as 10.0.0.0/8.' : 'The search looks at how values begin.'}
            </EmptyState>
          ) : (
            <EmptyState icon="lists" title="Nothing is on this list yet" action={mayChange && <Button onClick={onAdd}>Add entries</Button>}>
              Add values one by one, each with a reason and, better, an end; or import a file.
            </EmptyState>
          )
        }
      </Answered>
      {page && (after !== null || page.pageInfo.hasNextPage) && (
        <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 1, p: 1.25 }}>
          <Button color="inherit" disabled={after === null} onClick={() => history.back()}>
            Back
          </Button>
          <Button color="inherit" variant="outlined" disabled={!page.pageInfo.hasNextPage} onClick={() => change({ after: page.pageInfo.endCursor }, 'PUSH')}>
            Next page
          </Button>
        </Box>
      )}
      <Snackbar
        open={removed !== null}
        autoHideDuration={undoMs}
        onClose={(_, why) => {
          if (why !== 'clickaway') setRemoved(null);
        }}
        message={removed ? `${removed.value} is off the list.` : ''}
        action={
          removed && (
            <Button color="inherit" onClick={() => void putBack(removed)}>
              Undo
            </Button>
          )
        }
      />
    </Panel>
  );
}
