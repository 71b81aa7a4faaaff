import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useChange } from '../graph/useChange';
import { Icon } from '../icons/Icon';
import { Choice } from '../layout/Choice';
import { DataTable, type Column } from '../layout/DataTable';
import { EmptyState } from '../layout/EmptyState';
import { FormDialog } from '../layout/FormDialog';
import { Panel } from '../layout/Panel';
import { Tag } from '../layout/Tag';
import { addressOf } from '../routing/address';
import { Link } from '../routing/Link';
import { useParameters } from '../routing/useParameters';
import { useMay } from '../session/useViewer';
import { Moment } from '../time/Moment';
import { deleteDocument, type Toggle } from './documents';
import { contextInWords, contextOf, levelName, standingOf } from './hierarchy';
import { StateMark } from './StateMark';

const views = [
  ['ALL', 'All'],
  ['IN_FORCE', 'In force'],
  ['TO_COME', 'To come'],
  ['OVER', 'Over'],
  ['INACTIVE', 'Inactive'],
] as const;

const standings = { IN_FORCE: ['In force', 'good'], TO_COME: ['To come', 'waiting'], OVER: ['Over', 'neutral'], INACTIVE: ['Inactive', 'neutral'] } as const;

interface ListTabProps {
  toggles: readonly Toggle[];
  mayChange: boolean;
  onEdit: (toggle: Toggle) => void;
  onChanged: () => void;
}

/** Every toggle, one a line. */
export function ListTab({ toggles, mayChange, onEdit, onChanged }: ListTabProps) {
  const [parameters, change] = useParameters();
  const view = views.find(([key]) => key === parameters.get('view'))?.[0] ?? 'ALL';
  const [leaving, setLeaving] = useState<Toggle | null>(null);
  const maySeeHistory = useMay('READ_AUDIT');
  const now = Date.now();
  const shown = toggles.filter((toggle) => view === 'ALL' || standingOf(toggle, now) === view);
  const columns: readonly Column<Toggle>[] = [
    {
      title: 'For',
      cell: (toggle) => (
        <>
          <Box sx={{ fontWeight: 560 }}>{contextInWords(contextOf(toggle))}</Box>
          <Typography variant="caption" color="textSecondary">
            {levelName[toggle.level]}
          </Typography>
        </>
      ),
    },
    { title: 'Check', cell: (toggle) => <StateMark isOn={toggle.isEnabled} /> },
    { title: 'Standing', from: 560, cell: (toggle) => <Tag of={standings[standingOf(toggle, now)][1]}>{standings[standingOf(toggle, now)][0]}</Tag> },
    { title: 'Why', from: 900, cell: (toggle) => toggle.enabledReason ?? toggle.disabledReason ?? '–' },
    { title: 'From', from: 1000, cell: (toggle) => (toggle.effectiveFrom ? <Moment at={toggle.effectiveFrom} /> : 'always') },
    { title: 'Until', from: 1000, cell: (toggle) => (toggle.effectiveUntil ? <Moment at={toggle.effectiveUntil} /> : 'for ever') },
    { title: 'Priority', from: 760, isNumber: true, cell: (toggle) => toggle.priority },
    { title: 'Changed', from: 1240, cell: (toggle) => (Date.parse(toggle.updatedAt) > 0 ? <Moment at={toggle.updatedAt} /> : 'since the beginning') },
    ...(maySeeHistory
      ? [
          {
            title: 'Changes',
            from: 1100,
            cell: (toggle: Toggle) => (
              <Link href={addressOf('/audit', { target: `toggle/${toggle.id}` })} aria-label={`History of the toggle for ${contextInWords(contextOf(toggle))}`}>
                History
              </Link>
            ),
          },
        ]
      : []),
    ...(mayChange
      ? [
          {
            title: 'Actions',
            isNumber: true,
            cell: (toggle: Toggle) => (
              <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
                <IconButton aria-label={`Edit the toggle for ${contextInWords(contextOf(toggle))}`} onClick={() => onEdit(toggle)}>
                  <Icon name="edit" />
                </IconButton>
                <IconButton aria-label={`Delete the toggle for ${contextInWords(contextOf(toggle))}`} onClick={() => setLeaving(toggle)}>
                  <Icon name="trash" />
                </IconButton>
              </Box>
            ),
          },
        ]
      : []),
  ];
  return (
    <Panel title="Toggles" isFlush action={<Choice label="Standing" value={view} options={views} onChange={(key) => change({ view: key === 'ALL' ? null : key })} />}>
      {shown.length === 0 ? (
        <EmptyState icon="toggles" title={toggles.length === 0 ? 'There is no toggle yet' : 'No toggle stands so'} action={view !== 'ALL' && <Button onClick={() => change({ view: null })}>Show all</Button>}>
          Without a toggle the fraud check is on for every payment.
        </EmptyState>
      ) : (
        <DataTable label="Toggles" columns={columns} rows={shown} keyOf={(toggle) => toggle.id} />
      )}
      {leaving && (
        <DeleteDialog
          toggle={leaving}
          onClose={() => setLeaving(null)}
          onDone={() => {
            setLeaving(null);
            onChanged();
          }}
        />
      )}
    </Panel>
  );
}

function DeleteDialog({ toggle, onClose, onDone }: { toggle: Toggle; onClose: () => void; onDone: () => void }) {
  const change = useChange(deleteDocument);
  const act = async () => {
    if (await change.run({ id: toggle.id, tag: toggle.tag })) onDone();
  };
  return (
    <FormDialog title="Delete the toggle" act="Delete" isGrave isOpen isBusy={change.isBusy} error={change.error} onAct={() => void act()} onClose={onClose}>
      <Typography>The toggle for {contextInWords(contextOf(toggle))} goes; from the very next payment on the others decide. The audit log keeps what it was.</Typography>
    </FormDialog>
  );
}
