import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { Icon } from '../../icons/Icon';
import type { ConfigurationEditor } from './useConfigurationEditor';

/** The name of what is written, and steps back and forth. */
export function EditorTop({ id, title, editor, onTry }: { id: string; title: string; editor: ConfigurationEditor; onTry: (() => void) | undefined }) {
  const { past, future } = editor.work.editing;
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, px: 3, pt: 2 }}>
      <Typography id={id} component="h2" sx={{ fontSize: '1.0625rem', fontWeight: 640, mr: 'auto', overflowWrap: 'anywhere' }}>
        {title}
      </Typography>
      {onTry && (
        <Button color="inherit" variant="outlined" onClick={onTry}>
          Try on recent payments
        </Button>
      )}
      <IconButton aria-label="Undo" title="Undo (Ctrl Z)" disabled={past.length === 0} onClick={() => editor.step('UNDO')}>
        <Icon name="undo" />
      </IconButton>
      <IconButton aria-label="Redo" title="Redo (Ctrl Shift Z)" disabled={future.length === 0} onClick={() => editor.step('REDO')}>
        <Icon name="redo" />
      </IconButton>
    </Box>
  );
}
