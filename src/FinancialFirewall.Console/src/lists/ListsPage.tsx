import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useQuery } from '../graph/useQuery';
import { helpTopics } from '../help/topics';
import { Icon } from '../icons/Icon';
import { Answered } from '../layout/Answered';
import { DataTable, type Column } from '../layout/DataTable';
import { EmptyState } from '../layout/EmptyState';
import { Page } from '../layout/Page';
import { Panel } from '../layout/Panel';
import { Tag } from '../layout/Tag';
import { formatCount } from '../money/format';
import { Link } from '../routing/Link';
import { navigate } from '../routing/location';
import { useMay } from '../session/useViewer';
import { listsDocument, type RiskList } from './documents';
import { Imports } from './Imports';
import { ListDialog } from './ListDialogs';
import { kindLook, memberInWords } from './words';

const columns: readonly Column<RiskList>[] = [
  {
    title: 'List',
    cell: (list) => (
      <Link href={`/lists/${encodeURIComponent(list.name)}`} sx={{ fontWeight: 560 }}>
        {list.name}
      </Link>
    ),
  },
  {
    title: 'What it does',
    cell: (list) => (
      <Box component="span" sx={{ display: 'inline-flex', gap: 0.75, flexWrap: 'wrap' }}>
        <Tag of={kindLook[list.kind][1]}>{kindLook[list.kind][0]}</Tag>
        {list.mandatory && <Tag of="neutral">Mandatory</Tag>}
      </Box>
    ),
  },
  { title: 'Watches', from: 620, cell: (list) => memberInWords(list.member) },
  { title: 'Entries', isNumber: true, cell: (list) => formatCount(list.entryCount) },
  { title: 'Asked for by', from: 1000, cell: (list) => list.usedBy.join('; ') || '–' },
];

/** Block, allow and watch lists. */
export default function ListsPage() {
  const query = useQuery(listsDocument, {});
  const mayChange = useMay('CHANGE_LISTS');
  const [isMaking, setMaking] = useState(false);
  const make = (
    <Button variant="contained" startIcon={<Icon name="plus" size={16} />} onClick={() => setMaking(true)}>
      New list
    </Button>
  );
  return (
    <Page title="Lists" help={helpTopics.lists} lead="Accounts, devices, addresses, names that block, allow, or that rules ask for. A change holds for the very next payment." actions={mayChange && make}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Panel isFlush>
          <Answered query={query}>
            {({ lists }) =>
              lists.length === 0 ? (
                <EmptyState icon="lists" title="No list yet" action={mayChange && make}>
                  A block list of stolen devices, say, rejects every payment that comes from one of them. A watch list only answers rules: <code>deviceId in @stolen-devices</code>.
                </EmptyState>
              ) : (
                <DataTable label="Lists" columns={columns} rows={lists} keyOf={(list) => list.name} />
              )
            }
          </Answered>
        </Panel>
        <Imports onEnded={query.reload} />
      </Box>
      {isMaking && <ListDialog list={null} onClose={() => setMaking(false)} onDone={(name) => navigate(`/lists/${encodeURIComponent(name)}`)} />}
    </Page>
  );
}
