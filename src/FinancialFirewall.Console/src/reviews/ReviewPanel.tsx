import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { explain } from '../assessments/explain';
import { ScoreMark } from '../assessments/Marks';
import { inWords } from '../assessments/words';
import { Facts } from '../layout/Facts';
import { Panel } from '../layout/Panel';
import { formatScore } from '../money/format';
import { Link } from '../routing/Link';
import { navigate } from '../routing/location';
import { Moment } from '../time/Moment';
import type { Review } from './documents';
import { FollowUps } from './FollowUps';
import { ReviewButtons } from './ReviewButtons';
import { ServiceClock } from './ServiceClock';
import { keys, stepped, type Act } from './triage';
import { useReviewActs } from './useReviewActs';
import type { Reviewers } from './useReviewers';
import { useTriageKeys } from './useTriageKeys';

/** What keys do for who only looks. */
const lookingOnly: readonly Act[] = ['NEXT', 'PREVIOUS', 'OPEN'];

interface ReviewPanelProps {
  review: Review;
  reviewers: Reviewers;
  onStep: (next: (at: number, count: number) => number) => void;
  /** Something was done; whether it has left the queue by that. */
  onDone: (isDecided: boolean) => void;
}

/** The payment that is chosen: why it waits, and what can be done. */
export function ReviewPanel({ review, reviewers, onStep, onDone }: ReviewPanelProps) {
  const acts = useReviewActs(review, reviewers, onDone);
  const act = (what: Act) => {
    if (what === 'NEXT' || what === 'PREVIOUS') onStep((at, count) => stepped(at, what, count));
    else if (what === 'OPEN') navigate(`/assessments/${review.assessmentId}`);
    else acts.act(what);
  };
  useTriageKeys(act, acts.dialog === null);

  return (
    <Panel title={review.transactionReference} note={<ServiceClock assessedAt={review.assessedAt} dueAt={review.dueAt} />} action={<Link href={`/assessments/${review.assessmentId}`}>Open it</Link>}>
      <Box sx={{ display: 'grid', gap: 1, mb: 2 }}>
        {explain(review.assessment).map((sentence, i) => (
          <Typography key={sentence} sx={{ fontWeight: i === 0 ? 560 : 400 }}>
            {sentence}
          </Typography>
        ))}
      </Box>
      <ReviewFacts review={review} reviewers={reviewers} />
      <ReviewButtons acts={acts} />
      <FollowUps followUps={review.assessment.followUps} nameOf={reviewers.nameOf} />
      <Typography variant="caption" color="textSecondary" component="p" sx={{ mt: 2, display: { xs: 'none', md: 'block' } }}>
        Keys: {keys.filter(([, one]) => acts.mayReview || lookingOnly.includes(one)).map(([key, , words]) => `${key} ${words}`).join(', ')}
      </Typography>
    </Panel>
  );
}

function ReviewFacts({ review, reviewers }: { review: Review; reviewers: Reviewers }) {
  const { assessment } = review;
  const vote = review.votedBy === null ? undefined : assessment.followUps.findLast((one) => one.kind === 'VOTED');
  return (
    <Facts
      nameWidth={120}
      facts={[
        ['Score', <ScoreMark key="score" score={review.riskScore} level={review.riskLevel} />],
        ['Factors', assessment.riskFactors.map((factor) => `${inWords(factor.name)} ${formatScore(factor.share)}`).join(', ')],
        ['Debtor', [assessment.payment.debtorName, assessment.payment.fromAccountNumber].filter(Boolean).join(', ')],
        ['Creditor', [assessment.payment.creditorName, assessment.payment.toAccountNumber].filter(Boolean).join(', ')],
        ['Assessed', <Moment key="at" at={review.assessedAt} />],
        ['Decide until', <Moment key="due" at={review.dueAt} />],
        [
          'Taken by',
          review.claimedBy && (
            <span key="claim">
              {reviewers.nameOf(review.claimedBy)}
              {review.claimedUntil && (
                <>
                  , until <Moment at={review.claimedUntil} as="clock" />
                </>
              )}
            </span>
          ),
        ],
        ['Four eyes', review.votedBy ? `${inWords(vote?.decision ?? 'decided')} by ${reviewers.nameOf(review.votedBy)}; a second person has to decide` : reviewers.takesTwo && 'Approving and rejecting take two persons who agree'],
      ]}
    />
  );
}
