import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useChange } from '../graph/useChange';
import { besides } from '../graph/refusal';
import { useQuery } from '../graph/useQuery';
import { Answered } from '../layout/Answered';
import { EmptyState } from '../layout/EmptyState';
import { FormDialog } from '../layout/FormDialog';
import { Panel } from '../layout/Panel';
import { Tag } from '../layout/Tag';
import { TextLine } from '../layout/TextLine';
import { useParameters } from '../routing/useParameters';
import { useMay } from '../session/useViewer';
import { Moment } from '../time/Moment';
import { Differences } from './Differences';
import { createDraftDocument, draftComparisonDocument, draftsDocument, type Draft } from './documents';
import { DraftDialog } from './DraftDialog';
import { DraftView } from './DraftView';
import { actsOf, draftLooks, draftWords, type DraftAct } from './draftActs';

type Doing = { readonly what: 'CREATE' } | { readonly what: 'COMPARE'; readonly draft: Draft } | { readonly what: DraftAct; readonly draft: Draft } | null;

/** What is prepared and decides nothing yet: compared, submitted, approved by somebody else, published. */
export function DraftsTab({ onPublished }: { onPublished: () => void }) {
  const [parameters, change] = useParameters();
  const opened = parameters.get('draft');
  return opened ? <DraftView key={opened} id={opened} onBack={() => change({ draft: null }, 'PUSH')} onChanged={onPublished} /> : <DraftList onPublished={onPublished} />;
}

function DraftList({ onPublished }: { onPublished: () => void }) {
  const [, change] = useParameters();
  const query = useQuery(draftsDocument, {});
  const mayChange = useMay('CHANGE_CONFIGURATIONS');
  const [doing, setDoing] = useState<Doing>(null);
  const close = () => setDoing(null);
  const done = () => {
    query.reload();
    onPublished();
    close();
  };
  return (
    <Panel
      title="Drafts"
      note="they decide nothing until they are published"
      action={
        mayChange && (
          <Button variant="outlined" color="inherit" onClick={() => setDoing({ what: 'CREATE' })}>
            New draft
          </Button>
        )
      }
    >
      <Answered query={query} rows={4}>
        {({ drafts }) =>
          drafts.length === 0 ? (
            <EmptyState icon="edit" title="Nobody is preparing a change">
              A draft begins with the policy in force. It is changed, compared and tried beside it, and published when it is right; where the tenant asks for it, by the approval of a second person.
            </EmptyState>
          ) : (
            <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 2 }}>
              {drafts.map((draft) => (
                <li key={draft.id}>
                  <One draft={draft} mayChange={mayChange} onOpen={() => change({ draft: draft.id }, 'PUSH')} onDo={(what) => setDoing({ what, draft })} />
                </li>
              ))}
            </Box>
          )
        }
      </Answered>
      {doing?.what === 'CREATE' && <NewDraftDialog onClose={close} onDone={done} />}
      {doing?.what === 'COMPARE' && <Comparison draft={doing.draft} onClose={close} />}
      {doing && doing.what !== 'CREATE' && doing.what !== 'COMPARE' && <DraftDialog draft={doing.draft} act={doing.what} onClose={close} onDone={done} />}
    </Panel>
  );
}

function One({ draft, mayChange, onOpen, onDo }: { draft: Draft; mayChange: boolean; onOpen: () => void; onDo: (what: 'COMPARE' | DraftAct) => void }) {
  return (
    <Box sx={{ display: 'grid', gap: 0.75 }}>
      <Box sx={{ display: 'flex', gap: 1.25, alignItems: 'center', flexWrap: 'wrap' }}>
        <strong style={{ fontWeight: 600 }}>{draft.name}</strong>
        <Tag of={draftLooks[draft.status][1]}>{draftLooks[draft.status][0]}</Tag>
        <Typography variant="caption" color="textSecondary">
          of version {draft.baseVersion}, changed <Moment at={draft.changedAt} />
        </Typography>
      </Box>
      {draft.comment && <Typography>{draft.comment}</Typography>}
      {draft.rejection && <Typography color="error">Rejected: {draft.rejection}</Typography>}
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        <Button variant="outlined" color="inherit" aria-label={`Open ${draft.name}`} onClick={onOpen}>
          Open
        </Button>
        <Button variant="outlined" color="inherit" onClick={() => onDo('COMPARE')}>
          What it changes
        </Button>
        {mayChange &&
          actsOf(draft.status).map((act) => (
            <Button key={act} variant="outlined" color={act === 'DISCARD' || act === 'REJECT' ? 'error' : 'inherit'} onClick={() => onDo(act)}>
              {draftWords[act].title}
            </Button>
          ))}
      </Box>
    </Box>
  );
}

function Comparison({ draft, onClose }: { draft: Draft; onClose: () => void }) {
  const query = useQuery(draftComparisonDocument, { id: draft.id });
  return <Differences title={`What ${draft.name} changes`} query={{ ...query, data: query.data?.draftComparison }} onClose={onClose} />;
}

function NewDraftDialog({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const [name, setName] = useState('');
  const [comment, setComment] = useState('');
  const change = useChange(createDraftDocument);
  const act = async () => {
    if (await change.run({ name, comment: comment || null })) onDone();
  };
  return (
    <FormDialog title="New draft" act="Make the draft" isOpen isBusy={change.isBusy} error={besides(change.error, 'name', 'comment')} onAct={() => void act()} onClose={onClose}>
      <TextLine label="Name" value={name} onChange={setName} maxLength={100} autoFocus problem={change.refusal?.of('name')} />
      <TextLine label="Why" value={comment} onChange={setComment} maxLength={500} problem={change.refusal?.of('comment')} />
    </FormDialog>
  );
}
