import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** A table inside a panel that has other things too: it goes to the panel's edges all the same. */
export const Flush = ({ children }: { children: ReactNode }) => <Box sx={{ mx: -2.25 }}>{children}</Box>;
