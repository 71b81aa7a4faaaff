import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { useCallback, useMemo } from 'react';
import { useQuery } from '../graph/useQuery';
import { helpTopics } from '../help/topics';
import { Answered } from '../layout/Answered';
import { EmptyState } from '../layout/EmptyState';
import { LiveMark } from '../layout/LiveMark';
import { Page } from '../layout/Page';
import { Panel } from '../layout/Panel';
import { formatCount } from '../money/format';
import { useParameters } from '../routing/useParameters';
import { AssessmentTable } from './AssessmentTable';
import { listDocument } from './documents';
import { ExportButton } from './ExportButton';
import { isFiltering, readFilter, variablesOf } from './filter';
import { FilterBar } from './FilterBar';
import { SavedViews } from './SavedViews';
import { useArrivals } from './useArrivals';

const pageSize = 50;

/** Every payment that was assessed, however old, and those that are being assessed. */
export default function AssessmentsPage() {
  const [parameters, setParameters] = useParameters();
  const filter = useMemo(() => readFilter(parameters), [parameters]);
  const after = parameters.get('after');
  const isLive = parameters.get('live') === '1' && after === null && filter.order === 'NEWEST_FIRST' && filter.until === null;
  const query = useQuery(listDocument, variablesOf(filter, pageSize, after));
  const arrivals = useArrivals(filter, isLive, query.reload);
  const change = useCallback((changes: Parameters<typeof setParameters>[0]) => setParameters({ ...changes, after: null }), [setParameters]);

  const live = (
    <FormControlLabel
      control={<Switch size="small" checked={isLive} onChange={(_, isOn) => change({ live: isOn ? '1' : null, ...(isOn ? { order: null, until: null } : {}) })} />}
      label="Live"
      sx={{ ml: 0 }}
      slotProps={{ typography: { variant: 'body2' } }}
    />
  );
  return (
    <Page
      title="Assessments"
      help={helpTopics.assessments}
      lead={isLive ? <LiveMark liveness={arrivals.liveness} /> : 'Every payment that was assessed, however old.'}
      actions={
        <>
          {live}
          <SavedViews />
          <ExportButton filter={filter} />
        </>
      }
    >
      <Panel>
        <Box sx={{ m: -2.25 }}>
          <FilterBar filter={filter} onChange={change} />
          <Box sx={{ overflowX: 'auto', opacity: query.isLoading && query.data ? 0.6 : 1 }} aria-busy={query.isLoading}>
            <Answered query={query} rows={12}>
              {({ assessments }) => {
                const known = new Set(assessments.nodes.map((row) => row.id));
                const arrived = isLive ? arrivals.rows.filter((row) => !known.has(row.id)) : [];
                const rows = [...arrived, ...assessments.nodes];
                return rows.length === 0 ? (
                  <EmptyState icon="payments" title={isFiltering(filter) ? 'No payment fits this filter' : 'No payment was assessed yet'}>
                    {assessments.pageInfo.hasNextPage
                      ? 'This part of the history has none; older ones may.'
                      : isFiltering(filter)
                        ? 'Leave something out of the filter, or choose a longer time.'
                        : 'As soon as a program sends one it stands here, with the decision and its reasons.'}
                  </EmptyState>
                ) : (
                  <AssessmentTable label="Assessments" rows={rows} fresh={arrivals.fresh} />
                );
              }}
            </Answered>
          </Box>
          {query.data && (
            <Footer
              count={query.data.assessments.totalCount}
              older={query.data.assessments.pageInfo.hasNextPage ? query.data.assessments.pageInfo.endCursor : null}
              isFirst={after === null}
              onGo={(cursor) => setParameters({ after: cursor, live: null }, 'PUSH')}
            />
          )}
        </Box>
      </Panel>
    </Page>
  );
}

function Footer({ count, older, isFirst, onGo }: { count: { number: number; isExact: boolean }; older: string | null; isFirst: boolean; onGo: (cursor: string | null) => void }) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, px: 2.25, py: 1.25, borderTop: 1, borderColor: 'divider' }}>
      <Typography variant="body2" color="textSecondary" sx={{ mr: 'auto' }}>
        {count.isExact ? `${formatCount(count.number)} in all` : `More than ${formatCount(count.number)}`}
      </Typography>
      {!isFirst && (
        <>
          <Button color="inherit" onClick={() => onGo(null)}>
            First page
          </Button>
          <Button color="inherit" onClick={() => history.back()}>
            Back
          </Button>
        </>
      )}
      <Button color="inherit" variant="outlined" disabled={older === null} onClick={() => onGo(older)}>
        Next page
      </Button>
    </Box>
  );
}
