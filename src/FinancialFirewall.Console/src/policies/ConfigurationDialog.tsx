import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { graphql } from '../graph/graphql';
import { useChange } from '../graph/useChange';
import { fieldLook, FieldName } from '../layout/Choice';
import { FormDialog } from '../layout/FormDialog';
import { hue } from '../theme/tokens';
import { newConfiguration, parseDocument } from './configurationText';

const createDocument = graphql(`mutation CreateConfiguration($configuration: JSON!) { createConfiguration(configuration: $configuration) { id } }`);
const replaceDocument = graphql(`mutation ReplaceConfiguration($id: UUID!, $configuration: JSON!, $tag: String!) { replaceConfiguration(id: $id, configuration: $configuration, ifTag: $tag) { id } }`);
const deleteDocument = graphql(`mutation DeleteConfiguration($id: UUID!, $tag: String!) { deleteConfiguration(id: $id, ifTag: $tag) { id } }`);

/** A configuration that is there. */
export interface Edited {
  readonly id: string;
  readonly configurationName: string;
  readonly tag: string;
  readonly document: unknown;
}

/** Writes a configuration in the shape of a policy file: a new one, or one that is there. The firewall checks every member. */
export function ConfigurationDialog({ edited, onClose, onDone }: { edited: Edited | null; onClose: () => void; onDone: () => void }) {
  const id = useId();
  const [text, setText] = useState(() => JSON.stringify(edited?.document ?? newConfiguration, null, 2));
  const create = useChange(createDocument);
  const replace = useChange(replaceDocument);
  const { error, refusal, isBusy } = edited ? replace : create;
  const parsed = parseDocument(text);
  const act = async () => {
    if ('problem' in parsed) return;
    const configuration = parsed.value;
    if (edited ? await replace.run({ id: edited.id, configuration, tag: edited.tag }) : await create.run({ configuration })) onDone();
  };
  const problems = 'problem' in parsed ? [parsed.problem] : (refusal?.reasons.map((reason) => `${reason.member === '' ? '' : `${reason.member}: `}${reason.message}`) ?? []);
  return (
    <FormDialog title={edited ? `Change ${edited.configurationName}` : 'New configuration'} act={edited ? 'Save' : 'Create'} isOpen isWide isBusy={isBusy} error={refusal && refusal.reasons.length > 0 ? undefined : error} onAct={() => void act()} onClose={onClose}>
      <Typography color="textSecondary">In the shape of a policy file, as the guide on policies describes it. It decides the very next payment; a masked secret stays as it is.</Typography>
      <Box>
        <FieldName htmlFor={id}>Configuration</FieldName>
        <Box
          component="textarea"
          id={id}
          value={text}
          rows={18}
          spellCheck={false}
          aria-invalid={problems.length > 0}
          aria-describedby={`${id}-problems`}
          onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => setText(event.target.value)}
          sx={{ ...fieldLook, height: 'auto', py: 1, fontFamily: 'ui-monospace, Menlo, Consolas, monospace', lineHeight: 1.5, resize: 'vertical' }}
        />
      </Box>
      <Box id={`${id}-problems`} component="ul" role="status" sx={{ m: 0, p: 0, listStyle: 'none', color: hue('bad', 'text'), fontSize: '0.8125rem' }}>
        {problems.map((problem) => (
          <li key={problem} style={{ whiteSpace: 'pre-wrap' }}>
            {problem}
          </li>
        ))}
      </Box>
    </FormDialog>
  );
}

/** Takes a configuration away. */
export function DeleteConfigurationDialog({ edited, onClose, onDone }: { edited: Edited; onClose: () => void; onDone: () => void }) {
  const change = useChange(deleteDocument);
  const act = async () => {
    if (await change.run({ id: edited.id, tag: edited.tag })) onDone();
  };
  return (
    <FormDialog title={`Delete ${edited.configurationName}`} act="Delete" isGrave isOpen isBusy={change.isBusy} error={change.error} onAct={() => void act()} onClose={onClose}>
      <Typography>From the very next payment on the other configurations decide; a payment to which none applies is put before a person. Versions keep what it was.</Typography>
    </FormDialog>
  );
}
