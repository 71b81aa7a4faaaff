import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useRef } from 'react';
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
  /** Shows more; absent where no more is shown at once. */
  onMore: (() => void) | undefined;
}

/** The queue: one is chosen, and shown beside it. */
export function QueueList({ reviews, total, chosen, reviewers, onChoose, onMore }: QueueListProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (list.current) keepInSight(list.current);
  }, [chosen.assessmentId]);
  return (
    <Panel title="Queue" note={total > reviews.length ? `the first ${reviews.length} of ${formatCount(total)}` : `${formatCount(total)} in all`} isFlush>
      <Box component="ul" ref={list} aria-label="Payments that wait" sx={{ listStyle: 'none', p: 0, m: 0, borderTop: `1px solid ${colour('line')}`, position: 'relative', maxHeight: { lg: 'max(360px, calc(100vh - 140px))' }, overflowY: { lg: 'auto' } }}>
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
        {total > reviews.length && onMore && (
          <Box component="li" sx={{ p: 1.25, textAlign: 'center' }}>
            <Button color="inherit" onClick={onMore}>
              Show more
            </Button>
          </Box>
        )}
      </Box>
    </Panel>
  );
}

/** Scrolls a list that scrolls by itself as far as it takes to see what is chosen. */
function keepInSight(list: HTMLElement): void {
  const chosen = list.querySelector<HTMLElement>('[aria-current="true"]');
  if (chosen) {
    list.scrollTop = Math.min(chosen.offsetTop, Math.max(list.scrollTop, chosen.offsetTop + chosen.offsetHeight - list.clientHeight));
  }
}
