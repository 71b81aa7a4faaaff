import Box from '@mui/material/Box';
import { decisionLook, decisions } from '../assessments/words';
import { StackedBars } from '../charts/StackedBars';
import { EmptyState } from '../layout/EmptyState';
import { Panel } from '../layout/Panel';
import { formatNumberOf } from '../money/format';
import { hue } from '../theme/tokens';
import { addressOf } from '../routing/address';
import { navigate } from '../routing/location';
import { formatClock, formatDay, formatDayAndHour, formatHourAndMinute, formatShortDay } from '../time/format';
import { isOfDays, isTick, zoneAhead, type Span } from './spans';
import type { Bucket } from './tally';

/** Payments over time, by what was decided. */
export function Throughput({ buckets, span, isLoading }: { buckets: readonly Bucket[]; span: Span; isLoading: boolean }) {
  const all = buckets.reduce((sum, bucket) => sum + bucket.payments, 0);
  const ahead = zoneAhead();
  const nameTick = isOfDays(span) ? formatShortDay : formatHourAndMinute;
  const nameBucket = span.key === '30d' ? formatDay : isOfDays(span) ? formatDayAndHour : formatClock;
  const ticks = buckets.flatMap((bucket, i) => (isTick(bucket.start, span, ahead) ? [{ at: i, text: nameTick(new Date(bucket.start)) }] : []));
  const open = (index: number) => {
    const start = buckets[index]?.start;
    if (start !== undefined) navigate(addressOf('/assessments', { from: new Date(start).toISOString(), until: new Date(start + span.bucketMs).toISOString() }));
  };
  const describe = (index: number) => {
    const bucket = buckets[index];
    return bucket
      ? `${nameBucket(new Date(bucket.start))}: ${formatNumberOf(bucket.payments, 'payment')}. ${decisions.filter((decision) => bucket.decisions[decision] > 0).map((decision) => `${decisionLook[decision].name} ${bucket.decisions[decision]}`).join(', ')}`
      : '';
  };
  const legend = (
    <Box sx={{ display: 'flex', gap: 1.75, flexWrap: 'wrap', fontSize: '0.75rem', color: 'text.secondary', justifyContent: 'flex-end' }}>
      {decisions.map((decision) => (
        <Box key={decision} component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75 }}>
          <Box component="span" sx={{ width: 8, height: 8, borderRadius: '2.5px', bgcolor: hue(decisionLook[decision].hue, 'mark') }} />
          {decisionLook[decision].name}
        </Box>
      ))}
    </Box>
  );
  return (
    <Panel title="Payments over time" action={<Box sx={{ display: { xs: 'none', sm: 'block' } }}>{legend}</Box>}>
      {all === 0 && !isLoading ? (
        <EmptyState icon="pulse" title="No payments in this span">
          They appear here as soon as one is assessed. To send some, take a key of a program under API keys, and the command that the firewall prints when it starts.
        </EmptyState>
      ) : (
        <Box sx={{ pt: 1.5 }}>
          <StackedBars
            label={`${formatNumberOf(all, 'payment')} ${span.words}, over time and by decision`}
            series={decisions.map((decision) => ({ name: decision, colour: hue(decisionLook[decision].hue, 'mark'), values: buckets.map((bucket) => bucket.decisions[decision]) }))}
            ticks={ticks}
            describe={describe}
            onChoose={open}
          />
        </Box>
      )}
    </Panel>
  );
}
