import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { explain } from '../assessments/explain';
import { ScoreMark } from '../assessments/Marks';
import { inWords } from '../assessments/words';
import { useChange } from '../graph/useChange';
import { Failure } from '../layout/Failure';
import { Facts } from '../layout/Facts';
import { Panel } from '../layout/Panel';
import { formatScore } from '../money/format';
import { Link } from '../routing/Link';
import { navigate } from '../routing/location';
import { useMay, useViewer } from '../session/useViewer';
import { Moment } from '../time/Moment';
import { DecideDialog, NoteDialog, type Wanted } from './DecideDialog';
import { claimDocument, releaseDocument, type Review } from './documents';
import { FollowUps } from './FollowUps';
import { holderInWords, keys, stepped, type Act } from './triage';
import { useTriageKeys } from './useTriageKeys';

interface ReviewPanelProps {
  review: Review;
  onStep: (next: (at: number, count: number) => number) => void;
  /** Something was done; whether it has left the queue by that. */
  onDone: (isDecided: boolean) => void;
}

/** The payment that is chosen: why it waits, and what can be done. */
export function ReviewPanel({ review, onStep, onDone }: ReviewPanelProps) {
  const mayReview = useMay('REVIEW_ASSESSMENTS');
  const { userId } = useViewer();
  const claim = useChange(claimDocument);
  const release = useChange(releaseDocument);
  const [wanted, setWanted] = useState<Wanted | 'NOTE' | null>(null);
  const isMine = review.claimedBy === `USER/${userId ?? ''}`;
  const id = review.assessmentId;

  const act = (what: Act) => {
    if (what === 'NEXT' || what === 'PREVIOUS') onStep((at, count) => stepped(at, what, count));
    else if (what === 'OPEN') navigate(`/assessments/${id}`);
    else if (!mayReview) return;
    else if (what === 'CLAIM') void claim.run({ id }).then((done) => done && onDone(false));
    else if (what === 'RELEASE') void release.run({ id }).then((done) => done && onDone(false));
    else setWanted(what);
  };
  useTriageKeys(act, wanted === null);

  const { assessment } = review;
  return (
    <Panel title={review.transactionReference} action={<Link href={`/assessments/${id}`}>Open it</Link>}>
      <Box sx={{ display: 'grid', gap: 1, mb: 2 }}>
        {explain(assessment).map((sentence, i) => (
          <Typography key={sentence} sx={{ fontWeight: i === 0 ? 560 : 400 }}>
            {sentence}
          </Typography>
        ))}
      </Box>
      <Facts
        nameWidth={120}
        facts={[
          ['Score', <ScoreMark key="score" score={review.riskScore} level={review.riskLevel} />],
          ['Factors', assessment.riskFactors.map((factor) => `${inWords(factor.name)} ${formatScore(factor.share)}`).join(', ')],
          ['Debtor', [assessment.payment.debtorName, assessment.payment.fromAccountNumber].filter(Boolean).join(', ')],
          ['Creditor', [assessment.payment.creditorName, assessment.payment.toAccountNumber].filter(Boolean).join(', ')],
          ['Assessed', <Moment key="at" at={review.assessedAt} />],
          ['Decide until', <Moment key="due" at={review.dueAt} />],
          ['Taken by', review.claimedBy && holderInWords(review.claimedBy, userId)],
          ['First decided by', review.votedBy && holderInWords(review.votedBy, userId)],
        ]}
      />
      {mayReview && (
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', mt: 2 }}>
          <Button variant="contained" onClick={() => act('APPROVE')}>
            Approve
          </Button>
          <Button variant="outlined" color="error" onClick={() => act('REJECT')}>
            Reject
          </Button>
          <Button variant="outlined" color="inherit" onClick={() => act('ESCALATE')}>
            Escalate
          </Button>
          <Button variant="outlined" color="inherit" loading={claim.isBusy || release.isBusy} onClick={() => act(isMine ? 'RELEASE' : 'CLAIM')}>
            {isMine ? 'Give it back' : 'Take it'}
          </Button>
          <Button color="inherit" onClick={() => act('NOTE')}>
            Note
          </Button>
        </Box>
      )}
      {(claim.error ?? release.error) && (
        <Box sx={{ mt: 2 }}>
          <Failure error={claim.error ?? release.error} />
        </Box>
      )}
      <FollowUps followUps={assessment.followUps} />
      <Typography variant="caption" color="textSecondary" component="p" sx={{ mt: 2, display: { xs: 'none', md: 'block' } }}>
        Keys: {keys.map(([key, , words]) => `${key} ${words}`).join(', ')}
      </Typography>
      {wanted === 'NOTE' && <NoteDialog id={id} onClose={() => setWanted(null)} onDone={() => onDone(false)} />}
      {wanted !== null && wanted !== 'NOTE' && <DecideDialog review={review} wanted={wanted} onClose={() => setWanted(null)} onDone={onDone} />}
    </Panel>
  );
}
