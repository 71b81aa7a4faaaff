import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { helpTopics } from '../help/topics';
import { Failure } from '../layout/Failure';
import { LiveMark } from '../layout/LiveMark';
import { Page } from '../layout/Page';
import { FirstSteps } from '../onboarding/FirstSteps';
import { useParameters } from '../routing/useParameters';
import { Moment } from '../time/Moment';
import { Breakdown } from './Breakdown';
import { Figures } from './Figures';
import { ResponseTimes } from './ResponseTimes';
import { RiskyPayments } from './RiskyPayments';
import { boundsOf, spanOf, spans, zoneAhead, type Span } from './spans';
import { totalOf } from './tally';
import { Throughput } from './Throughput';
import { useFeed } from './useFeed';
import { useStatistics } from './useStatistics';

/** What is decided, while it is decided. */
export default function DashboardPage() {
  const [parameters, change] = useParameters();
  const span = spanOf(parameters.get('span'));
  const choice = (
    <ToggleButtonGroup exclusive size="small" value={span.key} aria-label="Span" onChange={(_, key: string | null) => key && change({ span: key })}>
      {spans.map((one) => (
        <ToggleButton key={one.key} value={one.key} sx={{ px: 1.5, py: 0.5, textTransform: 'none', fontSize: '0.8125rem' }}>
          {one.title}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
  return <SpanView key={span.key} span={span} choice={choice} />;
}

function SpanView({ span, choice }: { span: Span; choice: React.ReactNode }) {
  const feed = useFeed(span);
  const counters = useStatistics();
  const total = totalOf(feed.buckets);
  const from = new Date(boundsOf(span, Date.now(), zoneAhead()).from).toISOString();
  return (
    <Page
      title="Dashboard"
      help={helpTopics.dashboard}
      lead={
        <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center', flexWrap: 'wrap' }}>
          <LiveMark liveness={feed.liveness} />
          {feed.countedFrom !== undefined && (
            <span>
              Counted from <Moment at={feed.countedFrom} as="clock" /> on: the span has more payments than are counted at once.
            </span>
          )}
        </Box>
      }
      actions={choice}
    >
      <Box sx={{ display: 'grid', gap: 2 }}>
        <FirstSteps hasPayments={total.payments > 0} />
        {feed.error && <Failure error={feed.error} onRetry={feed.reload} />}
        <Figures total={total} perSecond={counters.perSecond} span={span} from={from} summedFrom={feed.summedFrom} />
        <Throughput buckets={feed.buckets} span={span} isLoading={feed.isLoading} />
        <Breakdown total={total} from={from} />
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: '7fr 5fr' } }}>
          <RiskyPayments risky={feed.risky} />
          <ResponseTimes statistics={counters.statistics} />
        </Box>
      </Box>
    </Page>
  );
}
