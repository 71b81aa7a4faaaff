import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { DecisionMark } from '../assessments/Marks';
import { inWords, type Decision } from '../assessments/words';
import { useViewer } from '../session/useViewer';
import { colour } from '../theme/tokens';
import { Moment } from '../time/Moment';
import { holderInWords } from './triage';

/** One thing that happened after the first decision. */
export interface FollowUp {
  readonly kind: string;
  readonly by: string;
  readonly at: string;
  readonly text: string | null;
  readonly decision: Decision | null;
}

/** What happened since the first decision, the earliest first. */
export function FollowUps({ followUps }: { followUps: readonly FollowUp[] }) {
  const { userId } = useViewer();
  return (
    followUps.length > 0 && (
      <Box sx={{ mt: 3 }}>
        <Typography variant="h3" sx={{ mb: 1 }}>
          What happened since
        </Typography>
        <Box component="ol" sx={{ listStyle: 'none', p: 0, m: 0, fontSize: '0.8125rem' }}>
          {followUps.map((one) => (
            <Box component="li" key={`${one.at} ${one.kind}`} sx={{ py: 1, borderTop: `1px solid ${colour('line')}` }}>
              <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
                <strong style={{ fontWeight: 580 }}>{inWords(one.kind)}</strong>
                {one.decision && <DecisionMark decision={one.decision} />}
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  by {holderInWords(one.by, userId)}, <Moment at={one.at} />
                </Box>
              </Box>
              {one.text && <Box sx={{ mt: 0.25, overflowWrap: 'anywhere' }}>{one.text}</Box>}
            </Box>
          ))}
        </Box>
      </Box>
    )
  );
}
