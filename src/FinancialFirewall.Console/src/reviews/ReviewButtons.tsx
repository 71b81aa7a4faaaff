import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Failure } from '../layout/Failure';
import type { ReviewActs } from './useReviewActs';

/** What can be done to a payment that waits, as buttons; nothing for who only looks. */
export function ReviewButtons({ acts }: { acts: ReviewActs }) {
  const { act, isMine, hasVoted } = acts;
  if (!acts.mayReview) {
    return null;
  }

  return (
    <Box sx={{ mt: 2, display: 'grid', gap: 1.25 }}>
      {hasVoted && <Typography>You were the first to decide. Another person has to decide as well.</Typography>}
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        <Button variant="contained" disabled={hasVoted} onClick={() => act('APPROVE')}>
          Approve
        </Button>
        <Button variant="outlined" color="error" disabled={hasVoted} onClick={() => act('REJECT')}>
          Reject
        </Button>
        <Button variant="outlined" color="inherit" onClick={() => act('ESCALATE')}>
          Escalate
        </Button>
        <Button variant="outlined" color="inherit" loading={acts.isBusy} onClick={() => act(isMine ? 'RELEASE' : 'CLAIM')}>
          {isMine ? 'Give it back' : 'Take it'}
        </Button>
      </Box>
      <Box sx={{ display: 'flex', gap: 0.5, flexWrap: 'wrap', ml: -1 }}>
        {acts.mayAssign && (
          <Button color="inherit" onClick={() => act('ASSIGN')}>
            Give it to …
          </Button>
        )}
        <Button color="inherit" onClick={() => act('NOTE')}>
          Note
        </Button>
        <Button color="inherit" onClick={() => act('RETRY')}>
          Decide anew
        </Button>
        <Button color="error" onClick={() => act('CANCEL')}>
          Cancel it
        </Button>
      </Box>
      {acts.error && <Failure error={acts.error} />}
      {acts.dialog}
    </Box>
  );
}
