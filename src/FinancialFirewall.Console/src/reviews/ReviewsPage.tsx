import Box from '@mui/material/Box';
import { useRef, useState } from 'react';
import { useLive } from '../graph/useLive';
import { useQuery } from '../graph/useQuery';
import { helpTopics } from '../help/topics';
import { Answered } from '../layout/Answered';
import { Choice } from '../layout/Choice';
import { EmptyState } from '../layout/EmptyState';
import { Figure } from '../layout/Figure';
import { LiveMark } from '../layout/LiveMark';
import { Page } from '../layout/Page';
import { Panel } from '../layout/Panel';
import { formatCount } from '../money/format';
import { useParameters } from '../routing/useParameters';
import { hue } from '../theme/tokens';
import { formatDistance } from '../time/format';
import { changedDocument, queueDocument, type Review, type ReviewCounts } from './documents';
import { QueueList } from './QueueList';
import { ReviewPanel } from './ReviewPanel';
import { useReviewers, type Reviewers } from './useReviewers';

const queues = [
  ['PENDING', 'All'],
  ['HIGH', 'High and critical'],
  ['CRITICAL', 'Critical'],
] as const;

const orders = [
  ['DUE_FIRST', 'Due first'],
  ['OLDEST_FIRST', 'Oldest first'],
  ['LARGEST_FIRST', 'Largest amount first'],
  ['HIGHEST_SCORE_FIRST', 'Riskiest first'],
] as const;

const holders = [
  ['', 'All'],
  ['any', 'Somebody’s'],
  ['none', 'Nobody’s'],
  ['me', 'Yours'],
] as const;

/** How many are shown at first, and how many more at each asking. */
const pageSize = 50;

/** The most that are shown. */
const mostShown = 500;

const times = [
  ['', 'Any'],
  ['1', 'Overdue'],
] as const;

const chosenOf = <T extends string>(options: readonly (readonly [T, string])[], value: string | null): T => (options.find(([one]) => one === value) ?? (options[0] as readonly [T, string]))[0];

/** What waits for a person. */
export default function ReviewsPage() {
  const [parameters, change] = useParameters();
  const queue = chosenOf(queues, parameters.get('queue'));
  const orderBy = chosenOf(orders, parameters.get('order'));
  const holder = chosenOf(holders, parameters.get('holder'));
  const isOverdue = parameters.get('overdue') === '1';
  const reviewers = useReviewers();
  const [shown, setShown] = useState(pageSize);
  const query = useQuery(queueDocument, { queue, orderBy, claimedBy: holder === '' ? null : holder, overdue: isOverdue ? true : null, first: shown });
  const { liveness } = useLive(changedDocument, {}, { event: query.reload, gap: query.reload });

  return (
    <Page title="Reviews" help={helpTopics.reviews} lead={
        <Box sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap' }}>
          <LiveMark liveness={liveness} />
          {reviewers.takesTwo && <span>Four eyes: approving and rejecting take two persons who agree.</span>}
        </Box>
      }>
      <Answered query={query} rows={10}>
        {({ reviews, reviewCounts }) => (
          <Box sx={{ display: 'grid', gap: 2 }}>
            <Counts of={reviewCounts} outside={reviews.outsideTheQueue} />
            <Box role="search" aria-label="Filter the queue" sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr 1fr', md: 'repeat(4, 200px)' } }}>
              <Choice label="Level" value={queue} options={queues} onChange={(value) => change({ queue: value === 'PENDING' ? null : value })} />
              <Choice label="Time" value={isOverdue ? '1' : ''} options={times} onChange={(value) => change({ overdue: value })} />
              <Choice label="Order" value={orderBy} options={orders} onChange={(value) => change({ order: value === 'DUE_FIRST' ? null : value })} />
              <Choice label="Whose" value={holder} options={holders} onChange={(value) => change({ holder: value })} />
            </Box>
            <Queue reviews={reviews.nodes} total={reviews.totalCount} reviewers={reviewers} isFiltered={queue !== 'PENDING' || holder !== '' || isOverdue} onDone={query.reload} onMore={shown < mostShown ? () => setShown(shown + pageSize) : undefined} />
          </Box>
        )}
      </Answered>
    </Page>
  );
}

interface QueueProps {
  reviews: readonly Review[];
  total: number;
  reviewers: Reviewers;
  /** Whether more may wait than what is shown. */
  isFiltered: boolean;
  onDone: () => void;
  /** Shows more of the queue; absent where no more is shown at once. */
  onMore: (() => void) | undefined;
}

function Queue({ reviews, total, reviewers, isFiltered, onDone, onMore }: QueueProps) {
  const [chosenId, setChosenId] = useState<string>();
  const panel = useRef<HTMLDivElement>(null);
  const found = reviews.findIndex((review) => review.assessmentId === chosenId);
  const at = Math.max(0, found);
  const chosen = reviews[at];
  if (!chosen) {
    return (
      <Panel>
        {isFiltered ? (
          <EmptyState icon="search" title="Nothing of this kind waits">
            Choose other levels or other persons above to see more of the queue.
          </EmptyState>
        ) : (
          <EmptyState icon="check" title="Nothing waits for a person">
            Payments that the policy does not decide by itself stand here, the most urgent first, until somebody approves or rejects them.
          </EmptyState>
        )}
      </Panel>
    );
  }

  // Where both do not stand side by side, the payment stands above the queue.
  const choose = (review: Review) => {
    setChosenId(review.assessmentId);
    if (panel.current && panel.current.getBoundingClientRect().top < 0) panel.current.scrollIntoView();
  };

  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 5fr) minmax(0, 6fr)' }, alignItems: 'start' }}>
      <QueueList reviews={reviews} total={total} chosen={chosen} reviewers={reviewers} onChoose={choose} onMore={onMore} />
      <Box ref={panel} sx={{ minWidth: 0, order: { xs: -1, lg: 0 }, scrollMarginTop: 70 }}>
        <ReviewPanel
          key={chosen.assessmentId}
          review={chosen}
          reviewers={reviewers}
          onStep={(next) => setChosenId(reviews[next(at, reviews.length)]?.assessmentId)}
          onDone={(isDecided) => {
            if (isDecided) setChosenId((reviews[at + 1] ?? reviews[at - 1])?.assessmentId);
            onDone();
          }}
        />
      </Box>
    </Box>
  );
}

function Counts({ of: counts, outside }: { of: ReviewCounts; outside: number }) {
  return (
    <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', md: 'repeat(4, minmax(0, 1fr))' } }}>
      <Figure name="Waiting" value={formatCount(counts.open)} note={outside > 0 ? `${formatCount(outside)} more outside the queue` : counts.oldestAt ? `the oldest ${formatDistance(new Date(counts.oldestAt), new Date())}` : 'nothing'} href="/reviews" />
      <Figure name="Overdue" mark={hue('bad', 'mark')} value={formatCount(counts.overdue)} note="their time is over" href="/reviews?overdue=1" />
      <Figure name="High and critical" mark={hue('serious', 'mark')} value={formatCount(counts.high + counts.critical)} note={`${formatCount(counts.critical)} critical`} href="/reviews?queue=HIGH" />
      <Figure name="Taken" value={formatCount(counts.claimed)} note="somebody has them" href="/reviews?holder=any" />
    </Box>
  );
}
