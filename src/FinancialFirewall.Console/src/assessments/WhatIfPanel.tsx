import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { ask } from '../graph/client';
import { besides, Refusal } from '../graph/refusal';
import { useQuery } from '../graph/useQuery';
import { Icon } from '../icons/Icon';
import { Choice } from '../layout/Choice';
import { DataTable } from '../layout/DataTable';
import { Failure } from '../layout/Failure';
import { Panel } from '../layout/Panel';
import { TextLine } from '../layout/TextLine';
import { formatScore } from '../money/format';
import { draftsDocument } from '../policies/documents';
import { Flush } from '../layout/Flush';
import type { Whole } from './documents';
import { DecisionMark } from './Marks';
import { askable, changesOf, comparedFactors, memberOf, without, type Askable, type Wanted } from './whatIf';
import { whatIfDocument, type WhatIf } from './whatIfDocuments';
import { inWords } from './words';

type Answer = { readonly isBusy: boolean; readonly told: WhatIf | null; readonly error: Error | undefined };

/** Asks what would have been decided about a payment with other members, or by a draft, from the history as it was then. */
export function WhatIfPanel({ assessment }: { assessment: Whole }) {
  const drafts = useQuery(draftsDocument, {}).data?.drafts ?? [];
  const [wanted, setWanted] = useState<Wanted>({ amount: memberOf(assessment, 'amount') });
  const [draft, setDraft] = useState('');
  const [answer, setAnswer] = useState<Answer>({ isBusy: false, told: null, error: undefined });
  const payment = changesOf(assessment, wanted);
  const members = Object.keys(wanted) as Askable[];
  const act = async () => {
    setAnswer((before) => ({ ...before, isBusy: true, error: undefined }));
    try {
      const { whatIf } = await ask(whatIfDocument, { question: { assessmentId: assessment.id, payment: Object.keys(payment).length > 0 ? payment : null, draft: draft || null } });
      setAnswer({ isBusy: false, told: whatIf, error: undefined });
    } catch (error) {
      setAnswer({ isBusy: false, told: null, error: error as Error });
    }
  };
  const { error } = answer;
  const wrong = (member: Askable) => (error instanceof Refusal ? error.of(member) || error.of(`payment/${member}`) : '');
  return (
    <Panel title="What if" note="nothing of it is kept or counted">
      <Box component="form" noValidate onSubmit={(event) => { event.preventDefault(); void act(); }} sx={{ display: 'grid', gap: 1.5 }}>
        {members.map((member) => (
          <Box key={member} sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', gap: 0.5, alignItems: 'start', '& > button': { mt: 2.5 } }}>
            <TextLine label={inWords(member)} value={wanted[member] ?? ''} onChange={(text) => setWanted((before) => ({ ...before, [member]: text }))} placeholder="not sent" problem={wrong(member)} />
            <IconButton aria-label={`Leave ${inWords(member)} as it was`} onClick={() => setWanted((before) => without(before, member))}>
              <Icon name="close" size={16} />
            </IconButton>
          </Box>
        ))}
        <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
          <Choice
            label="Change another member"
            value=""
            onChange={(member: string) => setWanted((before) => ({ ...before, [member]: memberOf(assessment, member as Askable) }))}
            options={[['', 'Choose'], ...askable.filter((one) => !members.includes(one)).map((one) => [one, inWords(one)] as const)]}
          />
          <Choice label="Decided by" value={draft} onChange={setDraft} options={[['', `Version ${assessment.policyVersion}, as it was`], ...drafts.map((one) => [one.id, `Draft ${one.name}`] as const)]} />
        </Box>
        <Button type="submit" variant="outlined" color="inherit" loading={answer.isBusy} sx={{ justifySelf: 'start' }}>
          Decide once more
        </Button>
      </Box>
      <Box aria-live="polite" sx={{ mt: 1.5, display: 'grid', gap: 1.5 }}>
        {besides(error, ...members, ...members.map((member) => `payment/${member}`)) && <Failure error={error} />}
        {answer.told && <Told told={answer.told} />}
      </Box>
    </Panel>
  );
}

function Told({ told }: { told: WhatIf }) {
  const { before, after } = told;
  const factors = comparedFactors(told);
  const share = (value: number | undefined) => (value === undefined ? '–' : formatScore(value));
  return (
    <>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <DecisionMark decision={before.decision} /> {formatScore(before.riskScore)}
        <Icon name="arrow" size={16} />
        <DecisionMark decision={after.decision} /> {formatScore(after.riskScore)}
        <Typography component="span" color="textSecondary">
          {told.changed ? 'The decision would have been another one.' : 'The decision would have been the same.'}
        </Typography>
      </Box>
      <Typography variant="caption">{after.decisionReason}</Typography>
      {factors.length > 0 && (
        <Flush>
          <DataTable
            label="Factors as they held, and as they would have"
            rows={factors}
            keyOf={(factor) => factor.name}
            columns={[
              { title: 'Factor', cell: (factor) => inWords(factor.name) },
              { title: 'Was', isNumber: true, cell: (factor) => share(factor.before) },
              { title: 'Would be', isNumber: true, cell: (factor) => share(factor.after) },
            ]}
          />
        </Flush>
      )}
    </>
  );
}
