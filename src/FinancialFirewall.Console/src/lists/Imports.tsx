import Button from '@mui/material/Button';
import { useEffect } from 'react';
import { useChange } from '../graph/useChange';
import { useQuery } from '../graph/useQuery';
import { DataTable, type Column } from '../layout/DataTable';
import { Panel } from '../layout/Panel';
import { Tag } from '../layout/Tag';
import { formatCount } from '../money/format';
import { useMay } from '../session/useViewer';
import { Moment } from '../time/Moment';
import { cancelDocument, importsDocument, type ListImport } from './documents';
import { importLook, isUnderWay } from './words';

const askEveryMs = 2_000;

/** The imports that the firewall remembers, whoever began them; shown where there are any. */
export function Imports({ onEnded }: { onEnded: () => void }) {
  const query = useQuery(importsDocument, {});
  const cancel = useChange(cancelDocument);
  const mayChange = useMay('CHANGE_LISTS');
  const imports = query.data?.listImports ?? [];
  const underWay = imports.filter(isUnderWay).length;
  const { reload } = query;
  useEffect(() => {
    if (underWay === 0) {
      return;
    }

    const asking = setInterval(reload, askEveryMs);
    return () => {
      clearInterval(asking);
      onEnded();
    };
  }, [underWay, reload, onEnded]);

  const columns: readonly Column<ListImport>[] = [
    { title: 'List', cell: (one) => one.list },
    { title: 'Standing', cell: (one) => <Tag of={importLook[one.status][1]}>{`${importLook[one.status][0]}${one.dryRun && one.status === 'DONE' ? ', a trial' : ''}`}</Tag> },
    { title: 'Lines', isNumber: true, cell: (one) => formatCount(one.lines) },
    { title: 'No entries', isNumber: true, from: 760, cell: (one) => formatCount(one.refused) },
    { title: 'What it did', from: 900, cell: (one) => (one.counts ? `${formatCount(one.counts.added)} new, ${formatCount(one.counts.replaced)} there already, ${formatCount(one.counts.removed)} gone` : '–') },
    { title: 'Begun', from: 620, cell: (one) => <Moment at={one.startedAt} /> },
    ...(mayChange && underWay > 0
      ? [
          {
            title: 'Actions',
            isNumber: true,
            cell: (one: ListImport) =>
              one.status === 'READING' && (
                <Button color="inherit" onClick={() => void cancel.run({ id: one.id }).then(reload)}>
                  Cancel
                </Button>
              ),
          },
        ]
      : []),
  ];
  return (
    imports.length > 0 && (
      <Panel title="Imports" note="Since the firewall was started." isFlush>
        <DataTable label="Imports" columns={columns} rows={imports} keyOf={(one) => one.id} />
      </Panel>
    )
  );
}
