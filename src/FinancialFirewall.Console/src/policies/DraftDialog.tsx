import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { TadaDocumentNode } from '../graph/graphql';
import { useChange } from '../graph/useChange';
import { besides } from '../graph/refusal';
import { FormDialog } from '../layout/FormDialog';
import { TextLine } from '../layout/TextLine';
import { draftChanges, type Draft } from './documents';
import { draftWords, type DraftAct } from './draftActs';

type Variables = { id: string; tag: string; text?: string };

/** Does something with a draft. */
export function DraftDialog({ draft, act, onClose, onDone }: { draft: Draft; act: DraftAct; onClose: () => void; onDone: () => void }) {
  const { title, text, field } = draftWords[act];
  const [written, setWritten] = useState('');
  const change = useChange(draftChanges[act] as unknown as TadaDocumentNode<object, Variables>);
  const send = async () => {
    if (await change.run({ id: draft.id, tag: draft.tag, ...(field === '' ? {} : { text: written }) })) onDone();
  };
  return (
    <FormDialog title={`${title} ${draft.name}`} act={title} isGrave={act === 'DISCARD' || act === 'REJECT'} isOpen isBusy={change.isBusy} error={field === '' ? change.error : besides(change.error, 'reason', 'comment')} onAct={() => void send()} onClose={onClose}>
      <Typography>{text}</Typography>
      {field !== '' && <TextLine label={field} value={written} onChange={setWritten} maxLength={500} autoFocus problem={change.refusal?.of('reason') || change.refusal?.of('comment')} />}
    </FormDialog>
  );
}
