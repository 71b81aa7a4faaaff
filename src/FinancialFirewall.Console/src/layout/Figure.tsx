import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { PlainLink } from '../routing/Link';
import { colour } from '../theme/tokens';

interface FigureProps {
  name: string;
  value: ReactNode;
  note?: ReactNode;
  /** A colour that says what the figure is about. */
  mark?: string;
  /** The list behind the figure. */
  href?: string;
}

/** A figure that is read at a glance. */
export function Figure({ name, value, note, mark, href }: FigureProps) {
  const content = (
    <>
      <Box component="span" sx={{ display: 'flex', alignItems: 'center', gap: 0.875, fontSize: '0.75rem', color: 'text.secondary', fontWeight: 540 }}>
        {mark && <Box component="span" aria-hidden="true" sx={{ width: 8, height: 8, borderRadius: '2.5px', bgcolor: mark }} />}
        {name}
      </Box>{' '}
      <Box component="span" className="figure" sx={{ display: 'block', mt: 0.5, fontSize: { xs: '1.375rem', xl: '1.5rem' }, fontWeight: 620, letterSpacing: '-0.022em', lineHeight: 1.2, whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' }}>
        {value}
      </Box>{' '}
      <Box component="span" sx={{ display: 'block', mt: 0.25, minHeight: 18, fontSize: '0.75rem', color: 'text.secondary' }}>
        {note}
      </Box>
    </>
  );
  const look = { display: 'block', minWidth: 0, px: 2, py: 1.75, bgcolor: colour('surface'), border: `1px solid ${colour('line')}`, borderRadius: '10px', color: 'text.primary', textDecoration: 'none' } as const;
  return href ? (
    <Box component={PlainLink} href={href} sx={{ ...look, '&:hover': { borderColor: colour('lineStrong') } }}>
      {content}
    </Box>
  ) : (
    <Box sx={look}>{content}</Box>
  );
}
