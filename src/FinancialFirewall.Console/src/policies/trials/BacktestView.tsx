import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useChange } from '../../graph/useChange';
import { useLive } from '../../graph/useLive';
import { useQuery } from '../../graph/useQuery';
import { Icon } from '../../icons/Icon';
import { Answered } from '../../layout/Answered';
import { EmptyState } from '../../layout/EmptyState';
import { Failure } from '../../layout/Failure';
import { Panel } from '../../layout/Panel';
import { Tag } from '../../layout/Tag';
import { formatCount } from '../../money/format';
import { useMay } from '../../session/useViewer';
import { Moment } from '../../time/Moment';
import { backtestLooks } from './backtests';
import { backtestDocument, cancelBacktestDocument, liveBacktestDocument, type WholeBacktest } from './documents';
import { ReportView } from './ReportView';

/** One backtest: how far it is, and what it found. */
export function BacktestView({ id, onBack }: { id: string; onBack: () => void }) {
  const query = useQuery(backtestDocument, { id });
  const [live, setLive] = useState<WholeBacktest | null>(null);
  const found = live ?? query.data?.backtest;
  useLive(liveBacktestDocument, { id }, { event: ({ backtest }) => setLive(backtest), gap: query.reload, isLast: ({ backtest }) => backtest.status !== 'RUNNING' }, query.data?.backtest?.status === 'RUNNING' && found?.status === 'RUNNING');
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Button color="inherit" startIcon={<Icon name="back" size={16} />} onClick={onBack} sx={{ justifySelf: 'start' }}>
        All backtests
      </Button>
      <Answered query={query} rows={8}>
        {() =>
          found ? (
            <Told backtest={found} />
          ) : (
            <EmptyState icon="rotate" title="There is no such backtest">
              The latest 20 that have ended are kept.
            </EmptyState>
          )
        }
      </Answered>
    </Box>
  );
}

function Told({ backtest }: { backtest: WholeBacktest }) {
  const cancel = useChange(cancelBacktestDocument);
  const mayTry = useMay('TRY_POLICIES');
  const [words, look] = backtestLooks[backtest.status];
  const isRunning = backtest.status === 'RUNNING';
  return (
    <Panel
      title={`Backtest of ${backtest.name}`}
      note={<Tag of={look}>{words}</Tag>}
      action={
        isRunning &&
        mayTry && (
          <Button variant="outlined" color="inherit" loading={cancel.isBusy} onClick={() => void cancel.run({ id: backtest.id })}>
            Cancel
          </Button>
        )
      }
    >
      <Box sx={{ display: 'grid', gap: 1.5 }}>
        <Typography variant="caption" color="textSecondary">
          Payments from <Moment at={backtest.from} /> to <Moment at={backtest.to} />, started <Moment at={backtest.startedAt} />
        </Typography>
        {cancel.error && <Failure error={cancel.error} />}
        {backtest.error && <Alert severity="error">{backtest.error}</Alert>}
        {isRunning && <Progress backtest={backtest} />}
        {backtest.report && <ReportView report={backtest.report} />}
      </Box>
    </Panel>
  );
}

function Progress({ backtest: { progress } }: { backtest: WholeBacktest }) {
  return (
    <Box>
      <LinearProgress variant="determinate" value={progress.percent} aria-label="Progress of the backtest" sx={{ height: 8, borderRadius: 4 }} />
      <Typography variant="caption" color="textSecondary">
        {progress.percent} %: {formatCount(progress.read)} of {formatCount(progress.records)} records read, {formatCount(progress.compared)} payments compared, {formatCount(progress.perSecond)} a second
      </Typography>
    </Box>
  );
}
