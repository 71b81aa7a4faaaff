import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { lazy, Suspense, useState } from 'react';
import { useViewer } from '../session/useViewer';
import { colour } from '../theme/tokens';

const items = () => import('./UserMenuItems');
const UserMenuItems = lazy(items);

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word.charAt(0).toUpperCase())
    .slice(0, 2)
    .join('');

/** Who is signed in, how the console looks, and the way out. */
export function UserMenu() {
  const viewer = useViewer();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const name = viewer.name ?? viewer.email ?? 'Account';
  return (
    <>
      <IconButton data-tour="account" aria-label={`${initialsOf(name)}, ${name}: account and appearance`} aria-haspopup="menu" onPointerEnter={() => void items()} onClick={(event) => setAnchor(event.currentTarget)} sx={{ p: 0.25 }}>
        <Box sx={{ width: 32, height: 32, borderRadius: '8px', display: 'grid', placeItems: 'center', bgcolor: colour('accentSoft'), color: 'primary.main', fontSize: '0.75rem', fontWeight: 650 }}>{initialsOf(name)}</Box>
      </IconButton>
      {anchor && (
        <Suspense fallback={null}>
          <UserMenuItems anchor={anchor} onClose={() => setAnchor(null)} />
        </Suspense>
      )}
    </>
  );
}
