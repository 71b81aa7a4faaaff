import Box from '@mui/material/Box';
import type { SxProps } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import { colour } from '../theme/tokens';

interface PanelProps {
  title?: string;
  /** A few words beside the title. */
  note?: ReactNode;
  action?: ReactNode;
  /** Whether the content goes to the edges, as tables do. */
  isFlush?: boolean;
  sx?: SxProps;
  children: ReactNode;
}

/** A part of a page that belongs together. */
export function Panel({ title, note, action, isFlush = false, sx, children }: PanelProps) {
  const id = useId();
  return (
    <Box
      component="section"
      aria-labelledby={title ? id : undefined}
      sx={{ bgcolor: colour('surface'), border: `1px solid ${colour('line')}`, borderRadius: '10px', minWidth: 0, overflow: 'hidden', ...(sx as object) }}
    >
      {title && (
        <Box sx={{ display: 'flex', flexWrap: { xs: 'wrap', sm: 'nowrap' }, alignItems: 'center', columnGap: 1.5, rowGap: 0.25, px: 2.25, pt: 1.75, pb: isFlush ? 1.5 : 0.75, minHeight: 34 }}>
          <Typography variant="h2" id={id}>
            {title}
          </Typography>
          {note && (
            <Typography variant="caption" component="div" color="textSecondary" sx={{ minWidth: 0 }}>
              {note}
            </Typography>
          )}
          {action && <Box sx={{ ml: 'auto', flexShrink: 0 }}>{action}</Box>}
        </Box>
      )}
      <Box sx={isFlush ? { overflowX: 'auto' } : { px: 2.25, pb: 2.25, pt: title ? 0.5 : 2.25 }}>{children}</Box>
    </Box>
  );
}
