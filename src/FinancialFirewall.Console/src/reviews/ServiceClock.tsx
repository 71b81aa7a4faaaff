import Box from '@mui/material/Box';
import { colour, hue, type HueName } from '../theme/tokens';
import { useNow } from '../time/useNow';
import { leftInWords, passedShare } from './triage';

const tickMs = 15_000;

/** From which share of its time on a payment is pressing. */
const pressingFrom = 0.75;

/** How much of the time to decide in has passed, and how long is left. */
export function ServiceClock({ assessedAt, dueAt }: { assessedAt: string; dueAt: string }) {
  const now = useNow(tickMs);
  const share = passedShare(assessedAt, dueAt, now);
  const look: HueName = share >= 1 ? 'bad' : share >= pressingFrom ? 'caution' : 'neutral';
  const words = leftInWords(dueAt, now);
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75, whiteSpace: 'nowrap', fontSize: '0.75rem', fontWeight: share >= pressingFrom ? 600 : 400, color: share >= pressingFrom ? hue(look, 'text') : 'text.secondary' }}>
      <Box component="span" aria-hidden="true" sx={{ width: 36, height: 4, borderRadius: 2, bgcolor: colour('line'), overflow: 'hidden' }}>
        <span style={{ display: 'block', height: '100%', width: `${share * 100}%`, background: hue(look, 'mark') }} />
      </Box>
      {share >= 1 ? words : `${words} left`}
    </Box>
  );
}
