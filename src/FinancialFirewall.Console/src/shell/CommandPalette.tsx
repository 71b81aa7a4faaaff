import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import { useColorScheme } from '@mui/material/styles';
import { useId, useState, type KeyboardEvent } from 'react';
import { Icon } from '../icons/Icon';
import { showFirstSteps, showTour } from '../onboarding/shown';
import { navigate } from '../routing/location';
import { signOut } from '../session/session';
import { useViewer } from '../session/useViewer';
import { colour } from '../theme/tokens';
import { commandsFor, type Command } from './commands';

/** Finds pages, payments and things to do by what is written. */
export default function CommandPalette({ onClose }: { onClose: () => void }) {
  const { permissions } = useViewer();
  const { setMode } = useColorScheme();
  const id = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const found = commandsFor(text, permissions);
  const chosen = Math.min(at, found.length - 1);

  const run = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    if (command.does.kind === 'GO') navigate(command.does.to);
    else if (command.does.kind === 'SCHEME') setMode(command.does.scheme);
    else if (command.does.kind === 'SIGN_OUT') void signOut();
    else if (command.does.kind === 'TOUR') showTour(true);
    else {
      showFirstSteps(true);
      navigate('/');
    }
  };
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setAt((chosen + step + found.length) % Math.max(found.length, 1));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(found[chosen]);
    }
  };

  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={id} slotProps={{ paper: { sx: { position: 'absolute', top: { xs: 0, sm: '12vh' } } } }}>
      <h2 id={id} className="visually-hidden">
        Search or go to
      </h2>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.25, px: 2.25, borderBottom: `1px solid ${colour('line')}`, color: 'text.secondary' }}>
        <Icon name="search" />
        <Box
          component="input"
          autoFocus
          role="combobox"
          aria-label="Page, payment reference, assessment id or account"
          aria-expanded="true"
          aria-controls="commands"
          aria-activedescendant={found[chosen] ? `command-${chosen}` : undefined}
          placeholder="Page, payment reference, assessment id or account"
          value={text}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => {
            setText(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKey}
          sx={{ flex: 1, border: 0, outline: '0 !important', bgcolor: 'transparent', color: 'text.primary', font: 'inherit', fontSize: '1rem', py: 2, '&::placeholder': { color: 'text.secondary', opacity: 1 } }}
        />
      </Box>
      <Box id="commands" role="listbox" aria-label="What fits" sx={{ p: 1, maxHeight: '50vh', overflowY: 'auto' }}>
        {found.map((command, i) => (
          <Box
            key={command.title}
            id={`command-${i}`}
            role="option"
            aria-selected={i === chosen}
            onClick={() => run(command)}
            onMouseMove={() => setAt(i)}
            sx={{ display: 'flex', alignItems: 'center', gap: 1.25, px: 1.5, py: 1, borderRadius: '7px', cursor: 'pointer', '&[aria-selected="true"]': { bgcolor: colour('accentSoft'), color: 'primary.main' } }}
          >
            <Icon name={command.icon} />
            <span style={{ overflowWrap: 'anywhere' }}>{command.title}</span>
          </Box>
        ))}
      </Box>
    </Dialog>
  );
}
