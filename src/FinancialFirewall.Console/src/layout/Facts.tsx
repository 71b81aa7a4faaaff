import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { colour } from '../theme/tokens';

/** A name with what is known under it; left out where nothing is. */
export type Fact = readonly [name: string, value: ReactNode];

/** Facts, one a line. */
export function Facts({ facts, nameWidth = 168 }: { facts: readonly Fact[]; nameWidth?: number }) {
  return (
    <Box
      component="dl"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: `${nameWidth}px minmax(0, 1fr)` },
        fontSize: '0.8125rem',
        '& dt': { color: 'text.secondary', py: { xs: 0, sm: 0.75 }, pt: 0.75 },
        '& dd': { py: { xs: 0, sm: 0.75 }, pb: { xs: 0.75 }, overflowWrap: 'anywhere' },
        '& dt, & dd': { borderTop: { sm: `1px solid ${colour('line')}` } },
        '& dt:first-of-type, & dd:first-of-type': { borderTop: 0 },
      }}
    >
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false)
        .map(([name, value]) => [<dt key={`${name} name`}>{name}</dt>, <dd key={name}>{value}</dd>])}
    </Box>
  );
}
