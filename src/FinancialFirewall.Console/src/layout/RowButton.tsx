import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** The name of a row, which opens what is known of it. */
export function RowButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <Box
      component="button"
      type="button"
      onClick={onClick}
      sx={{ border: 0, p: 0, bgcolor: 'transparent', color: 'primary.main', font: 'inherit', fontWeight: 560, cursor: 'pointer', textAlign: 'left', '&:hover': { textDecoration: 'underline' } }}
    >
      {children}
    </Box>
  );
}
