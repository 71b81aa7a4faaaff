import Box from '@mui/material/Box';
import { useEffect, useState } from 'react';
import { connection } from '../graph/connection';
import { useStore } from '../graph/store';
import { Icon } from '../icons/Icon';
import { hue } from '../theme/tokens';
import { formatClock } from '../time/format';

/** Says that no answers come, since when, and when it is tried again; nothing while they do. */
export function ConnectionBar() {
  const { isUp, lastAnswerAt, nextTryAt } = useStore(connection);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (isUp) {
      return;
    }

    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [isUp]);

  const wait = nextTryAt === null ? 0 : Math.ceil((nextTryAt - now) / 1000);
  return (
    <Box role="status" aria-live="polite">
      {!isUp && (
        <Box sx={{ display: 'flex', gap: 1.25, alignItems: 'center', px: { xs: 2, sm: 3 }, py: 1, bgcolor: hue('caution', 'soft'), color: hue('caution', 'text'), fontSize: '0.8125rem', fontWeight: 540 }}>
          <Icon name="warning" />
          <span>
            No connection to the firewall. What you see is as of {formatClock(new Date(lastAnswerAt))}. {nextTryAt === null ? 'Reload, or try again where it failed.' : wait > 0 ? `Trying again in ${wait} s.` : 'Trying again …'}
          </span>
        </Box>
      )}
    </Box>
  );
}
