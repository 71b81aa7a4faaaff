import Box from '@mui/material/Box';
import Drawer from '@mui/material/Drawer';
import IconButton from '@mui/material/IconButton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { inWords } from '../assessments/words';
import type { Query } from '../graph/useQuery';
import { Icon } from '../icons/Icon';
import { Answered } from '../layout/Answered';
import { Tag } from '../layout/Tag';
import { colour, hue } from '../theme/tokens';
import { membersOf } from './differenceMembers';
import type { Difference } from './documents';

const kindHue = { ADDED: 'good', CHANGED: 'caution', REMOVED: 'bad' } as const;

/** What is not the same in two policies, element by element and member by member. */
export function Differences({ title, query, onClose }: { title: string; query: Query<readonly Difference[]>; onClose: () => void }) {
  const id = useId();
  return (
    <Drawer anchor="right" open onClose={onClose} slotProps={{ paper: { role: 'dialog', 'aria-labelledby': id, sx: { width: 'min(620px, 100vw)', p: 3 } } }}>
      <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center', mb: 1 }}>
        <Typography variant="h2" id={id} sx={{ fontSize: '1.0625rem' }}>
          {title}
        </Typography>
        <IconButton aria-label="Close the comparison" onClick={onClose}>
          <Icon name="close" />
        </IconButton>
      </Stack>
      <DifferenceList query={query} />
    </Drawer>
  );
}

/** The differences, one below the other. */
export function DifferenceList({ query }: { query: Query<readonly Difference[]> }) {
  return (
    <Answered query={query}>
      {(differences) =>
        differences.length === 0 ? (
          <Typography color="textSecondary">Nothing differs.</Typography>
        ) : (
          <>
            {differences.map((difference) => (
              <One key={`${difference.section} ${difference.key}`} difference={difference} />
            ))}
          </>
        )
      }
    </Answered>
  );
}

function One({ difference }: { difference: Difference }) {
  return (
    <Box sx={{ py: 1.5, borderTop: `1px solid ${colour('line')}` }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap', mb: 0.5 }}>
        <strong style={{ fontWeight: 600 }}>{difference.name || difference.key}</strong>
        <Tag of={kindHue[difference.kind]}>{inWords(difference.kind)}</Tag>
        <Typography variant="caption" color="textSecondary">
          {inWords(difference.section)}
        </Typography>
      </Box>
      {membersOf(difference).map((member) => (
        <Box key={member.pointer} sx={{ py: 0.5, fontSize: '0.8125rem' }}>
          <span title={member.pointer}>{member.place}</span>
          {member.before !== null && (
            <Box component="del" sx={{ display: 'block', color: hue('bad', 'text'), overflowWrap: 'anywhere' }}>
              {member.before}
            </Box>
          )}
          {member.after !== null && (
            <Box component="ins" sx={{ display: 'block', color: hue('good', 'text'), textDecoration: 'none', overflowWrap: 'anywhere' }}>
              {member.after}
            </Box>
          )}
        </Box>
      ))}
      {difference.omitted > 0 && <Typography variant="caption">{difference.omitted} more members differ.</Typography>}
    </Box>
  );
}
