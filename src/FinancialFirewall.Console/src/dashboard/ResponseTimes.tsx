import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Panel } from '../layout/Panel';
import { formatCount } from '../money/format';
import { colour } from '../theme/tokens';
import type { Statistics } from './documents';
import { formatBound, quantile } from './responseTimes';

const shares = [
  ['Half', 0.5],
  ['95 %', 0.95],
  ['99 %', 0.99],
] as const;

/** How fast payments were answered, and what was refused, since the server started. */
export function ResponseTimes({ statistics }: { statistics: Statistics | undefined }) {
  const classes = statistics?.responseTimes ?? [];
  const most = Math.max(1, ...classes.map((one) => one.count));
  const last = classes.findLastIndex((one) => one.count > 0);
  const shown = classes.slice(0, Math.max(last + 1, 8));
  return (
    <Panel title="Response times" note="since the server started">
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(3, 1fr)', gap: 1, mb: 2 }}>
        {shares.map(([name, share]) => (
          <Box key={name}>
            <Typography variant="caption" color="textSecondary" component="div">
              {name} within
            </Typography>
            <Box sx={{ fontSize: '1.125rem', fontWeight: 620, letterSpacing: '-0.015em' }}>{formatBound(quantile(classes, share))}</Box>
          </Box>
        ))}
      </Box>
      <Box role="img" aria-label={shown.map((one) => `${formatBound(one.untilMs)}: ${one.count}`).join(', ') || 'Nothing was answered yet'} sx={{ display: 'flex', alignItems: 'flex-end', gap: '3px', height: 72 }}>
        {shown.map((one) => (
          <Box key={String(one.untilMs)} title={`${formatBound(one.untilMs)}: ${formatCount(one.count)}`} sx={{ flex: 1, minHeight: 2, borderRadius: '3px 3px 0 0', height: `${(one.count / most) * 100}%`, bgcolor: one.count > 0 ? colour('accent') : colour('line') }} />
        ))}
      </Box>
      <Box aria-hidden="true" sx={{ display: 'flex', gap: '3px', fontSize: '0.6875rem', color: 'text.secondary', borderTop: `1px solid ${colour('line')}`, pt: 0.5 }}>
        {shown.map((one) => (
          <Box key={String(one.untilMs)} sx={{ flex: 1, textAlign: 'center', whiteSpace: 'nowrap', overflow: 'hidden' }}>
            {one.untilMs === null ? '∞' : one.untilMs >= 1000 ? `${one.untilMs / 1000}s` : one.untilMs}
          </Box>
        ))}
      </Box>
      <Typography variant="caption" color="textSecondary" component="p" sx={{ mt: 1.5 }}>
        {statistics ? `Milliseconds. ${formatCount(statistics.payments)} new payments, ${formatCount(statistics.duplicates)} asked again, ${formatCount(statistics.refusals.reduce((sum, one) => sum + one.count, 0))} refused, ${formatCount(statistics.degraded)} degraded.` : ' '}
      </Typography>
    </Panel>
  );
}
