import Box from '@mui/material/Box';
import { useState } from 'react';
import { colour } from '../theme/tokens';
import { formatClock, formatDayAndHour } from '../time/format';
import { linear, niceMaximum } from './scale';

/** A dot. */
export interface Point {
  readonly key: string;
  /** In milliseconds since 1970. */
  readonly x: number;
  readonly y: number;
  readonly colour: string;
  readonly isMarked: boolean;
  readonly text: string;
}

interface ScatterChartProps {
  /** What the chart shows, in a sentence, for who does not see it. */
  label: string;
  points: readonly Point[];
  formatY: (value: number) => string;
  onChoose: (key: string) => void;
}

const height = 168;

/** From how much time on its ends are told apart by day and hour, in milliseconds. */
const longMs = 600_000;

/** Dots over time. Their places are shares of the width, so that they stay round at any size. */
export function ScatterChart({ label, points, formatY, onChoose }: ScatterChartProps) {
  const [pointed, setPointed] = useState<Point | null>(null);
  const times = points.map((point) => point.x);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const formatEnd = last - first < longMs ? formatClock : formatDayAndHour;
  const maximum = niceMaximum(Math.max(...points.map((point) => point.y)));
  const left = linear([first, last], [1.5, 98.5]);
  const top = linear([0, maximum], [height - 4, 6]);
  return (
    <Box component="figure" sx={{ pt: 1 }}>
      <Box role="img" aria-label={label} sx={{ position: 'relative', height, ml: 7 }} onPointerLeave={() => setPointed(null)}>
        {[0, 0.5, 1].map((share) => (
          <Box key={share} aria-hidden="true" sx={{ position: 'absolute', left: 0, right: 0, top: top(maximum * share), borderTop: `1px solid ${colour('line')}` }}>
            <Box component="span" sx={{ position: 'absolute', right: '100%', mr: 1, transform: 'translateY(-50%)', fontSize: '0.6875rem', color: 'text.secondary', whiteSpace: 'nowrap' }}>
              {formatY(maximum * share)}
            </Box>
          </Box>
        ))}
        {points.map((point) => (
          <Box
            key={point.key}
            onPointerEnter={() => setPointed(point)}
            onClick={() => onChoose(point.key)}
            sx={{
              position: 'absolute',
              left: `${left(point.x)}%`,
              top: top(point.y),
              width: 9,
              height: 9,
              m: '-4.5px',
              borderRadius: '50%',
              cursor: 'pointer',
              opacity: 0.85,
              ...(point.isMarked ? { outline: `2px solid ${colour('text')}`, outlineOffset: '2px', zIndex: 1, opacity: 1 } : {}),
            }}
            style={{ background: point.colour }}
          />
        ))}
      </Box>
      <Box aria-hidden="true" sx={{ display: 'flex', justifyContent: 'space-between', ml: 7, mt: 0.5, fontSize: '0.6875rem', color: 'text.secondary' }}>
        <span>{formatEnd(new Date(first))}</span>
        <span>{formatEnd(new Date(last))}</span>
      </Box>
      <Box component="figcaption" sx={{ minHeight: 20, fontSize: '0.75rem', color: 'text.secondary' }}>
        {pointed?.text ?? ''}
      </Box>
    </Box>
  );
}
