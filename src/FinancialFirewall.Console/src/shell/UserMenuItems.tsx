import Box from '@mui/material/Box';
import Divider from '@mui/material/Divider';
import ListItemIcon from '@mui/material/ListItemIcon';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useColorScheme } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { noteSilence } from '../graph/connection';
import { Icon } from '../icons/Icon';
import { navigate } from '../routing/location';
import { roleName } from '../session/roleNames';
import { signOut } from '../session/session';
import { useViewer } from '../session/useViewer';

const schemes = [
  ['light', 'Light', 'sun'],
  ['dark', 'Dark', 'moon'],
  ['system', 'As the system', 'system'],
] as const;

/** What opens behind the initials of who is signed in. */
export default function UserMenuItems({ anchor, onClose }: { anchor: HTMLElement; onClose: () => void }) {
  const viewer = useViewer();
  const { mode, setMode } = useColorScheme();
  return (
    <Menu anchorEl={anchor} open onClose={onClose} slotProps={{ paper: { sx: { width: 264 } } }} anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }} transformOrigin={{ vertical: 'top', horizontal: 'right' }}>
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
          onClose();
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
      <MenuItem onClick={() => void signOut('SWITCHING').catch(noteSilence)}>
        <ListItemIcon>
          <Icon name="tenant" />
        </ListItemIcon>
        Switch tenant
      </MenuItem>
      <MenuItem onClick={() => void signOut().catch(noteSilence)}>
        <ListItemIcon>
          <Icon name="leave" />
        </ListItemIcon>
        Sign out
      </MenuItem>
    </Menu>
  );
}
