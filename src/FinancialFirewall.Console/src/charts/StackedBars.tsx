import Box from '@mui/material/Box';
import { useState, type PointerEvent } from 'react';
import { formatCount } from '../money/format';
import { colour } from '../theme/tokens';
import { stack, type Series } from './stack';
import { niceMaximum } from './scale';

interface StackedBarsProps {
  /** What the chart shows, in a sentence, for who does not see it. */
  label: string;
  series: readonly Series[];
  /** What is said about a bar that is pointed at. */
  describe: (index: number) => string;
  /** The marks below the bars: at which bar, and what. */
  ticks: readonly { readonly at: number; readonly text: string }[];
  /** Opens what is behind a bar. */
  onChoose?: (index: number) => void;
  height?: number;
}

const width = 1000;
const bottom = 22;

/** Bars over time, each made of the parts that it consists of. */
export function StackedBars({ label, series, describe, ticks, onChoose, height = 200 }: StackedBarsProps) {
  const [pointed, setPointed] = useState<number | null>(null);
  const count = series[0]?.values.length ?? 0;
  const plot = height - bottom;
  const { paths, maximum } = stack(series, width, plot, niceMaximum);
  const point = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    setPointed(Math.min(count - 1, Math.max(0, Math.floor(((event.clientX - box.left) / box.width) * count))));
  };

  return (
    <Box component="figure" sx={{ position: 'relative' }}>
      <Box onPointerMove={point} onPointerLeave={() => setPointed(null)} onClick={() => pointed !== null && onChoose?.(pointed)} sx={{ position: 'relative', mr: 5, cursor: onChoose ? 'pointer' : 'default' }}>
        <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" style={{ display: 'block', width: '100%', height }}>
          {[0, 0.5, 1].map((share) => (
            <line key={share} x1={0} x2={width} y1={plot * (1 - share) + 0.5} y2={plot * (1 - share) + 0.5} stroke={colour('line')} vectorEffect="non-scaling-stroke" />
          ))}
          {pointed !== null && <rect x={(pointed / count) * width} y={0} width={width / count} height={plot} fill={colour('accentSoft')} />}
          {paths.map((path) => (
            <path key={path.name} d={path.d} fill={path.colour} />
          ))}
        </svg>
        <Box aria-hidden="true" sx={{ position: 'absolute', insetInline: 0, bottom: 0, height: bottom - 4, fontSize: '0.6875rem', color: 'text.secondary' }}>
          {ticks.map((tick) => (
            <Box key={tick.at} component="span" sx={{ position: 'absolute', left: `${((tick.at + 0.5) / count) * 100}%`, transform: 'translateX(-50%)', whiteSpace: 'nowrap' }}>
              {tick.text}
            </Box>
          ))}
        </Box>
      </Box>
      <Box aria-hidden="true" sx={{ position: 'absolute', right: 0, top: 0, height: plot, width: 34, fontSize: '0.6875rem', color: 'text.secondary' }}>
        {[1, 0.5, 0].map((share) => (
          <Box key={share} component="span" sx={{ position: 'absolute', top: `${(1 - share) * 100}%`, transform: 'translateY(-50%)' }}>
            {formatCount(maximum * share)}
          </Box>
        ))}
      </Box>
      {pointed !== null && (
        <Box component="figcaption" sx={{ position: 'absolute', top: -6, left: 0, px: 1, py: 0.5, borderRadius: '6px', fontSize: '0.75rem', bgcolor: colour('text'), color: colour('canvas'), pointerEvents: 'none' }}>
          {describe(pointed)}
        </Box>
      )}
    </Box>
  );
}
