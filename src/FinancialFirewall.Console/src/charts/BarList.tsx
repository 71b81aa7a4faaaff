import Box from '@mui/material/Box';
import { PlainLink } from '../routing/Link';
import { formatCount, formatShare } from '../money/format';
import { colour } from '../theme/tokens';

/** A row: how many, and the list behind it. */
export interface BarRow {
  readonly name: string;
  readonly count: number;
  readonly colour: string;
  readonly href: string;
}

/** Counts as bars, each a link to what was counted. */
export function BarList({ rows, of }: { rows: readonly BarRow[]; of: number }) {
  const longest = Math.max(1, ...rows.map((row) => row.count));
  return (
    <Box component="ul" sx={{ listStyle: 'none', p: 0, display: 'grid', gap: '2px', mx: -1 }}>
      {rows.map((row) => (
        <li key={row.name}>
          <Box
            component={PlainLink}
            href={row.href}
            sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto 52px', columnGap: 1.5, alignItems: 'baseline', px: 1, pt: 0.75, pb: 0.875, borderRadius: '7px', color: 'text.primary', textDecoration: 'none', fontSize: '0.8125rem', '&:hover': { bgcolor: colour('sunken') } }}
          >
            <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
              {row.name}
            </Box>
            <Box component="span" sx={{ fontWeight: 600 }}>
              {formatCount(row.count)}
            </Box>
            <Box component="span" sx={{ color: 'text.secondary', textAlign: 'right' }}>
              {of > 0 ? formatShare(row.count / of) : '–'}
            </Box>
            <Box component="span" aria-hidden="true" sx={{ gridColumn: '1 / -1', mt: 0.5, height: 4, borderRadius: 2, bgcolor: colour('line'), overflow: 'hidden' }}>
              <span style={{ display: 'block', height: '100%', borderRadius: 2, width: `${(row.count / longest) * 100}%`, background: row.colour }} />
            </Box>
          </Box>
        </li>
      ))}
    </Box>
  );
}
