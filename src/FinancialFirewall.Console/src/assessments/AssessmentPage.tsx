import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useQuery } from '../graph/useQuery';
import { helpTopics } from '../help/topics';
import { Answered } from '../layout/Answered';
import { Copyable } from '../layout/Copyable';
import { EmptyState } from '../layout/EmptyState';
import { Facts } from '../layout/Facts';
import { Page } from '../layout/Page';
import { Panel } from '../layout/Panel';
import { Tag } from '../layout/Tag';
import { formatCount, formatScore } from '../money/format';
import { addressOf } from '../routing/address';
import { Link } from '../routing/Link';
import { useMay } from '../session/useViewer';
import { colour, hue } from '../theme/tokens';
import { Moment } from '../time/Moment';
import { FollowUps } from '../reviews/FollowUps';
import { useReviewers } from '../reviews/useReviewers';
import { AccountHistory } from './AccountHistory';
import { AssessmentActs } from './AssessmentActs';
import { byIdDocument, byReferenceDocument, type Whole } from './documents';
import { explain } from './explain';
import { FactorList } from './FactorList';
import { DecisionMark, LevelMark } from './Marks';
import { PaymentFacts } from './PaymentFacts';
import { WhatIfPanel } from './WhatIfPanel';
import { inWords, levelLook } from './words';

const referencePrefix = 'ref:';

/** Why one payment was decided as it was. */
export default function AssessmentPage({ parameters: { id = '' } }: { parameters: Record<string, string> }) {
  return id.startsWith(referencePrefix) ? <ByReference reference={id.slice(referencePrefix.length)} /> : <ById id={id} />;
}

function ById({ id }: { id: string }) {
  const query = useQuery(byIdDocument, { id });
  return <Found query={{ ...query, data: query.data && { found: query.data.assessment } }} name={id} />;
}

function ByReference({ reference }: { reference: string }) {
  const query = useQuery(byReferenceDocument, { reference });
  return <Found query={{ ...query, data: query.data && { found: query.data.assessmentByReference } }} name={reference} />;
}

function Found({ query, name }: { query: { data: { found: Whole | null } | undefined; error: Error | undefined; isLoading: boolean; reload: () => void }; name: string }) {
  const found = query.data?.found;
  return (
    <Page
      title={found?.transactionReference ?? 'Assessment'}
      help={helpTopics.assessment}
      lead={
        found ? (
          <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center', flexWrap: 'wrap', mt: 0.75 }}>
            <DecisionMark decision={found.decision} />
            <LevelMark level={found.riskLevel} />
            <Moment at={found.assessedAt} />
            {found.degraded && <Tag of="caution">Degraded</Tag>}
            {!found.fraudCheckEnabled && <Tag of="neutral">Fraud check off</Tag>}
          </Box>
        ) : undefined
      }
    >
      <Answered query={query} rows={12}>
        {({ found: assessment }) =>
          assessment ? (
            <Details assessment={assessment} onDone={query.reload} />
          ) : (
            <EmptyState icon="search" title="No such assessment" action={<Link href={addressOf('/assessments')}>All assessments</Link>}>
              Nothing of your tenant is called {name}. A reference is the payment’s own, letter by letter.
            </EmptyState>
          )
        }
      </Answered>
    </Page>
  );
}

function Details({ assessment, onDone }: { assessment: Whole; onDone: () => void }) {
  const reviewers = useReviewers();
  const account = assessment.payment.fromAccountNumber;
  const mayTry = useMay('TRY_POLICIES');
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 7fr) minmax(0, 5fr)' }, alignItems: 'start' }}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Panel title="Why">
          <Box sx={{ display: 'flex', gap: 3, alignItems: 'flex-start' }}>
            <Box sx={{ textAlign: 'center', flexShrink: 0, display: { xs: 'none', sm: 'block' } }}>
              <Gauge score={assessment.riskScore} of={hue(levelLook[assessment.riskLevel].hue, 'mark')} />
            </Box>
            <Box sx={{ display: 'grid', gap: 1, alignSelf: 'center', maxWidth: '68ch' }}>
              {explain(assessment).map((sentence, i) => (
                <Typography key={sentence} sx={{ fontWeight: i === 0 ? 560 : 400 }}>
                  {sentence}
                </Typography>
              ))}
            </Box>
          </Box>
        </Panel>
        <Panel title="Factors" note="share of the score">
          <FactorList assessment={assessment} />
        </Panel>
        <PaymentFacts assessment={assessment} />
      </Box>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <AssessmentActs assessment={assessment} reviewers={reviewers} onDone={onDone} />
        {account !== null && <AccountHistory assessment={assessment} account={account} />}
        <Panel title="How it was decided">
          <Facts
            facts={[
              ['Assessment', <Copyable key="id" text={assessment.id} label="assessment id" />],
              ['Status', inWords(assessment.status)],
              ['Policy', <Link key="policy" href={addressOf('/policy', { tab: 'versions', version: assessment.policyVersion })}>{`Version ${assessment.policyVersion}`}</Link>],
              ['Policy hash', <Copyable key="hash" text={assessment.policyHash} shown={`${assessment.policyHash.slice(0, 16)}…`} label="policy hash" />],
              ['Configuration', assessment.configurationId && <Link href={addressOf('/policy', { configuration: assessment.configurationId })}>Show it</Link>],
              ['Type', assessment.riskAssessmentType && inWords(assessment.riskAssessmentType)],
              ['Took', assessment.processingTimeMs === 0 ? 'less than 1 ms' : `${formatCount(assessment.processingTimeMs)} ms`],
              ['Bank’s engine', assessment.externalApiUsed && `${assessment.externalApiUsed}, ${assessment.externalApiResponseTimeMs ?? 0} ms`],
              ['First decision', assessment.decision !== assessment.initialDecision && <DecisionMark decision={assessment.initialDecision} />],
              ['A person decides until', assessment.expiresAt && <Moment at={assessment.expiresAt} />],
              ['Error', assessment.errorMessage],
            ]}
          />
          <FollowUps followUps={assessment.followUps} nameOf={reviewers.nameOf} />
        </Panel>
        {mayTry && !assessment.erased && <WhatIfPanel assessment={assessment} />}
      </Box>
    </Box>
  );
}

/** A score as three quarters of a circle. */
function Gauge({ score, of }: { score: number; of: string }) {
  const length = 0.75 * 2 * Math.PI * 40;
  return (
    <svg width={108} height={100} viewBox="0 0 108 100" role="img" aria-label={`Score ${formatScore(score)}`}>
      <g fill="none" strokeWidth={9} strokeLinecap="round" transform="rotate(135 54 54)">
        <circle cx={54} cy={54} r={40} stroke={colour('line')} strokeDasharray={`${length} 1000`} />
        {score > 0 && <circle cx={54} cy={54} r={40} stroke={of} strokeDasharray={`${length * score} 1000`} />}
      </g>
      <text x={54} y={61} textAnchor="middle" fill="currentColor" fontSize={22} fontWeight={640} letterSpacing="-0.5">
        {formatScore(score)}
      </text>
      <text x={54} y={92} textAnchor="middle" fill={colour('textQuiet')} fontSize={11}>
        score
      </text>
    </svg>
  );
}
