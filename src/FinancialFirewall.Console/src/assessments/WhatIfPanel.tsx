import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { ask } from '../graph/client';
import { besides, Refusal } from '../graph/refusal';
import { useQuery } from '../graph/useQuery';
import { Choice } from '../layout/Choice';
import { Failure } from '../layout/Failure';
import { Panel } from '../layout/Panel';
import { draftsDocument } from '../policies/documents';
import type { JsonObject } from '../policies/form/document';
import type { Whole } from './documents';
import { askable, changesOf, memberOf, without, type Askable, type Wanted } from './whatIf';
import { WhatIfAnswer } from './WhatIfAnswer';
import { configurationDocument, whatIfDocument, type WhatIf } from './whatIfDocuments';
import { WhatIfRow } from './WhatIfRow';
import { changedThresholds, standsAt, thresholds, type WantedThresholds } from './whatIfThresholds';
import { inWords } from './words';

type Answer = { readonly isBusy: boolean; readonly told: WhatIf | null; readonly error: Error | undefined };

/** Asks what would have been decided about a payment with other members, by other thresholds, or by a draft, from the history as it was then. */
export function WhatIfPanel({ assessment }: { assessment: Whole }) {
  const drafts = useQuery(draftsDocument, {}).data?.drafts ?? [];
  const [wanted, setWanted] = useState<Wanted>({ amount: memberOf(assessment, 'amount') });
  const [limits, setLimits] = useState<WantedThresholds>({});
  const [draft, setDraft] = useState('');
  const [answer, setAnswer] = useState<Answer>({ isBusy: false, told: null, error: undefined });
  const members = Object.keys(wanted) as Askable[];
  const shown = thresholds.filter((one) => one.name in limits);
  const configuration = useQuery(configurationDocument, { id: assessment.configurationId ?? '' }, assessment.configurationId !== null && shown.length > 0).data?.configuration;
  const act = async () => {
    setAnswer((before) => ({ ...before, isBusy: true, error: undefined }));
    const changes = changesOf(assessment, wanted);
    try {
      const payment = Object.keys(changes).length > 0 ? changes : null;
      const { whatIf } = await ask(whatIfDocument, { question: { assessmentId: assessment.id, payment, thresholds: changedThresholds(limits), draft: draft || null } });
      setAnswer({ isBusy: false, told: whatIf, error: undefined });
    } catch (error) {
      setAnswer({ isBusy: false, told: null, error: error as Error });
    }
  };
  const { error } = answer;
  const wrong = (...names: string[]) => (error instanceof Refusal ? names.map((name) => error.of(name)).find((problem) => problem !== '') : undefined) ?? '';
  const places = [...members, ...members.map((member) => `payment/${member}`), ...shown.map((one) => `thresholds/${one.name}`)];
  return (
    <Panel title="What if" note="nothing of it is kept or counted">
      <Box component="form" noValidate onSubmit={(event) => { event.preventDefault(); void act(); }} sx={{ display: 'grid', gap: 1.5 }}>
        {members.map((member) => (
          <WhatIfRow
            key={member}
            label={inWords(member)}
            value={wanted[member] ?? ''}
            placeholder="not sent"
            problem={wrong(member, `payment/${member}`)}
            onChange={(text) => setWanted((before) => ({ ...before, [member]: text }))}
            onLeave={() => setWanted((before) => without(before, member))}
          />
        ))}
        {shown.map((one) => (
          <WhatIfRow
            key={one.name}
            label={one.label}
            value={limits[one.name] ?? ''}
            placeholder={standsAt(one, configuration?.document as JsonObject | undefined)}
            problem={wrong(`thresholds/${one.name}`)}
            onChange={(text) => setLimits((before) => ({ ...before, [one.name]: text }))}
            onLeave={() => setLimits((before) => without(before, one.name))}
          />
        ))}
        <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
          <Choice
            label="Change another member"
            value=""
            onChange={(member: string) => setWanted((before) => ({ ...before, [member]: memberOf(assessment, member as Askable) }))}
            options={[['', 'Choose'], ...askable.filter((one) => !members.includes(one)).map((one) => [one, inWords(one)] as const)]}
          />
          <Choice
            label="Change a threshold"
            value=""
            onChange={(name: string) => setLimits((before) => ({ ...before, [name]: '' }))}
            options={[['', 'Choose'], ...thresholds.filter((one) => !shown.includes(one)).map((one) => [one.name, one.label] as const)]}
          />
          <Choice label="Decided by" value={draft} onChange={setDraft} options={[['', `Version ${assessment.policyVersion}, as it was`], ...drafts.map((one) => [one.id, `Draft ${one.name}`] as const)]} />
        </Box>
        <Button type="submit" variant="outlined" color="inherit" loading={answer.isBusy} sx={{ justifySelf: 'start' }}>
          Decide once more
        </Button>
      </Box>
      <Box aria-live="polite" sx={{ mt: 1.5, display: 'grid', gap: 1.5 }}>
        {besides(error, ...places) && <Failure error={error} />}
        {answer.told && <WhatIfAnswer told={answer.told} />}
      </Box>
    </Panel>
  );
}
