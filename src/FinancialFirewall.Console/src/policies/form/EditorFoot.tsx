import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import Typography from '@mui/material/Typography';
import { Refusal } from '../../graph/refusal';
import { Failure } from '../../layout/Failure';
import { formatClock } from '../../time/format';
import { TargetChooser } from './TargetChooser';
import type { ConfigurationEditor } from './useConfigurationEditor';

interface EditorFootProps {
  editor: ConfigurationEditor;
  /** What the button says that saves into the policy in force. */
  act: string;
  /** Whether it can be chosen where it is saved. */
  hasTargets: boolean;
  onClose: () => void;
}

/** How it stands with what is written, and saving it. */
export function EditorFoot({ editor, act, hasTargets, onClose }: EditorFootProps) {
  const { saving, looked, target, errors } = editor;
  const error = saving.error ?? looked.error;
  const needsApproval = error instanceof Refusal && error.code === 'APPROVAL_REQUIRED';
  return (
    <>
      <Box sx={{ px: 3, pt: 1, display: 'grid', gap: 1, maxHeight: '30%', overflowY: 'auto', flexShrink: 0 }}>
        {editor.work.resumedFrom !== undefined && editor.isUnsaved && (
          <Alert severity="info">What you had written at {formatClock(new Date(editor.work.resumedFrom))} and not saved is here again. Undo goes back to what is kept.</Alert>
        )}
        {error && !needsApproval && saving.findings.length === 0 && <Failure error={error} />}
        {needsApproval && target.where === 'FORCE' && (
          <Alert
            severity="info"
            action={
              <Button color="inherit" onClick={() => editor.setTarget({ where: 'NEW_DRAFT', name: '' })}>
                Make a draft
              </Button>
            }
          >
            A second person has to approve changes of this policy: put it into a draft, and submit that.
          </Alert>
        )}
      </Box>
      <DialogActions sx={{ px: 3, pb: 2, pt: 1.5, alignItems: 'end', flexWrap: 'wrap', gap: 1, borderTop: 1, borderColor: 'divider' }}>
        {hasTargets && <TargetChooser target={target} onChange={editor.setTarget} />}
        <Typography role="status" variant="caption" color={errors.length > 0 ? 'error' : 'textSecondary'} sx={{ lineHeight: '34px', ml: 'auto' }}>
          {stateInWords(editor.json.problem, looked.isCurrent, errors.length, editor.findings.length - errors.length)}
        </Typography>
        <Button color="inherit" onClick={onClose}>
          Cancel
        </Button>
        <Button variant="contained" loading={saving.isBusy} onClick={() => void editor.save()}>
          {target.where === 'FORCE' ? act : 'Save in the draft'}
        </Button>
      </DialogActions>
    </>
  );
}

function stateInWords(problem: string, isCurrent: boolean, errors: number, warnings: number): string {
  if (problem !== '') return 'Mend the JSON first';
  if (!isCurrent) return 'Checking…';
  if (errors > 0) return errors === 1 ? '1 thing to mend' : `${errors} things to mend`;
  return warnings === 0 ? 'Nothing to mend' : warnings === 1 ? '1 thing to look at' : `${warnings} things to look at`;
}
