import Box from '@mui/material/Box';
import Divider from '@mui/material/Divider';
import IconButton from '@mui/material/IconButton';
import ListItemIcon from '@mui/material/ListItemIcon';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useColorScheme } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { noteSilence } from '../graph/connection';
import { Icon } from '../icons/Icon';
import { navigate } from '../routing/location';
import { roleName } from '../session/roleNames';
import { signOut } from '../session/session';
import { useViewer } from '../session/useViewer';
import { colour } from '../theme/tokens';

const schemes = [
  ['light', 'Light', 'sun'],
  ['dark', 'Dark', 'moon'],
  ['system', 'As the system', 'system'],
] as const;

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word.charAt(0).toUpperCase())
    .slice(0, 2)
    .join('');

/** Who is signed in, how the console looks, and the way out. */
export function UserMenu() {
  const viewer = useViewer();
  const { mode, setMode } = useColorScheme();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  const name = viewer.name ?? viewer.email ?? 'Account';
  return (
    <>
      <IconButton aria-label={`${initialsOf(name)}, ${name}: account and appearance`} aria-haspopup="menu" onClick={(event) => setAnchor(event.currentTarget)} sx={{ p: 0.25 }}>
        <Box sx={{ width: 32, height: 32, borderRadius: '8px', display: 'grid', placeItems: 'center', bgcolor: colour('accentSoft'), color: 'primary.main', fontSize: '0.75rem', fontWeight: 650 }}>{initialsOf(name)}</Box>
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close} slotProps={{ paper: { sx: { width: 264 } } }} anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }} transformOrigin={{ vertical: 'top', horizontal: 'right' }}>
        <Box component="li" role="presentation" sx={{ px: 2, py: 1, outline: 'none' }}>
          <Box sx={{ fontWeight: 600 }}>{viewer.name}</Box>
          <Typography variant="caption" color="textSecondary" component="div" noWrap>
            {viewer.email}
          </Typography>
          <Typography variant="caption" color="textSecondary" component="div">
            {viewer.roles.map(roleName).join(', ')}
          </Typography>
        </Box>
        <Divider />
        <MenuItem
          onClick={() => {
            close();
            navigate('/account');
          }}
        >
          <ListItemIcon>
            <Icon name="account" />
          </ListItemIcon>
          Your account
        </MenuItem>
        <Divider />
        {schemes.map(([value, title, icon]) => (
          <MenuItem key={value} role="menuitemradio" aria-checked={mode === value} selected={mode === value} onClick={() => setMode(value)}>
            <ListItemIcon>
              <Icon name={icon} />
            </ListItemIcon>
            {title}
          </MenuItem>
        ))}
        <Divider />
        <MenuItem onClick={() => void signOut().catch(noteSilence)}>
          <ListItemIcon>
            <Icon name="leave" />
          </ListItemIcon>
          Sign out
        </MenuItem>
      </Menu>
    </>
  );
}
