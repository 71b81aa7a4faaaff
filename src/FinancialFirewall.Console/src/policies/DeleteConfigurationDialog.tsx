import Typography from '@mui/material/Typography';
import { graphql } from '../graph/graphql';
import { useChange } from '../graph/useChange';
import { FormDialog } from '../layout/FormDialog';
import type { Edited } from './form/saving';

const deleteDocument = graphql(`mutation DeleteConfiguration($id: UUID!, $tag: String!) { deleteConfiguration(id: $id, ifTag: $tag) { id } }`);
const deleteInDraftDocument = graphql(`mutation DeleteDraftConfiguration($draft: UUID!, $id: UUID!, $tag: String!) { deleteDraftConfiguration(id: $draft, configurationId: $id, ifTag: $tag) { id } }`);

interface DeleteConfigurationDialogProps {
  edited: Edited;
  /** The draft that it is in; null for the policy in force. */
  draft: { readonly id: string; readonly tag: string } | null;
  onClose: () => void;
  onDone: () => void;
}

/** Takes a configuration away, from the policy in force or from a draft. */
export function DeleteConfigurationDialog({ edited, draft, onClose, onDone }: DeleteConfigurationDialogProps) {
  const inForce = useChange(deleteDocument);
  const inDraft = useChange(deleteInDraftDocument);
  const { isBusy, error } = draft ? inDraft : inForce;
  const act = async () => {
    const done = draft ? await inDraft.run({ draft: draft.id, id: edited.id, tag: draft.tag }) : await inForce.run({ id: edited.id, tag: edited.tag });
    if (done) onDone();
  };
  return (
    <FormDialog title={`Delete ${edited.configurationName}`} act="Delete" isGrave isOpen isBusy={isBusy} error={error} onAct={() => void act()} onClose={onClose}>
      <Typography>
        {draft
          ? 'It goes from the draft; the policy in force keeps it until the draft is published.'
          : 'From the very next payment on the other configurations decide; a payment to which none applies is put before a person. Versions keep what it was.'}
      </Typography>
    </FormDialog>
  );
}
