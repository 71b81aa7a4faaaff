import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useQuery } from '../graph/useQuery';
import { Icon } from '../icons/Icon';
import { Answered } from '../layout/Answered';
import { EmptyState } from '../layout/EmptyState';
import { Panel } from '../layout/Panel';
import { Tag } from '../layout/Tag';
import { useParameters } from '../routing/useParameters';
import { useMay } from '../session/useViewer';
import { Moment } from '../time/Moment';
import { Configurations } from './Configurations';
import { DifferenceList } from './Differences';
import { actsOf, draftLooks, draftWords, type DraftAct } from './draftActs';
import { baseCurrencyOf, configurationsOf } from './draftDocument';
import { draftComparisonDocument, draftDocument, type WholeDraft } from './documents';
import { DraftDialog } from './DraftDialog';
import { ShadowPanel } from './ShadowPanel';
import { BacktestDialog } from './trials/BacktestDialog';

/** One draft: what is in it, what it changes, what is wrong with it, and what it would have decided. */
export function DraftView({ id, onBack, onChanged }: { id: string; onBack: () => void; onChanged: () => void }) {
  const query = useQuery(draftDocument, { id });
  const again = () => {
    query.reload();
    onChanged();
  };
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Button color="inherit" startIcon={<Icon name="back" size={16} />} onClick={onBack} sx={{ justifySelf: 'start' }}>
        All drafts
      </Button>
      <Answered query={query} rows={10}>
        {({ draft, draftValidation, policy }) =>
          draft ? (
            <>
              <Head draft={draft} isOutdated={policy !== null && draft.baseVersion !== policy.version} onGone={onBack} onChanged={again} />
              <Mistakes errors={draftValidation.errors} warnings={draftValidation.warnings} />
              <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 7fr) minmax(0, 5fr)' }, alignItems: 'start' }}>
                <Configurations configurations={configurationsOf(draft.document)} baseCurrency={baseCurrencyOf(draft.document)} draft={{ id: draft.id, tag: draft.tag }} isOpen={draft.status !== 'SUBMITTED'} onChanged={again} />
                <Box sx={{ display: 'grid', gap: 2 }}>
                  <Changes key={draft.tag} id={draft.id} />
                  <ShadowPanel draft={draft} />
                  <BacktestPanel draft={draft} />
                </Box>
              </Box>
            </>
          ) : (
            <EmptyState icon="edit" title="There is no such draft">
              It may have been published or discarded.
            </EmptyState>
          )
        }
      </Answered>
    </Box>
  );
}

function Head({ draft, isOutdated, onGone, onChanged }: { draft: WholeDraft; isOutdated: boolean; onGone: () => void; onChanged: () => void }) {
  const mayChange = useMay('CHANGE_CONFIGURATIONS');
  const [doing, setDoing] = useState<DraftAct | null>(null);
  const [words, look] = draftLooks[draft.status];
  const done = () => {
    setDoing(null);
    onChanged();
    if (doing === 'PUBLISH' || doing === 'APPROVE' || doing === 'DISCARD') onGone();
  };
  return (
    <Panel title={draft.name} note={<Tag of={look}>{words}</Tag>}>
      <Typography variant="caption" color="textSecondary">
        of version {draft.baseVersion}, changed <Moment at={draft.changedAt} />
      </Typography>
      {draft.comment && <Typography>{draft.comment}</Typography>}
      {draft.rejection && <Typography color="error">Rejected: {draft.rejection}</Typography>}
      {isOutdated && <Alert severity="warning" sx={{ my: 1 }}>Something was published since this draft was made. It has to be brought up to date before it can be published.</Alert>}
      {mayChange && (
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', mt: 1 }}>
          {actsOf(draft.status, isOutdated).map((act) => (
            <Button key={act} variant={act === 'SUBMIT' || act === 'APPROVE' ? 'contained' : 'outlined'} color={act === 'DISCARD' || act === 'REJECT' ? 'error' : act === 'SUBMIT' || act === 'APPROVE' ? 'primary' : 'inherit'} onClick={() => setDoing(act)}>
              {draftWords[act].title}
            </Button>
          ))}
        </Box>
      )}
      {doing && <DraftDialog draft={draft} act={doing} onClose={() => setDoing(null)} onDone={done} />}
    </Panel>
  );
}

function Mistakes({ errors, warnings }: { errors: readonly { member: string; message: string }[]; warnings: readonly { member: string; message: string }[] }) {
  return (
    <>
      {[...errors.map((one) => ({ ...one, severity: 'error' as const })), ...warnings.map((one) => ({ ...one, severity: 'warning' as const }))].map(({ member, message, severity }) => (
        <Alert key={`${member} ${message}`} severity={severity} sx={{ whiteSpace: 'pre-wrap' }}>
          {message}
        </Alert>
      ))}
    </>
  );
}

function Changes({ id }: { id: string }) {
  const query = useQuery(draftComparisonDocument, { id });
  return (
    <Panel title="What it changes">
      <DifferenceList query={{ ...query, data: query.data?.draftComparison }} />
    </Panel>
  );
}

function BacktestPanel({ draft }: { draft: WholeDraft }) {
  const [, change] = useParameters();
  const mayTry = useMay('TRY_POLICIES');
  const [isStarting, setStarting] = useState(false);
  if (!mayTry) return null;
  return (
    <Panel title="Over stored payments" action={<Button variant="outlined" color="inherit" onClick={() => setStarting(true)}>Backtest</Button>}>
      <Typography color="textSecondary">It decides the payments of a period once more, and says what would have been different.</Typography>
      {isStarting && <BacktestDialog draft={draft.id} version={draft.baseVersion} onClose={() => setStarting(false)} onStarted={(backtest) => change({ tab: 'backtests', draft: null, backtest }, 'PUSH')} />}
    </Panel>
  );
}
