import Box from '@mui/material/Box';
import { useQuery } from '../../graph/useQuery';
import { Choice } from '../../layout/Choice';
import { TextLine } from '../../layout/TextLine';
import { draftsDocument } from '../documents';
import type { Target } from './saving';

/** Where a configuration is saved: at once into what is in force, or into a draft that decides nothing yet. */
export function TargetChooser({ target, onChange }: { target: Target; onChange: (target: Target) => void }) {
  const { data } = useQuery(draftsDocument, {});
  const drafts = data?.drafts.filter((draft) => draft.status !== 'SUBMITTED') ?? [];
  const choose = (key: string) => onChange(key === 'FORCE' ? { where: 'FORCE' } : key === 'NEW_DRAFT' ? { where: 'NEW_DRAFT', name: '' } : { where: 'DRAFT', id: key, tag: null });
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', mr: 'auto', minWidth: 0 }}>
      <Choice
        label="It decides"
        value={target.where === 'DRAFT' ? target.id : target.where}
        onChange={choose}
        options={[['FORCE', 'The very next payment'], ['NEW_DRAFT', 'Nothing yet: a new draft'], ...drafts.map((draft) => [draft.id, `Nothing yet: draft ${draft.name}`] as const)]}
      />
      {target.where === 'NEW_DRAFT' && <TextLine label="Name of the draft" value={target.name} onChange={(name) => onChange({ where: 'NEW_DRAFT', name })} maxLength={100} />}
    </Box>
  );
}
