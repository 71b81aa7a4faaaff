import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icons/Icon';
import { colour } from '../theme/tokens';

/** Says why there is nothing, and what would bring something. */
export function EmptyState({ icon, title, children, action }: { icon: IconName; title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', alignItems: 'center', textAlign: 'center', gap: 1, px: 3, py: 7 }}>
      <Box sx={{ display: 'grid', placeItems: 'center', width: 46, height: 46, borderRadius: '12px', bgcolor: colour('sunken'), color: 'text.secondary', mb: 0.5 }}>
        <Icon name={icon} size={22} />
      </Box>
      <Typography component="p" sx={{ fontWeight: 620, fontSize: '0.9375rem' }}>
        {title}
      </Typography>
      {children && (
        <Typography component="div" color="textSecondary" sx={{ maxWidth: '52ch' }}>
          {children}
        </Typography>
      )}
      {action && <Box sx={{ mt: 1 }}>{action}</Box>}
    </Box>
  );
}
