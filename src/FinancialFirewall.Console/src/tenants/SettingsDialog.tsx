import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { besides } from '../graph/refusal';
import { useChange } from '../graph/useChange';
import { FormDialog } from '../layout/FormDialog';
import { TextLine } from '../layout/TextLine';
import { useMay } from '../session/useViewer';
import { configureDocument, type Tenant } from './documents';
import { reviewTimes, settingsOf, writtenOf, type Written } from './settings';

const fields = ['name', 'retentionYears', ...reviewTimes.map(([time]) => `reviews.${time}`)];

/** Changes the settings of a tenant. */
export function SettingsDialog({ tenant, onClose, onDone }: { tenant: Tenant; onClose: () => void; onDone: () => void }) {
  const isOperator = useMay('MANAGE_TENANTS');
  const [written, setWritten] = useState(() => writtenOf(tenant));
  const put = (change: Partial<Written>) => setWritten((before) => ({ ...before, ...change }));
  const change = useChange(configureDocument);
  const wrong = (member: string) => change.refusal?.of(member);
  const act = async () => {
    if (await change.run({ id: tenant.tenantId, settings: settingsOf(written, isOperator) })) onDone();
  };
  return (
    <FormDialog title={`Settings of ${tenant.name}`} act="Save" isOpen isWide isBusy={change.isBusy} error={besides(change.error, ...fields, ...(isOperator ? ['maximumApiKeys'] : []))} onAct={() => void act()} onClose={onClose}>
      <TextLine label="Name" value={written.name} onChange={(name) => put({ name })} maxLength={100} problem={wrong('name')} autoFocus />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' } }}>
        <TextLine label="Years that records are kept" type="number" value={written.years} onChange={(years) => put({ years })} hint="5 to 10." problem={wrong('retentionYears')} />
        {isOperator && <TextLine label="API keys at most" type="number" value={written.keys} onChange={(keys) => put({ keys })} hint="1 to 100." problem={wrong('maximumApiKeys')} />}
      </Box>
      <Box sx={{ display: 'grid' }}>
        <Truth label="A change of the policy takes a second person" isOn={written.requiresApproval} onChange={(requiresApproval) => put({ requiresApproval })} />
        <Truth label="Approving and rejecting in review take two persons" isOn={written.fourEyes} onChange={(fourEyes) => put({ fourEyes })} />
        <Truth label="Everybody who signs in needs a second factor" isOn={written.secondFactorRequired} onChange={(secondFactorRequired) => put({ secondFactorRequired })} />
      </Box>
      <Box component="fieldset" sx={{ border: 0, m: 0, p: 0 }}>
        <Typography component="legend" variant="h3" sx={{ p: 0, mb: 1 }}>
          Minutes to decide in, by level
        </Typography>
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr 1fr', sm: 'repeat(4, 1fr)' } }}>
          {reviewTimes.map(([time, level]) => (
            <TextLine key={time} label={level} type="number" value={written.times[time]} onChange={(text) => put({ times: { ...written.times, [time]: text } })} problem={wrong(`reviews.${time}`)} />
          ))}
        </Box>
      </Box>
    </FormDialog>
  );
}

const Truth = ({ label, isOn, onChange }: { label: string; isOn: boolean; onChange: (isOn: boolean) => void }) => (
  <FormControlLabel control={<Switch size="small" checked={isOn} onChange={(_, next) => onChange(next)} />} label={label} sx={{ ml: 0, gap: 1 }} slotProps={{ typography: { variant: 'body2' } }} />
);
