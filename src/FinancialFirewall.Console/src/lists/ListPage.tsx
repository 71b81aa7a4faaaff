import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useCallback, useState } from 'react';
import { useQuery } from '../graph/useQuery';
import { helpTopics } from '../help/topics';
import { Icon } from '../icons/Icon';
import { Answered } from '../layout/Answered';
import { EmptyState } from '../layout/EmptyState';
import { Facts } from '../layout/Facts';
import { Page } from '../layout/Page';
import { Panel } from '../layout/Panel';
import { Tag } from '../layout/Tag';
import { formatCount } from '../money/format';
import { addressOf } from '../routing/address';
import { Link } from '../routing/Link';
import { navigate } from '../routing/location';
import { useMay } from '../session/useViewer';
import { AddEntriesDialog } from './AddEntriesDialog';
import { listDocument, type RiskList } from './documents';
import { EntriesPanel } from './EntriesPanel';
import { ImportDialog } from './ImportDialog';
import { DeleteListDialog, ListDialog } from './ListDialogs';
import { kindLook, memberInWords } from './words';

type Doing = 'ADD' | 'IMPORT' | 'CHANGE' | 'DELETE' | null;

/** One list, and what it holds. */
export default function ListPage({ parameters }: { parameters: Record<string, string> }) {
  const name = parameters.name ?? '';
  const query = useQuery(listDocument, { name });
  const mayChange = useMay('CHANGE_LISTS');
  const [doing, setDoing] = useState<Doing>(null);
  const [turn, setTurn] = useState(0);
  const { reload } = query;
  const again = useCallback(() => {
    reload();
    setTurn((before) => before + 1);
  }, [reload]);
  const close = () => setDoing(null);
  const done = () => {
    again();
    close();
  };
  const list = query.data?.list;
  return (
    <Page
      title={name}
      help={helpTopics.lists}
      lead={<Link href="/lists">All lists</Link>}
      actions={
        list &&
        mayChange && (
          <>
            <Button variant="outlined" color="inherit" onClick={() => setDoing('IMPORT')}>
              Import a file
            </Button>
            <Button variant="contained" startIcon={<Icon name="plus" size={16} />} onClick={() => setDoing('ADD')}>
              Add entries
            </Button>
          </>
        )
      }
    >
      <Answered query={query}>
        {() =>
          list ? (
            <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 8fr) minmax(0, 3fr)' }, alignItems: 'start' }}>
              <EntriesPanel list={list} turn={turn} mayChange={mayChange} onAdd={() => setDoing('ADD')} onChanged={reload} />
              <About list={list} mayChange={mayChange} onDo={setDoing} />
            </Box>
          ) : (
            <Panel>
              <EmptyState icon="lists" title="There is no list of this name">
                It may have been deleted since. <Link href="/lists">All lists</Link>
              </EmptyState>
            </Panel>
          )
        }
      </Answered>
      {list && doing === 'ADD' && <AddEntriesDialog list={list} onClose={close} onDone={done} />}
      {list && doing === 'IMPORT' && <ImportDialog list={list} onClose={close} onDone={again} />}
      {list && doing === 'CHANGE' && <ListDialog list={list} onClose={close} onDone={done} />}
      {list && doing === 'DELETE' && <DeleteListDialog list={list} onClose={close} onDone={() => navigate('/lists')} />}
    </Page>
  );
}

function About({ list, mayChange, onDo }: { list: RiskList; mayChange: boolean; onDo: (doing: Doing) => void }) {
  const mayAudit = useMay('READ_AUDIT');
  const [kind, look, does] = kindLook[list.kind];
  return (
    <Panel title="What it does" note={<Tag of={look}>{kind}</Tag>}>
      <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary', mb: 1 }}>{does}</Box>
      <Facts
        nameWidth={100}
        facts={[
          ['Watches', memberInWords(list.member)],
          ['Entries', formatCount(list.entryCount)],
          ['Mandatory', list.mandatory && 'It holds where the fraud check is off, too.'],
          ['Asked for by', list.usedBy.length > 0 && list.usedBy.map((one) => <div key={one}>{one}</div>)],
          ['Changes', mayAudit && <Link key="audit" href={addressOf('/audit', { target: `list/${list.name}` })}>In the audit log</Link>],
        ]}
      />
      {mayChange && (
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', mt: 2 }}>
          <Button variant="outlined" color="inherit" onClick={() => onDo('CHANGE')}>
            Change
          </Button>
          <Button variant="outlined" color="error" onClick={() => onDo('DELETE')}>
            Delete
          </Button>
        </Box>
      )}
    </Panel>
  );
}
