import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Icon } from '../icons/Icon';
import { Waiting } from '../layout/Waiting';
import { usePlace } from '../routing/location';
import { colour, navigationWidth } from '../theme/tokens';
import { ConnectionBar } from './ConnectionBar';
import { ErrorBoundary } from './ErrorBoundary';
import { Navigation } from './Navigation';
import { useShortcuts } from './useShortcuts';
import { UserMenu } from './UserMenu';

const PhoneMenu = lazy(() => import('./PhoneMenu'));
const CommandPalette = lazy(() => import('./CommandPalette'));
const ShortcutsDialog = lazy(() => import('./ShortcutsDialog'));

const isMac = navigator.userAgent.includes('Mac');

/** What stands around every page. */
export function Shell({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState<'MENU' | 'PALETTE' | 'SHORTCUTS' | null>(null);
  const { path } = usePlace();
  useShortcuts({ palette: () => setOpen('PALETTE'), shortcuts: () => setOpen('SHORTCUTS') });
  const close = () => setOpen(null);

  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: `${navigationWidth}px minmax(0, 1fr)` }, minHeight: '100vh' }}>
      <Box component="a" href="#content" className="visually-hidden" sx={{ '&:focus': { position: 'fixed !important', zIndex: 1400, top: 8, left: 8, width: 'auto !important', height: 'auto !important', clip: 'auto !important', p: 1.5, bgcolor: colour('raised') } }}>
        Skip to the content
      </Box>
      <Box sx={{ display: { xs: 'none', lg: 'block' }, borderRight: `1px solid ${colour('line')}`, bgcolor: colour('surface') }}>
        <Box data-tour="pages" sx={{ position: 'sticky', top: 0, height: '100vh', overflowY: 'auto' }}>
          <Navigation />
        </Box>
      </Box>
      <Box sx={{ minWidth: 0 }}>
        <Box component="header" sx={{ position: 'sticky', top: 0, zIndex: 10, bgcolor: colour('surface'), borderBottom: `1px solid ${colour('line')}` }}>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, px: { xs: 1.5, sm: 3, lg: 4 }, height: 54 }}>
            <IconButton data-tour="menu" aria-label="Open the menu" onClick={() => setOpen('MENU')} sx={{ display: { lg: 'none' } }}>
              <Icon name="menu" size={20} />
            </IconButton>
            <Button
              data-tour="search"
              color="inherit"
              onClick={() => setOpen('PALETTE')}
              startIcon={<Icon name="search" size={16} />}
              sx={{ color: 'text.secondary', bgcolor: colour('sunken'), border: `1px solid ${colour('line')}`, justifyContent: 'flex-start', width: { xs: 'auto', sm: 320 }, fontWeight: 450 }}
            >
              Search or go to
              <Box component="kbd" aria-hidden="true" sx={{ display: { xs: 'none', sm: 'inline' }, ml: 'auto', fontSize: '0.75rem' }}>
                {isMac ? '⌘K' : 'Ctrl K'}
              </Box>
            </Button>
            <Box sx={{ ml: 'auto', display: 'flex', alignItems: 'center', gap: 0.5 }}>
              <IconButton aria-label="Keyboard shortcuts" onClick={() => setOpen('SHORTCUTS')} sx={{ color: 'text.secondary', display: { xs: 'none', sm: 'inline-flex' } }}>
                <Icon name="keyboard" size={20} />
              </IconButton>
              <UserMenu />
            </Box>
          </Box>
          <ConnectionBar />
        </Box>
        <Box component="main" id="content" tabIndex={-1} sx={{ outline: 'none' }}>
          <ErrorBoundary key={path}>
            <Suspense fallback={<Waiting rows={10} />}>{children}</Suspense>
          </ErrorBoundary>
        </Box>
      </Box>
      <Suspense fallback={null}>
        {open === 'MENU' && <PhoneMenu onClose={close} />}
        {open === 'PALETTE' && <CommandPalette onClose={close} />}
        {open === 'SHORTCUTS' && <ShortcutsDialog onClose={close} />}
      </Suspense>
    </Box>
  );
}
