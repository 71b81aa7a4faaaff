import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useState } from 'react';
import { graphql, type ResultOf } from '../graph/graphql';
import { useLive } from '../graph/useLive';
import { useQuery } from '../graph/useQuery';
import { helpTopics } from '../help/topics';
import { Answered } from '../layout/Answered';
import { Copyable } from '../layout/Copyable';
import { DataTable } from '../layout/DataTable';
import { EmptyState } from '../layout/EmptyState';
import { Facts } from '../layout/Facts';
import { Page } from '../layout/Page';
import { Panel } from '../layout/Panel';
import { Tag } from '../layout/Tag';
import { formatCount } from '../money/format';
import { Link } from '../routing/Link';
import { useParameters } from '../routing/useParameters';
import { Moment } from '../time/Moment';
import { Configurations } from './Configurations';
import { DraftsTab } from './DraftsTab';
import { BacktestsTab } from './trials/BacktestsTab';
import { VersionsTab } from './VersionsTab';

const policyDocument = graphql(`
  query Policy {
    policy {
      version hash publishedAt warnings baseCurrency ratesAsOf
      rates { currency rate }
      configurations { id configurationName paymentType localInstrumentationCode clearingSystemCode paymentSource riskAssessmentType isEnabled priority version description updatedAt tag document }
      lists { name kind mandatory member entryCount }
    }
  }
`);

const changedDocument = graphql(`subscription ConfigurationChanged($after: String) { configurationChanged(after: $after) { cursor policyVersion } }`);

/** The policy in force. */
export type Policy = NonNullable<ResultOf<typeof policyDocument>['policy']>;

const tabs = [
  ['force', 'In force'],
  ['versions', 'Versions'],
  ['drafts', 'Drafts'],
  ['backtests', 'Backtests'],
] as const;

const kindHue = { BLOCK: 'bad', ALLOW: 'good', WATCH: 'waiting' } as const;

/** Everything that decides, as one published version. */
export default function PolicyPage() {
  const query = useQuery(policyDocument, {});
  const [parameters, change] = useParameters();
  const tab = tabs.find(([key]) => key === parameters.get('tab'))?.[0] ?? 'force';
  const [turn, setTurn] = useState(0);
  const again = () => {
    query.reload();
    setTurn((before) => before + 1);
  };
  useLive(changedDocument, {}, { event: again, gap: again });
  return (
    <Page title="Policy" help={helpTopics.policy} lead="Everything that decides, as one published version.">
      <Answered query={query} rows={12}>
        {({ policy }) =>
          policy ? (
            <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
              {policy.warnings.map((warning) => (
                <Alert key={warning} severity="warning">
                  {warning}
                </Alert>
              ))}
              <Tabs value={tab} onChange={(_, key: string) => change({ tab: key === 'force' ? null : key, after: null, version: null, draft: null, backtest: null })} aria-label="Views of the policy" sx={{ borderBottom: 1, borderColor: 'divider' }}>
                {tabs.map(([key, title]) => (
                  <Tab key={key} value={key} label={title} id={`tab-${key}`} aria-controls={`panel-${key}`} />
                ))}
              </Tabs>
              <div role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`}>
                {tab === 'force' && (
                  <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 8fr) minmax(0, 4fr)' }, alignItems: 'start' }}>
                    <Configurations configurations={policy.configurations} baseCurrency={policy.baseCurrency} draft={null} isOpen onChanged={again} />
                    <Aside policy={policy} />
                  </Box>
                )}
                {tab === 'versions' && <VersionsTab current={policy.version} turn={turn} onChanged={again} />}
                {tab === 'drafts' && <DraftsTab onPublished={again} />}
                {tab === 'backtests' && <BacktestsTab version={policy.version} />}
              </div>
            </Box>
          ) : (
            <EmptyState icon="policy" title="No policy is published yet">
              The first one is published when the tenant is created.
            </EmptyState>
          )
        }
      </Answered>
    </Page>
  );
}

function Aside({ policy }: { policy: Policy }) {
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Panel title={`Version ${policy.version}`}>
        <Facts
          nameWidth={110}
          facts={[
            ['Published', <Moment key="at" at={policy.publishedAt} />],
            ['Hash', <Copyable key="hash" text={policy.hash} shown={`${policy.hash.slice(0, 16)}…`} label="policy hash" />],
            ['Base currency', policy.baseCurrency],
            ['Rates as of', policy.ratesAsOf],
          ]}
        />
      </Panel>
      <Panel title="Lists" isFlush>
        {policy.lists.length === 0 ? (
          <EmptyState icon="filter" title="No lists">
            Block and allow lists decide by one member of a payment; rules ask watch lists.
          </EmptyState>
        ) : (
          <DataTable
            label="Lists of the policy"
            rows={policy.lists}
            keyOf={(list) => list.name}
            columns={[
              {
                title: 'List',
                cell: (list) => (
                  <>
                    <Link href={`/lists/${encodeURIComponent(list.name)}`} sx={{ fontWeight: 560 }}>
                      {list.name}
                    </Link>
                    <Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>{[list.member ?? 'used by rules', list.mandatory && 'mandatory'].filter(Boolean).join(', ')}</Box>
                  </>
                ),
              },
              { title: 'Kind', cell: (list) => <Tag of={kindHue[list.kind]}>{list.kind.charAt(0) + list.kind.slice(1).toLowerCase()}</Tag> },
              { title: 'Entries', isNumber: true, cell: (list) => formatCount(list.entryCount) },
            ]}
          />
        )}
      </Panel>
      {policy.rates.length > 0 && (
        <Panel title="Rates" note={`units per ${policy.baseCurrency}`}>
          <Facts nameWidth={110} facts={policy.rates.map((one) => [one.currency, one.rate] as const)} />
        </Panel>
      )}
    </Box>
  );
}
