import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Icon, Mark } from '../icons/Icon';
import { PlainLink } from '../routing/Link';
import { usePlace } from '../routing/location';
import { useViewer } from '../session/useViewer';
import { colour } from '../theme/tokens';
import { groups, pagesFor } from './pages';

const linkLook = {
  display: 'flex',
  alignItems: 'center',
  gap: 1.25,
  px: 1.25,
  py: 0.875,
  borderRadius: '7px',
  color: 'text.secondary',
  fontWeight: 520,
  textDecoration: 'none',
  '&:hover': { bgcolor: colour('sunken'), color: 'text.primary' },
  '&[aria-current]': { bgcolor: colour('accentSoft'), color: 'primary.main' },
} as const;

/** Whether a page is where the reader is, or above it. */
const isHere = (path: string, here: string): boolean => (path === '/' ? here === '/' : here === path || here.startsWith(`${path}/`));

/** The pages that who is signed in may use. */
export function Navigation({ onGo }: { onGo?: () => void }) {
  const viewer = useViewer();
  const { path } = usePlace();
  const allowed = pagesFor(viewer.permissions);
  return (
    <Box component="nav" aria-label="Pages" sx={{ display: 'flex', flexDirection: 'column', height: '100%', px: 1.5, py: 2 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.25, px: 1, mb: 2.5 }}>
        <Mark />
        <Box sx={{ minWidth: 0 }}>
          <Box sx={{ fontWeight: 650, letterSpacing: '-0.01em', lineHeight: 1.25 }}>Financial Firewall</Box>
          <Typography variant="caption" color="textSecondary" noWrap component="div">
            {viewer.tenantId}
          </Typography>
        </Box>
      </Box>
      {groups.map((group) => {
        const entries = allowed.filter((page) => page.group === group);
        return (
          entries.length > 0 && (
            <Box key={group} sx={{ mb: 2 }}>
              <Typography id={`group-${group}`} component="h2" sx={{ px: 1.25, mb: 0.5, fontSize: '0.6875rem', fontWeight: 600, color: 'text.secondary', letterSpacing: '0.04em' }}>
                {group}
              </Typography>
              <Box component="ul" aria-labelledby={`group-${group}`} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: '2px' }}>
                {entries.map((page) => (
                  <li key={page.path}>
                    <Box component={PlainLink} href={page.path} onClick={onGo} aria-current={isHere(page.path, path) ? 'page' : undefined} sx={linkLook}>
                      <Icon name={page.icon} />
                      {page.title}
                    </Box>
                  </li>
                ))}
              </Box>
            </Box>
          )
        );
      })}
    </Box>
  );
}
