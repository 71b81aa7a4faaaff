import Box from '@mui/material/Box';
import { DecisionMark, LevelMark } from '../assessments/Marks';
import { Panel } from '../layout/Panel';
import { Tag } from '../layout/Tag';
import { formatCount, formatMoney } from '../money/format';
import { colour } from '../theme/tokens';
import type { Review } from './documents';
import { ServiceClock } from './ServiceClock';
import type { Reviewers } from './useReviewers';

interface QueueListProps {
  reviews: readonly Review[];
  total: number;
  chosen: Review;
  reviewers: Reviewers;
  onChoose: (review: Review) => void;
}

/** The queue: one is chosen, and shown beside it. */
export function QueueList({ reviews, total, chosen, reviewers, onChoose }: QueueListProps) {
  return (
    <Panel title="Queue" note={total > reviews.length ? `the first ${reviews.length} of ${formatCount(total)}` : `${formatCount(total)} in all`} isFlush>
      <Box component="ul" aria-label="Payments that wait" sx={{ listStyle: 'none', p: 0, m: 0, borderTop: `1px solid ${colour('line')}` }}>
        {reviews.map((review) => (
          <li key={review.assessmentId}>
            <Box
              component="button"
              type="button"
              aria-current={review === chosen}
              onClick={() => onChoose(review)}
              sx={{
                display: 'grid',
                gridTemplateColumns: 'minmax(0, 1fr) auto',
                gap: 0.5,
                '& > :nth-of-type(even)': { justifySelf: 'end', alignSelf: 'center' },
                width: '100%',
                px: 2.25,
                py: 1.25,
                border: 0,
                borderBottom: `1px solid ${colour('line')}`,
                borderLeft: '3px solid transparent',
                bgcolor: 'transparent',
                color: 'text.primary',
                font: 'inherit',
                textAlign: 'left',
                cursor: 'pointer',
                '&:hover': { bgcolor: colour('sunken') },
                '&[aria-current="true"]': { bgcolor: colour('accentSoft'), borderLeftColor: colour('accent') },
              }}
            >
              <Box component="span" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
                {review.transactionReference}
              </Box>
              <Box component="span" className="number" sx={{ fontWeight: 600, whiteSpace: 'nowrap' }}>
                {formatMoney(review.amount, review.currency)}
              </Box>
              <Box component="span" sx={{ display: 'flex', gap: 1.25, alignItems: 'center', flexWrap: 'wrap', fontSize: '0.8125rem' }}>
                <DecisionMark decision={review.decision} />
                <LevelMark level={review.riskLevel} />
                {review.claimedBy !== null && <Tag of="waiting">{reviewers.nameOf(review.claimedBy)}</Tag>}
                {review.votedBy !== null && <Tag of="neutral">one has decided</Tag>}
              </Box>
              <ServiceClock assessedAt={review.assessedAt} dueAt={review.dueAt} />
            </Box>
          </li>
        ))}
      </Box>
    </Panel>
  );
}
