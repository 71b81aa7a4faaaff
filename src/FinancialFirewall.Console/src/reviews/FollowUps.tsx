import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { DecisionMark, LevelMark } from '../assessments/Marks';
import { inWords } from '../assessments/words';
import { formatScore } from '../money/format';
import { colour } from '../theme/tokens';
import { Moment } from '../time/Moment';
import type { FollowUp } from './documents';

const names: Partial<Record<FollowUp['kind'], string>> = {
  DECIDED_IN_REVIEW: 'Decided',
  VOTED: 'First of two decided',
  DISAGREED: 'Second of two decided otherwise',
  CLAIMED: 'Taken',
  UNCLAIMED: 'Given back',
  RETRIED: 'Decided anew',
  NOTED: 'Note',
};

const nameOfKind = (one: FollowUp): string =>
  one.kind === 'OUTCOME_REPORTED' && one.outcome ? `Reported: ${inWords(one.outcome).toLowerCase()}` : one.kind === 'CLAIMED' && one.assignee !== one.by ? 'Given' : (names[one.kind] ?? inWords(one.kind));

/** What happened since the first decision, the earliest first. */
export function FollowUps({ followUps, nameOf }: { followUps: readonly FollowUp[]; nameOf: (actor: string) => string }) {
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
                <strong style={{ fontWeight: 580 }}>{nameOfKind(one)}</strong>
                {one.decision && <DecisionMark decision={one.decision} />}
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  by {nameOf(one.by)}, <Moment at={one.at} />
                </Box>
              </Box>
              <Details of={one} nameOf={nameOf} />
              {one.text && <Box sx={{ mt: 0.25, overflowWrap: 'anywhere' }}>{one.text}</Box>}
            </Box>
          ))}
        </Box>
      </Box>
    )
  );
}

function Details({ of: one, nameOf }: { of: FollowUp; nameOf: (actor: string) => string }) {
  if (one.kind === 'RETRIED' && one.riskScore !== null && one.riskLevel) {
    return (
      <Box sx={{ display: 'flex', gap: 1.25, mt: 0.25 }}>
        Score {formatScore(one.riskScore)} <LevelMark level={one.riskLevel} /> by policy version {one.policyVersion}
      </Box>
    );
  }

  return one.kind === 'CLAIMED' && one.assignee && one.until ? (
    <Box sx={{ mt: 0.25 }}>
      {one.assignee === one.by ? 'Until ' : `To ${nameOf(one.assignee)}, until `}
      <Moment at={one.until} />
    </Box>
  ) : null;
}
