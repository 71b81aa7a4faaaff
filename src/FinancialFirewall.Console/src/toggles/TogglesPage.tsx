import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useState } from 'react';
import { useLive } from '../graph/useLive';
import { useQuery } from '../graph/useQuery';
import { helpTopics } from '../help/topics';
import { Icon } from '../icons/Icon';
import { Answered } from '../layout/Answered';
import { Figure } from '../layout/Figure';
import { LiveMark } from '../layout/LiveMark';
import { Page } from '../layout/Page';
import { useParameters } from '../routing/useParameters';
import { useMay } from '../session/useViewer';
import { hue } from '../theme/tokens';
import { CheckTab } from './CheckTab';
import { changedDocument, togglesDocument, type Toggle, type ToggleStatistics } from './documents';
import { HierarchyTab } from './HierarchyTab';
import { ListTab } from './ListTab';
import { ScheduleTab } from './ScheduleTab';
import { ToggleDialog } from './ToggleDialog';
import { useEdges } from './useEdges';

const tabs = [
  ['hierarchy', 'Hierarchy'],
  ['list', 'All toggles'],
  ['check', 'Checker'],
  ['schedule', 'Schedule'],
] as const;

/** What is being written: a new toggle, or one that is changed. */
export type Edited = { readonly toggle: Toggle | null } | null;

/** Whether the fraud check is on, where, and why. */
export default function TogglesPage() {
  const [parameters, change] = useParameters();
  const tab = tabs.find(([key]) => key === parameters.get('tab'))?.[0] ?? 'hierarchy';
  const query = useQuery(togglesDocument, {});
  const [turn, setTurn] = useState(0);
  const [edited, setEdited] = useState<Edited>(null);
  const mayChange = useMay('CHANGE_TOGGLES');
  const again = () => {
    query.reload();
    setTurn((before) => before + 1);
  };
  useEdges(query.data?.toggles.nodes, again);
  const { liveness } = useLive(changedDocument, {}, { event: again, gap: again });

  return (
    <Page
      title="Toggles"
      help={helpTopics.toggles}
      lead={liveness === 'CUT' ? <LiveMark liveness={liveness} /> : 'Where the fraud check is on, and where it is off.'}
      actions={
        mayChange && (
          <Button variant="contained" startIcon={<Icon name="plus" size={16} />} onClick={() => setEdited({ toggle: null })}>
            New toggle
          </Button>
        )
      }
    >
      <Answered query={query} rows={10}>
        {({ toggles, toggleStatistics }) => (
          <>
            <Statistics of={toggleStatistics} />
            <Tabs value={tab} onChange={(_, key: string) => change({ tab: key === 'hierarchy' ? null : key })} aria-label="Views of the toggles" sx={{ mb: 2, borderBottom: 1, borderColor: 'divider' }} variant="scrollable">
              {tabs.map(([key, title]) => (
                <Tab key={key} value={key} label={title} id={`tab-${key}`} aria-controls={`panel-${key}`} />
              ))}
            </Tabs>
            <div role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`}>
              {tab === 'hierarchy' && <HierarchyTab toggles={toggles.nodes} turn={turn} onChanged={again} mayChange={mayChange} />}
              {tab === 'list' && <ListTab toggles={toggles.nodes} mayChange={mayChange} onEdit={(toggle) => setEdited({ toggle })} onChanged={again} />}
              {tab === 'check' && <CheckTab toggles={toggles.nodes} turn={turn} />}
              {tab === 'schedule' && <ScheduleTab toggles={toggles.nodes} onEdit={mayChange ? (toggle) => setEdited({ toggle }) : undefined} />}
            </div>
          </>
        )}
      </Answered>
      {edited && (
        <ToggleDialog
          toggle={edited.toggle}
          onClose={() => setEdited(null)}
          onDone={() => {
            setEdited(null);
            again();
          }}
        />
      )}
    </Page>
  );
}

function Statistics({ of: counted }: { of: ToggleStatistics }) {
  return (
    <Box sx={{ display: 'grid', gap: 1.5, mb: 2, gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', md: 'repeat(5, minmax(0, 1fr))' }, '& > :last-child': { gridColumn: { xs: 'span 2', md: 'auto' } } }}>
      <Figure name="Toggles" value={counted.totalConfigurations} note={`${counted.activeConfigurations} active`} href="/toggles?tab=list" />
      <Figure name="In force" value={counted.effectiveConfigurations} note="now" href="/toggles?tab=list&view=IN_FORCE" />
      <Figure name="Off" mark={hue('bad', 'mark')} value={counted.disabledConfigurations} note="of those in force" href="/toggles?tab=list&view=IN_FORCE" />
      <Figure name="To come" value={counted.futureConfigurations} note="scheduled" href="/toggles?tab=schedule" />
      <Figure name="Over" value={counted.expiredConfigurations} note="their time has passed" href="/toggles?tab=list&view=OVER" />
    </Box>
  );
}
