import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import type { HelpTopic } from '../help/topics';
import { Icon } from '../icons/Icon';

const HelpDrawer = lazy(() => import('../help/HelpDrawer'));

interface PageProps {
  title: string;
  /** A sentence or a trail below the title. */
  lead?: ReactNode;
  /** What can be done with the whole page. */
  actions?: ReactNode;
  help: HelpTopic;
  children: ReactNode;
}

/** A page: its title, what can be done, what helps, and its content. */
export function Page({ title, lead, actions, help, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [isHelping, setHelping] = useState(false);
  useEffect(() => {
    document.title = `${title} · Financial Firewall`;
  }, [title]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);

  return (
    <Box sx={{ maxWidth: 1480, mx: 'auto', px: { xs: 2, sm: 3, lg: 4 }, pt: { xs: 2.5, sm: 3.5 }, pb: 8 }}>
      <Stack direction="row" sx={{ mb: 2.5, gap: 2, flexWrap: 'wrap', alignItems: 'flex-start', justifyContent: 'space-between' }}>
        <Box sx={{ minWidth: 0, flex: '1 1 240px' }}>
          <Typography variant="h1" ref={heading} tabIndex={-1} sx={{ outline: 'none', overflowWrap: 'anywhere' }}>
            {title}
          </Typography>
          {lead && (
            <Typography component="div" color="textSecondary" sx={{ mt: 0.25, maxWidth: '72ch' }}>
              {lead}
            </Typography>
          )}
        </Box>
        <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
          {actions}
          <Button data-tour="help" color="inherit" startIcon={<Icon name="help" />} onClick={() => setHelping(true)} sx={{ color: 'text.secondary' }}>
            Help
          </Button>
        </Stack>
      </Stack>
      {children}
      {isHelping && (
        <Suspense fallback={null}>
          <HelpDrawer topic={help} onClose={() => setHelping(false)} />
        </Suspense>
      )}
    </Box>
  );
}
