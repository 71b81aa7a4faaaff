import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { hue, type HueName } from '../theme/tokens';

/** A word that means a state. */
export function Tag({ of, children, title }: { of: HueName; children: ReactNode; title?: string }) {
  return (
    <Box
      component="span"
      title={title}
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.6,
        px: 1,
        py: '2px',
        borderRadius: '6px',
        fontSize: '0.75rem',
        fontWeight: 580,
        lineHeight: 1.5,
        whiteSpace: 'nowrap',
        color: hue(of, 'text'),
        bgcolor: hue(of, 'soft'),
      }}
    >
      {children}
    </Box>
  );
}
