import Box from '@mui/material/Box';
import { decisionLook } from '../assessments/words';
import { formatCount } from '../money/format';
import { colour, hue } from '../theme/tokens';
import type { Matrix } from './shadows';

const cell = { padding: '5px 8px', textAlign: 'right', fontVariantNumeric: 'tabular-nums' } as const;

/** Pairs of decisions as a table: what was decided down, what would have been across; what differs is marked. */
export function DecisionMatrix({ matrix, label }: { matrix: Matrix; label: string }) {
  return (
    <Box sx={{ overflowX: 'auto' }} role="region" aria-label={label} tabIndex={0}>
      <Box component="table" aria-label={label} sx={{ borderCollapse: 'collapse', fontSize: '0.8125rem', '& th': { ...cell, fontWeight: 560, color: 'text.secondary', fontSize: '0.75rem' }, '& td': cell, '& tbody th': { textAlign: 'left' } }}>
        <thead>
          <tr>
            <th scope="col" style={{ textAlign: 'left' }}>
              Decided ↓ would be →
            </th>
            {matrix.decisions.map((one) => (
              <th key={one} scope="col">
                {decisionLook[one].name}
              </th>
            ))}
            <th scope="col">All</th>
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map((row) => (
            <tr key={row.decision}>
              <th scope="row">{decisionLook[row.decision].name}</th>
              {row.counts.map((count, i) => {
                const other = matrix.decisions[i] ?? row.decision;
                const differs = other !== row.decision && count > 0;
                return (
                  <Box component="td" key={other} sx={differs ? { bgcolor: hue(decisionLook[other].hue, 'soft'), color: hue(decisionLook[other].hue, 'text'), fontWeight: 600 } : { color: count === 0 ? 'text.secondary' : 'text.primary' }}>
                    {formatCount(count)}
                  </Box>
                );
              })}
              <td>{formatCount(row.total)}</td>
            </tr>
          ))}
          <Box component="tr" sx={{ '& > *': { borderTop: `1px solid ${colour('line')}` } }}>
            <th scope="row">All</th>
            {matrix.totals.map((total, i) => (
              <td key={matrix.decisions[i]}>{formatCount(total)}</td>
            ))}
            <td>{formatCount(matrix.totals.reduce((a, b) => a + b, 0))}</td>
          </Box>
        </tbody>
      </Box>
    </Box>
  );
}
