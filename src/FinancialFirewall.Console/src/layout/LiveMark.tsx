import Box from '@mui/material/Box';
import type { Liveness } from '../graph/useLive';
import { hue, type HueName } from '../theme/tokens';

const looks: Readonly<Record<Liveness, { text: string; hue: HueName }>> = {
  CONNECTING: { text: 'Connecting', hue: 'neutral' },
  LIVE: { text: 'Live', hue: 'good' },
  CUT: { text: 'Cut off', hue: 'caution' },
  REFUSED: { text: 'Not live', hue: 'bad' },
  OFF: { text: 'Paused', hue: 'neutral' },
};

/** Says whether what is shown goes on by itself. */
export function LiveMark({ liveness }: { liveness: Liveness }) {
  const look = looks[liveness];
  return (
    <Box component="span" role="status" data-tour="live" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75, fontSize: '0.75rem', fontWeight: 580, color: hue(look.hue, 'text') }}>
      <Box
        component="span"
        sx={{ width: 8, height: 8, borderRadius: '50%', bgcolor: hue(look.hue, 'mark'), ...(liveness === 'LIVE' ? { animation: 'breathe 2.4s ease-in-out infinite', '@keyframes breathe': { '50%': { opacity: 0.35 } } } : {}) }}
      />
      {look.text}
    </Box>
  );
}
