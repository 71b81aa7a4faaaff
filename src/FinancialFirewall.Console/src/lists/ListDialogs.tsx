import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { besides } from '../graph/refusal';
import { useChange } from '../graph/useChange';
import { Choice } from '../layout/Choice';
import { FormDialog } from '../layout/FormDialog';
import { TextLine } from '../layout/TextLine';
import { formatCount } from '../money/format';
import { createDocument, deleteDocument, replaceDocument, type RiskList } from './documents';
import { kindLook, usualMembers } from './words';

const kinds = [
  ['BLOCK', 'Rejects the payment'],
  ['ALLOW', 'Approves the payment'],
  ['WATCH', 'Nothing: rules ask for it'],
] as const;

/** Writes what a list does: a new one, or one that is there. */
export function ListDialog({ list, onClose, onDone }: { list: RiskList | null; onClose: () => void; onDone: (name: string) => void }) {
  const [name, setName] = useState(list?.name ?? '');
  const [kind, setKind] = useState<RiskList['kind']>(list?.kind ?? 'BLOCK');
  const [member, setMember] = useState(list?.member ?? '');
  const [isMandatory, setMandatory] = useState(list?.mandatory ?? false);
  const create = useChange(createDocument);
  const replace = useChange(replaceDocument);
  const { error, refusal, isBusy } = list ? replace : create;
  const act = async () => {
    const wanted = { name, kind, mandatory: isMandatory, member: member || null };
    if (list ? await replace.run({ name: list.name, list: wanted, tag: list.tag }) : await create.run({ list: wanted })) onDone(name);
  };
  return (
    <FormDialog title={list ? `Change ${list.name}` : 'New list'} act={list ? 'Save' : 'Create'} isOpen isBusy={isBusy} error={besides(error, 'name', 'kind', 'member')} onAct={() => void act()} onClose={onClose}>
      <TextLine label="Name" value={name} onChange={setName} maxLength={100} isDisabled={list !== null} hint={`Rules ask by it: deviceId in @${name || 'name'}. Letters, digits, _, - and dots.`} problem={refusal?.of('name')} autoFocus={list === null} />
      <Choice label="What an entry does" value={kind} options={kinds} onChange={setKind} />
      <Typography variant="caption" color="textSecondary" component="p">
        {kindLook[kind][2]}
      </Typography>
      <TextLine label="The member of the payment that it watches" value={member} onChange={setMember} suggestions={usualMembers} placeholder="fromAccountNumber" hint={kind === 'WATCH' ? 'May be left empty: then rules ask with any text.' : 'As the payment spells it.'} problem={refusal?.of('member')} />
      <FormControlLabel control={<Switch checked={isMandatory} onChange={(_, isOn) => setMandatory(isOn)} />} label="Holds where the fraud check is off, too, as sanctions lists must" />
    </FormDialog>
  );
}

/** Deletes a list. */
export function DeleteListDialog({ list, onClose, onDone }: { list: RiskList; onClose: () => void; onDone: () => void }) {
  const change = useChange(deleteDocument);
  const act = async () => {
    if (await change.run({ name: list.name, tag: list.tag })) onDone();
  };
  return (
    <FormDialog title={`Delete ${list.name}`} act="Delete" isGrave isOpen isBusy={change.isBusy} error={change.error} onAct={() => void act()} onClose={onClose}>
      <Typography>
        {list.entryCount === 0 ? 'It has no entries.' : `Its ${formatCount(list.entryCount)} entries go with it, from the very next payment on. Export them first if you may want them back.`}
      </Typography>
    </FormDialog>
  );
}
