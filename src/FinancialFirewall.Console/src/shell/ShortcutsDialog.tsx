import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { keys as triageKeys } from '../reviews/triage';
import { useViewer } from '../session/useViewer';
import { colour } from '../theme/tokens';
import { pagesFor } from './pages';
import { pageLetters } from './useShortcuts';

type Row = readonly [keys: readonly string[], what: string];

const everywhere: readonly Row[] = [
  [['Ctrl', 'K'], 'Search, or go to a page'],
  [['?'], 'This list'],
  [['/'], 'Go to the first filter of the page'],
  [['Esc'], 'Close what is open'],
];

const writing: readonly Row[] = [
  [['Ctrl', 'Z'], 'Undo'],
  [['Ctrl', 'Shift', 'Z'], 'Redo'],
  [['Ctrl', 'Space'], 'What fits in a condition'],
];

/** Every key that does something, for who is signed in. */
export default function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const id = useId();
  const { permissions } = useViewer();
  const pages = pagesFor(permissions).flatMap((page): Row[] => {
    const letter = Object.keys(pageLetters).find((one) => pageLetters[one] === page.path);
    return letter ? [[['g', letter], page.title]] : [];
  });
  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>Keyboard shortcuts</DialogTitle>
      <DialogContent tabIndex={0}>
        <Box sx={{ columnCount: { xs: 1, sm: 2, md: 3 }, columnGap: 4 }}>
          <Group title="Everywhere" rows={everywhere} />
          <Group title="Pages: one key after the other" rows={pages} />
          {permissions.includes('REVIEW_ASSESSMENTS') && <Group title="In reviews" rows={triageKeys.map(([key, , words]) => [[key], words.charAt(0).toUpperCase() + words.slice(1)])} />}
          {permissions.includes('CHANGE_CONFIGURATIONS') && <Group title="While writing a configuration" rows={writing} />}
        </Box>
      </DialogContent>
    </Dialog>
  );
}

function Group({ title, rows }: { title: string; rows: readonly Row[] }) {
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id} sx={{ breakInside: 'avoid', pt: 1, pb: 2 }}>
      <Typography variant="h3" id={id} sx={{ mb: 1.25 }}>
        {title}
      </Typography>
      <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 2, rowGap: 1, alignItems: 'center', fontSize: '0.8125rem' }}>
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
    </Box>
  );
}
