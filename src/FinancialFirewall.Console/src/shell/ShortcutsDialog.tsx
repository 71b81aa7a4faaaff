import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId } from 'react';
import { useViewer } from '../session/useViewer';
import { colour } from '../theme/tokens';
import { pagesFor } from './pages';
import { pageLetters } from './useShortcuts';

/** Every key that does something. */
export default function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const id = useId();
  const allowed = pagesFor(useViewer().permissions);
  const rows: [string[], string][] = [
    [['Ctrl', 'K'], 'Search, or go to a page'],
    [['?'], 'This list'],
    [['/'], 'Go to the first filter of the page'],
    [['Esc'], 'Close what is open'],
    ...Object.entries(pageLetters).flatMap(([letter, path]): [string[], string][] => {
      const page = allowed.find((one) => one.path === path);
      return page ? [[['g', letter], page.title]] : [];
    }),
  ];
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>Keyboard shortcuts</DialogTitle>
      <DialogContent>
        <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 3, rowGap: 1.25, alignItems: 'center', pt: 1 }}>
          {rows.map(([keys, what]) => [
            <Box component="dt" key={`${what} keys`} sx={{ display: 'flex', gap: 0.5 }}>
              {keys.map((key) => (
                <Box component="kbd" key={key} sx={{ px: 0.9, py: 0.25, minWidth: 24, textAlign: 'center', borderRadius: '5px', border: `1px solid ${colour('lineStrong')}`, bgcolor: colour('sunken') }}>
                  {key}
                </Box>
              ))}
            </Box>,
            <dd key={what}>{what}</dd>,
          ])}
        </Box>
      </DialogContent>
    </Dialog>
  );
}
