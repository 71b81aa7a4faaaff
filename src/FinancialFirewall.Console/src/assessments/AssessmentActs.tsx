import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useQuery } from '../graph/useQuery';
import { Panel } from '../layout/Panel';
import { standingDocument } from '../reviews/documents';
import { ReviewButtons } from '../reviews/ReviewButtons';
import { ServiceClock } from '../reviews/ServiceClock';
import { useReviewActs } from '../reviews/useReviewActs';
import type { Reviewers } from '../reviews/useReviewers';
import { waitingDecisions } from '../reviews/waiting';
import { NoteDialog, OutcomeDialog } from '../reviews/WorkDialogs';
import { useMay } from '../session/useViewer';
import type { Whole } from './documents';

interface ActsProps {
  assessment: Whole;
  reviewers: Reviewers;
  onDone: () => void;
}

/** What can be done to an assessment now; nothing for who only looks. */
export function AssessmentActs(props: ActsProps) {
  const { decision, status } = props.assessment;
  const isWaiting = waitingDecisions.includes(decision) && status !== 'CANCELLED';
  const [mayReview, mayReport] = [useMay('REVIEW_ASSESSMENTS'), useMay('REPORT_OUTCOMES')];
  return mayReview || mayReport ? isWaiting && mayReview ? <WaitingActs {...props} /> : <Panel title="What can be done"><LastingActs {...props} hasNotes={mayReview} /></Panel> : null;
}

function WaitingActs(props: ActsProps) {
  const { assessment, reviewers, onDone } = props;
  const { data, reload } = useQuery(standingDocument, { id: assessment.id });
  const standing = data?.review;
  const waiting = {
    assessmentId: assessment.id,
    transactionReference: assessment.transactionReference,
    amount: assessment.payment.amount,
    currency: assessment.payment.currency,
    claimedBy: standing?.claimedBy ?? null,
    votedBy: standing?.votedBy ?? null,
  };
  const acts = useReviewActs(waiting, reviewers, () => {
    reload();
    onDone();
  });
  return (
    <Panel title="It waits for a person" note={standing && <ServiceClock assessedAt={assessment.assessedAt} dueAt={standing.dueAt} />}>
      {waiting.claimedBy !== null && <Box>{reviewers.nameOf(waiting.claimedBy)} {acts.isMine ? 'have' : 'has'} it.</Box>}
      <ReviewButtons acts={acts} />
      <LastingActs {...props} hasNotes={false} />
    </Panel>
  );
}

/** What can be done however it was decided. */
function LastingActs({ assessment, onDone, hasNotes }: ActsProps & { hasNotes: boolean }) {
  const mayReport = useMay('REPORT_OUTCOMES');
  const [open, setOpen] = useState<'NOTE' | 'OUTCOME' | null>(null);
  const dialog = { id: assessment.id, onClose: () => setOpen(null), onDone };
  return (
    <Box sx={{ display: 'flex', gap: 0.5, flexWrap: 'wrap', ml: -1, mt: 0.5 }}>
      {mayReport && (
        <Button color="inherit" onClick={() => setOpen('OUTCOME')}>
          Report what became of it
        </Button>
      )}
      {hasNotes && (
        <Button color="inherit" onClick={() => setOpen('NOTE')}>
          Note
        </Button>
      )}
      {open === 'NOTE' && <NoteDialog {...dialog} />}
      {open === 'OUTCOME' && <OutcomeDialog {...dialog} />}
    </Box>
  );
}
