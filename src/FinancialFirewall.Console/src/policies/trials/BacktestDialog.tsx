import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { besides } from '../../graph/refusal';
import { useChange } from '../../graph/useChange';
import { useQuery } from '../../graph/useQuery';
import { Choice } from '../../layout/Choice';
import { FormDialog } from '../../layout/FormDialog';
import { TextLine } from '../../layout/TextLine';
import { draftsDocument } from '../documents';
import { choiceOf, inputOf, type Plan } from './backtests';
import { startBacktestDocument } from './documents';

/** Begins a backtest of a draft or a version. */
export function BacktestDialog({ draft, version, onClose, onStarted }: { draft: string | null; version: number; onClose: () => void; onStarted: (id: string) => void }) {
  const { data } = useQuery(draftsDocument, {});
  const [plan, setPlan] = useState<Plan>({ what: draft ? choiceOf(draft) : 'version', version: String(version), from: '', to: '', asOf: 'PAYMENT' });
  const start = useChange(startBacktestDocument);
  const put = (change: Partial<Plan>) => setPlan((before) => ({ ...before, ...change }));
  const act = async () => {
    const started = await start.run({ backtest: inputOf(plan) });
    if (started) onStarted(started.startBacktest.id);
  };
  return (
    <FormDialog title="Start a backtest" act="Start" isOpen isBusy={start.isBusy} error={besides(start.error, 'from', 'to', 'version')} onAct={() => void act()} onClose={onClose}>
      <Typography>The payments of the period are decided once more. Nothing that was decided changes, and payments that come meanwhile do not wait for it.</Typography>
      <Choice
        label="What is tested"
        value={plan.what}
        onChange={(what) => put({ what })}
        options={[...(data?.drafts ?? []).map((one) => [choiceOf(one.id), `Draft ${one.name}`] as const), ['version', 'A version']]}
      />
      {plan.what === 'version' && <TextLine label="Version" type="number" value={plan.version} onChange={(next) => put({ version: next })} problem={start.refusal?.of('version')} />}
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        <TextLine label="From" type="datetime-local" value={plan.from} onChange={(from) => put({ from })} hint="7 days before the end unless stated." problem={start.refusal?.of('from')} />
        <TextLine label="Until" type="datetime-local" value={plan.to} onChange={(to) => put({ to })} hint="Now unless stated." problem={start.refusal?.of('to')} />
      </Box>
      <Choice
        label="Lists, toggles and rates that it leaves as they are"
        value={plan.asOf}
        onChange={(asOf) => put({ asOf })}
        options={[
          ['PAYMENT', 'As they were when the payment was decided'],
          ['POLICY', 'As they are now'],
        ]}
      />
    </FormDialog>
  );
}
