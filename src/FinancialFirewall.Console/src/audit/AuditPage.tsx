import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { inWords } from '../assessments/words';
import { useQuery } from '../graph/useQuery';
import { helpTopics } from '../help/topics';
import { Answered } from '../layout/Answered';
import { DataTable, type Column } from '../layout/DataTable';
import { EmptyState } from '../layout/EmptyState';
import { Page } from '../layout/Page';
import { Panel } from '../layout/Panel';
import { RowButton } from '../layout/RowButton';
import { Tag } from '../layout/Tag';
import { useParameters } from '../routing/useParameters';
import { colour } from '../theme/tokens';
import { Moment } from '../time/Moment';
import { AuditFilters, filterOf } from './AuditFilters';
import { auditDocument, type AuditEntry } from './documents';
import { EntryDrawer } from './EntryDrawer';
import { Verification } from './Verification';

const actorOf = (entry: AuditEntry): string => (entry.actor.id ? `${inWords(entry.actor.kind)} ${entry.actor.id}` : inWords(entry.actor.kind));

/** Who did what, and the proof that nobody changed that since. */
export default function AuditPage() {
  const [parameters, change] = useParameters();
  const [open, setOpen] = useState<AuditEntry | null>(null);
  const after = parameters.get('after');
  const query = useQuery(auditDocument, { filter: filterOf(parameters), after });
  const columns: readonly Column<AuditEntry>[] = [
    { title: 'No.', isNumber: true, from: 900, width: 72, cell: (entry) => entry.sequence },
    { title: 'When', cell: (entry) => <Moment at={entry.at} /> },
    {
      title: 'What',
      cell: (entry) => <RowButton onClick={() => setOpen(entry)}>{inWords(entry.action)}</RowButton>,
    },
    { title: 'To what', from: 760, cell: (entry) => <code style={{ overflowWrap: 'anywhere' }}>{entry.target}</code> },
    { title: 'Who', from: 560, cell: (entry) => actorOf(entry) },
    { title: 'From', from: 1100, cell: (entry) => entry.actor.source ?? '–' },
    {
      title: 'Outcome',
      cell: (entry) => (
        <Box component="span" sx={{ display: 'inline-flex', gap: 0.75, flexWrap: 'wrap' }}>
          <Tag of={entry.outcome === 'DONE' ? 'good' : 'bad'}>{entry.outcome === 'DONE' ? 'Done' : 'Refused'}</Tag>
          {entry.securityEvent && <Tag of="serious">{inWords(entry.securityEvent)}</Tag>}
        </Box>
      ),
    },
  ];

  return (
    <Page title="Audit log" help={helpTopics.audit} lead="Who did what, when, from where; each entry chained to the one before.">
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Verification />
        <Panel>
          <Box sx={{ m: -2.25 }}>
            <AuditFilters />
            <Box sx={{ overflowX: 'auto' }} aria-busy={query.isLoading}>
              <Answered query={query} rows={12}>
                {({ auditLog }) =>
                  auditLog.nodes.length === 0 ? (
                    <EmptyState icon="audit" title="No entry fits">
                      {auditLog.pageInfo.hasNextPage ? 'This part of the log has none; older ones may.' : 'Leave something out of the filter.'}
                    </EmptyState>
                  ) : (
                    <DataTable label="Audit log" columns={columns} rows={auditLog.nodes} keyOf={(entry) => String(entry.sequence)} />
                  )
                }
              </Answered>
            </Box>
            {query.data && (
              <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 1, px: 2.25, py: 1.25, borderTop: `1px solid ${colour('line')}` }}>
                {after !== null && (
                  <Button color="inherit" onClick={() => history.back()}>
                    Back
                  </Button>
                )}
                <Button color="inherit" variant="outlined" disabled={!query.data.auditLog.pageInfo.hasNextPage} onClick={() => change({ after: query.data?.auditLog.pageInfo.endCursor ?? null }, 'PUSH')}>
                  Next page
                </Button>
              </Box>
            )}
          </Box>
        </Panel>
      </Box>
      <EntryDrawer entry={open} onClose={() => setOpen(null)} />
    </Page>
  );
}
