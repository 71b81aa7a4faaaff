import Button from '@mui/material/Button';
import { useState } from 'react';
import { useQuery } from '../../graph/useQuery';
import { Answered } from '../../layout/Answered';
import { DataTable } from '../../layout/DataTable';
import { EmptyState } from '../../layout/EmptyState';
import { Panel } from '../../layout/Panel';
import { Tag } from '../../layout/Tag';
import { formatCount } from '../../money/format';
import { useParameters } from '../../routing/useParameters';
import { useMay } from '../../session/useViewer';
import { Moment } from '../../time/Moment';
import { BacktestDialog } from './BacktestDialog';
import { backtestLooks } from './backtests';
import { BacktestView } from './BacktestView';
import { backtestsDocument } from './documents';

/** What other policies would have decided about stored payments. */
export function BacktestsTab({ version }: { version: number }) {
  const [parameters, change] = useParameters();
  const opened = parameters.get('backtest');
  const open = (backtest: string | null) => change({ backtest }, 'PUSH');
  return opened ? <BacktestView key={opened} id={opened} onBack={() => open(null)} /> : <BacktestList version={version} onOpen={open} />;
}

function BacktestList({ version, onOpen }: { version: number; onOpen: (id: string) => void }) {
  const query = useQuery(backtestsDocument, {});
  const mayTry = useMay('TRY_POLICIES');
  const [isStarting, setStarting] = useState(false);
  return (
    <Panel
      title="Backtests"
      note="the latest 20 are kept"
      isFlush
      action={
        mayTry && (
          <Button variant="outlined" color="inherit" onClick={() => setStarting(true)}>
            Start a backtest
          </Button>
        )
      }
    >
      <Answered query={query} rows={4}>
        {({ backtests }) =>
          backtests.length === 0 ? (
            <EmptyState icon="rotate" title="No backtest yet">
              A backtest has a draft, or another version, decide the payments of a period once more, and says what would have been different: how many, how much, by which factors, and which.
            </EmptyState>
          ) : (
            <DataTable
              label="Backtests"
              rows={backtests}
              keyOf={(one) => one.id}
              columns={[
                { title: 'What', cell: (one) => <strong style={{ fontWeight: 600 }}>{one.name}</strong> },
                { title: 'Started', from: 520, cell: (one) => <Moment at={one.startedAt} /> },
                { title: 'Period', from: 900, cell: (one) => <><Moment at={one.from} /> to <Moment at={one.to} /></> },
                { title: 'Compared', isNumber: true, from: 620, cell: (one) => formatCount(one.progress.compared) },
                { title: 'Standing', cell: (one) => <Tag of={backtestLooks[one.status][1]}>{one.status === 'RUNNING' ? `${one.progress.percent} %` : backtestLooks[one.status][0]}</Tag> },
                { title: 'Actions', isNumber: true, cell: (one) => <Button color="inherit" aria-label={`Open the backtest of ${one.name}`} onClick={() => onOpen(one.id)}>Open</Button> },
              ]}
            />
          )
        }
      </Answered>
      {isStarting && <BacktestDialog draft={null} version={version} onClose={() => setStarting(false)} onStarted={onOpen} />}
    </Panel>
  );
}
