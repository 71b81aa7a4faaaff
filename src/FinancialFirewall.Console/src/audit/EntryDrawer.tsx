import Box from '@mui/material/Box';
import Drawer from '@mui/material/Drawer';
import IconButton from '@mui/material/IconButton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { inWords } from '../assessments/words';
import { Icon } from '../icons/Icon';
import { Copyable } from '../layout/Copyable';
import { Facts } from '../layout/Facts';
import { colour, hue } from '../theme/tokens';
import { Moment } from '../time/Moment';
import { differencesOf } from './difference';
import type { AuditEntry } from './documents';

/** One entry, with what was changed. */
export function EntryDrawer({ entry, onClose }: { entry: AuditEntry | null; onClose: () => void }) {
  return (
    <Drawer anchor="right" open={entry !== null} onClose={onClose} slotProps={{ paper: { role: 'dialog', 'aria-label': 'Entry of the audit log', sx: { width: 'min(560px, 100vw)', p: 3 } } }}>
      {entry && (
        <>
          <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center', mb: 1 }}>
            <Typography variant="h2" sx={{ fontSize: '1.0625rem' }}>
              {inWords(entry.action)}
            </Typography>
            <IconButton aria-label="Close the entry" onClick={onClose}>
              <Icon name="close" />
            </IconButton>
          </Stack>
          <Facts
            nameWidth={120}
            facts={[
              ['Entry', entry.sequence],
              ['When', <Moment key="at" at={entry.at} />],
              ['Who', [inWords(entry.actor.kind), entry.actor.id, entry.actor.tenantId && `of ${entry.actor.tenantId}`].filter(Boolean).join(' ')],
              ['From', entry.actor.source],
              ['To what', entry.target],
              ['Outcome', entry.outcome === 'DONE' ? 'Done' : `Refused: ${entry.refusal ?? ''}`],
              ['Remark', entry.remark],
              ['Before it', entry.suppressed === null ? null : `${entry.suppressed} more were refused and counted`],
              ['Hash', <Copyable key="hash" text={entry.hash} shown={`${entry.hash.slice(0, 24)}…`} label="hash" />],
            ]}
          />
          <Changes entry={entry} />
        </>
      )}
    </Drawer>
  );
}

function Changes({ entry }: { entry: AuditEntry }) {
  const differences = differencesOf(entry.before, entry.after);
  return (
    differences.length > 0 && (
      <>
        <Typography variant="h3" sx={{ mt: 3, mb: 1 }}>
          What was changed
        </Typography>
        <Box component="ul" sx={{ listStyle: 'none', p: 0, fontSize: '0.8125rem' }}>
          {differences.map(({ member, before, after }) => (
            <Box component="li" key={member} sx={{ py: 1, borderTop: `1px solid ${colour('line')}` }}>
              <Box sx={{ color: 'text.secondary' }}>{member}</Box>
              {before !== null && (
                <Box component="del" sx={{ display: 'block', color: hue('bad', 'text'), overflowWrap: 'anywhere' }}>
                  {before}
                </Box>
              )}
              {after !== null && (
                <Box component="ins" sx={{ display: 'block', color: hue('good', 'text'), textDecoration: 'none', overflowWrap: 'anywhere' }}>
                  {after}
                </Box>
              )}
            </Box>
          ))}
        </Box>
      </>
    )
  );
}
