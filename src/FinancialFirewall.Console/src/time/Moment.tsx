import Tooltip from '@mui/material/Tooltip';
import { formatClock, formatDay, formatMoment, formatUtc } from './format';

const formats = { moment: formatMoment, clock: formatClock, day: formatDay };

/** A moment in the reader's zone; pointing at it shows it in UTC. */
export function Moment({ at, as = 'moment' }: { at: string; as?: keyof typeof formats }) {
  return (
    <Tooltip title={formatUtc(at)}>
      <time dateTime={at} style={{ whiteSpace: 'nowrap' }}>
        {formats[as](new Date(at))}
      </time>
    </Tooltip>
  );
}
