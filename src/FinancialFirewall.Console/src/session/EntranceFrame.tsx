import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useEffect, type ReactNode } from 'react';
import { Mark } from '../icons/Icon';
import { colour } from '../theme/tokens';

/** The bricks of the wall behind the words: rows, shifted by half a brick. */
const bricks = Array.from({ length: 13 }, (_, row) => Array.from({ length: 8 }, (_, column) => ({ x: column * 96 - (row % 2) * 48, y: row * 48, lit: (row * 5 + column * 3) % 11 === 0 }))).flat();

/** What stands around the pages that lead in. */
export function EntranceFrame({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Financial Firewall`;
  }, [title]);
  return (
    <Box sx={{ minHeight: '100vh', display: 'grid', gridTemplateColumns: { xs: '1fr', md: 'minmax(380px, 5fr) 7fr' } }}>
      <Box
        component="aside"
        aria-label="Financial Firewall"
        sx={{ position: 'relative', overflow: 'hidden', display: { xs: 'none', md: 'flex' }, flexDirection: 'column', justifyContent: 'space-between', p: 5, bgcolor: '#0f1830', color: '#fff' }}
      >
        <Box component="svg" aria-hidden="true" viewBox="0 0 624 620" preserveAspectRatio="xMidYMid slice" sx={{ position: 'absolute', inset: 0, width: '100%', height: '100%' }}>
          {bricks.map(({ x, y, lit }) => (
            <rect key={`${x} ${y}`} x={x + 2} y={y + 2} width={92} height={44} rx={5} fill={lit ? '#3d63e0' : '#1d2c52'} opacity={lit ? 0.75 : 0.8} />
          ))}
          <rect width="624" height="620" fill="url(#dim)" />
          <defs>
            <linearGradient id="dim" x1="0" y1="0" x2="0" y2="1">
              <stop offset="0" stopColor="#0f1830" stopOpacity=".92" />
              <stop offset=".5" stopColor="#0f1830" stopOpacity=".35" />
              <stop offset="1" stopColor="#0f1830" stopOpacity=".95" />
            </linearGradient>
          </defs>
        </Box>
        <Stack direction="row" sx={{ position: 'relative', gap: 1.25, alignItems: 'center', fontWeight: 640, fontSize: '1rem' }}>
          <Mark size={30} /> Financial Firewall
        </Stack>
        <Box sx={{ position: 'relative' }}>
          <Box component="p" sx={{ fontSize: '1.75rem', fontWeight: 620, letterSpacing: '-0.022em', lineHeight: 1.25, maxWidth: '17ch' }}>
            Every payment assessed before it is made.
          </Box>
          <Box component="p" sx={{ mt: 1.5, maxWidth: '40ch', color: '#c3cce2' }}>
            Decisions in milliseconds, each with its reasons, kept so that they can be shown years later.
          </Box>
        </Box>
      </Box>
      <Box component="main" sx={{ display: 'grid', placeItems: 'center', p: { xs: 2.5, sm: 5 }, bgcolor: colour('surface') }}>
        <Box sx={{ width: '100%', maxWidth: 380 }}>
          <Box sx={{ display: { md: 'none' }, mb: 3 }}>
            <Mark size={36} />
          </Box>
          <Typography variant="h1" sx={{ fontSize: '1.5rem' }}>
            {title}
          </Typography>
          {lead && (
            <Typography component="div" color="textSecondary" sx={{ mt: 0.75, mb: 3 }}>
              {lead}
            </Typography>
          )}
          {children}
        </Box>
      </Box>
    </Box>
  );
}
