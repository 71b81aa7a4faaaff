import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Drawer from '@mui/material/Drawer';
import IconButton from '@mui/material/IconButton';
import MuiLink from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { Icon } from '../icons/Icon';
import { showTour } from '../onboarding/shown';
import { colour } from '../theme/tokens';
import type { HelpTopic } from './topics';

/** What helps beside a page. */
export default function HelpDrawer({ topic, onClose }: { topic: HelpTopic; onClose: () => void }) {
  const id = useId();
  return (
    <Drawer anchor="right" open onClose={onClose} slotProps={{ paper: { role: 'dialog', 'aria-labelledby': id, sx: { width: 'min(400px, 100vw)', p: 3 } } }}>
      <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center', mb: 1.5 }}>
        <Typography variant="h2" id={id} sx={{ fontSize: '1.0625rem' }}>
          {topic.title}
        </Typography>
        <IconButton aria-label="Close help" onClick={onClose}>
          <Icon name="close" />
        </IconButton>
      </Stack>
      {topic.text.map((paragraph) => (
        <Typography key={paragraph} sx={{ mb: 1.5 }}>
          {paragraph}
        </Typography>
      ))}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, mt: 1, mb: 3, '& li': { display: 'flex', gap: 1.25, py: 1, borderTop: `1px solid ${colour('line')}` } }}>
        {topic.tips.map((tip) => (
          <li key={tip}>
            <Box component="span" sx={{ color: 'primary.main', pt: '2px' }}>
              <Icon name="arrow" size={15} />
            </Box>
            {tip}
          </li>
        ))}
      </Box>
      <Typography variant="h3" sx={{ mb: 0.75 }}>
        Read on
      </Typography>
      <Stack sx={{ gap: 0.5 }}>
        {topic.guides.map(([title, file]) => (
          <MuiLink key={title} href={`/docs/${file}`} target="_blank">
            {title}
          </MuiLink>
        ))}
      </Stack>
      <Button
        variant="outlined"
        color="inherit"
        sx={{ mt: 3, alignSelf: 'flex-start' }}
        onClick={() => {
          onClose();
          showTour(true);
        }}
      >
        Take the tour
      </Button>
    </Drawer>
  );
}
