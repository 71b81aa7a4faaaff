import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useId, useState } from 'react';
import { FormDialog } from '../layout/FormDialog';
import { useMay } from '../session/useViewer';
import { WritingContext } from './expressions/vocabulary';
import { EditorFoot } from './form/EditorFoot';
import { EditorTop } from './form/EditorTop';
import { FormView } from './form/FormView';
import { JsonView } from './form/JsonView';
import { stepOf } from './form/keys';
import type { Edited } from './form/saving';
import { useConfigurationEditor, type InDraft } from './form/useConfigurationEditor';
import { Preview } from './trials/Preview';

interface ConfigurationDialogProps {
  /** The configuration that is changed; null for a new one. */
  edited: Edited | null;
  /** The draft that it is in; null for the policy in force, where it may still be saved into a draft. */
  draft: InDraft | null;
  baseCurrency: string;
  onClose: () => void;
  onDone: () => void;
}

/** Writes a configuration, in a form or in the shape of a policy file. The firewall looks at every member while it is written. */
export function ConfigurationDialog({ edited, draft, baseCurrency, onClose, onDone }: ConfigurationDialogProps) {
  const id = useId();
  const isPhone = useMediaQuery('(max-width: 899px)');
  const editor = useConfigurationEditor(edited, draft, onDone);
  const [view, setView] = useState<'FORM' | 'JSON'>('FORM');
  const [isLeaving, setLeaving] = useState(false);
  const [isTrying, setTrying] = useState(false);
  const mayTry = useMay('TRY_POLICIES');
  const { document, json, findings } = editor;
  const close = () => (editor.isUnsaved ? setLeaving(true) : onClose());
  const keys = (event: React.KeyboardEvent) => {
    const step = stepOf(event);
    if (step) {
      event.preventDefault();
      event.stopPropagation();
      editor.step(step);
    }
  };
  const discard = () => {
    editor.work.settle();
    onClose();
  };
  const preview = isTrying ? <Preview document={document} id={edited?.id ?? null} draft={editor.writing.draft} isSound={editor.errors.length === 0 && editor.looked.isCurrent} onClose={() => setTrying(false)} /> : null;
  return (
    <Dialog open onClose={close} maxWidth={isTrying ? 'xl' : 'lg'} fullWidth fullScreen={isPhone} aria-labelledby={id} onKeyDownCapture={keys} slotProps={{ paper: { sx: { height: { md: 'min(820px, calc(100dvh - 64px))' } } } }}>
      <EditorTop id={id} title={edited ? `Change ${edited.configurationName}` : 'New configuration'} editor={editor} onTry={mayTry && !isTrying ? () => setTrying(true) : undefined} />
      <Tabs value={view} onChange={(_, next: 'FORM' | 'JSON') => setView(next)} aria-label="Ways to write it" sx={{ px: 3, borderBottom: 1, borderColor: 'divider', flexShrink: 0 }}>
        <Tab value="FORM" label="Form" id={`${id}-FORM`} aria-controls={`${id}-panel`} disabled={json.problem !== ''} />
        <Tab value="JSON" label="JSON" id={`${id}-JSON`} aria-controls={`${id}-panel`} />
      </Tabs>
      <Box role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${view}`} sx={{ flex: 1, minHeight: 0, overflow: view === 'JSON' ? 'auto' : 'hidden', px: 3, pt: 2 }}>
        {view === 'FORM' ? (
          <WritingContext value={editor.writing}>
            <FormView document={document} findings={findings} section={editor.section} baseCurrency={baseCurrency} onSection={editor.setSection} onPut={editor.put} aside={preview} />
          </WritingContext>
        ) : (
          <JsonView text={json.text} problem={json.problem} findings={findings} onChange={json.write} />
        )}
      </Box>
      <EditorFoot editor={editor} act={edited ? 'Save' : 'Create'} hasTargets={!draft} onClose={close} />
      {isLeaving && (
        <FormDialog title="Leave without saving?" act="Discard" isGrave isOpen onAct={discard} onClose={() => setLeaving(false)}>
          <Typography>What you changed is not saved yet.</Typography>
        </FormDialog>
      )}
    </Dialog>
  );
}
