import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { inWords } from '../assessments/words';
import { useChange } from '../graph/useChange';
import { useQuery } from '../graph/useQuery';
import { useReloadOn } from '../graph/useReloadOn';
import { Answered } from '../layout/Answered';
import { DataTable, type Column } from '../layout/DataTable';
import { FormDialog } from '../layout/FormDialog';
import { Panel } from '../layout/Panel';
import { Tag } from '../layout/Tag';
import { TextLine } from '../layout/TextLine';
import { useParameters } from '../routing/useParameters';
import { useMay } from '../session/useViewer';
import { Moment } from '../time/Moment';
import { Differences } from './Differences';
import { comparisonDocument, rollBackDocument, versionsDocument, type Version } from './documents';

const who = (author: { kind: string; id: string | null }): string => [inWords(author.kind), author.id].filter(Boolean).join(' ');

/** Every version that was published, what it changed, and bringing an earlier one back. */
export function VersionsTab({ current, turn, onChanged }: { current: number; turn: number; onChanged: () => void }) {
  const [parameters, change] = useParameters();
  const after = parameters.get('after');
  const query = useQuery(versionsDocument, { after });
  useReloadOn(turn, query.reload);
  const mayChange = useMay('CHANGE_CONFIGURATIONS');
  const compared = Number(parameters.get('version') ?? 0);
  const [returning, setReturning] = useState<Version | null>(null);
  const columns: readonly Column<Version>[] = [
    { title: 'Version', isNumber: true, width: 80, cell: (one) => <strong style={{ fontWeight: 600 }}>{one.version}</strong> },
    { title: 'Published', cell: (one) => <Moment at={one.publishedAt} /> },
    { title: 'What', from: 620, cell: (one) => (one.restoredVersion ? `Brought back version ${one.restoredVersion}` : one.action === '' ? '–' : inWords(one.action)) },
    { title: 'Who', from: 900, cell: (one) => [who(one.author), one.approver && `approved by ${who(one.approver)}`].filter(Boolean).join(', ') },
    { title: 'Why', from: 1100, cell: (one) => one.comment || '–' },
    {
      title: 'Actions',
      isNumber: true,
      cell: (one) => (
        <Box component="span" sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center', flexWrap: 'wrap', justifyContent: 'flex-end' }}>
          {one.isInForce && <Tag of="good">In force</Tag>}
          <Button color="inherit" aria-label={`What changed in version ${one.version}`} onClick={() => change({ version: String(one.version) })} sx={{ whiteSpace: 'nowrap' }}>
            What changed
          </Button>
          {mayChange && !one.isInForce && (
            <Button color="inherit" aria-label={`Bring back version ${one.version}`} onClick={() => setReturning(one)}>
              Bring back
            </Button>
          )}
        </Box>
      ),
    },
  ];
  return (
    <Panel isFlush>
      <Answered query={query}>
        {({ policyVersions }) => (
          <>
            <DataTable label="Policy versions" columns={columns} rows={policyVersions.nodes} keyOf={(one) => String(one.version)} />
            {(after !== null || policyVersions.pageInfo.hasNextPage) && (
              <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 1, p: 1.25 }}>
                <Button color="inherit" disabled={after === null} onClick={() => history.back()}>
                  Back
                </Button>
                <Button color="inherit" variant="outlined" disabled={!policyVersions.pageInfo.hasNextPage} onClick={() => change({ after: policyVersions.pageInfo.endCursor }, 'PUSH')}>
                  Next page
                </Button>
              </Box>
            )}
          </>
        )}
      </Answered>
      {Number.isInteger(compared) && compared > 0 && <Comparison version={compared} onClose={() => change({ version: null })} />}
      {returning && (
        <RollBackDialog
          version={returning.version}
          current={current}
          onClose={() => setReturning(null)}
          onDone={() => {
            setReturning(null);
            onChanged();
          }}
        />
      )}
    </Panel>
  );
}

function Comparison({ version, onClose }: { version: number; onClose: () => void }) {
  const query = useQuery(comparisonDocument, { version });
  return <Differences title={`What changed in version ${version}`} query={{ ...query, data: query.data?.policyComparison }} onClose={onClose} />;
}

function RollBackDialog({ version, current, onClose, onDone }: { version: number; current: number; onClose: () => void; onDone: () => void }) {
  const [comment, setComment] = useState('');
  const change = useChange(rollBackDocument);
  const act = async () => {
    if (await change.run({ version, comment: comment || null, ifVersion: current })) onDone();
  };
  return (
    <FormDialog title={`Bring back version ${version}`} act="Bring it back" isGrave isOpen isBusy={change.isBusy} error={change.error} onAct={() => void act()} onClose={onClose}>
      <Typography>Its configurations, toggles, currency and rates are published again, as a new version, and decide the very next payment. Lists stay as they are.</Typography>
      <TextLine label="Why" value={comment} onChange={setComment} maxLength={500} autoFocus />
    </FormDialog>
  );
}
