import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useQuery } from '../graph/useQuery';
import { helpTopics } from '../help/topics';
import { Icon } from '../icons/Icon';
import { IssuedDialog, type Issued } from '../keys/KeyDialogs';
import { Answered } from '../layout/Answered';
import { Facts } from '../layout/Facts';
import { Page } from '../layout/Page';
import { Panel } from '../layout/Panel';
import { Tag } from '../layout/Tag';
import { useMay, useViewer } from '../session/useViewer';
import { Moment } from '../time/Moment';
import { tenantsDocument, type Tenant } from './documents';
import { minutesInWords, reviewTimes } from './settings';
import { SettingsDialog } from './SettingsDialog';
import { NewTenantDialog, StatusDialog, type StatusChange } from './TenantDialogs';

const looks = { ACTIVE: ['Active', 'good'], SUSPENDED: ['Suspended', 'caution'], CLOSED: ['Closed', 'neutral'] } as const;

type Doing = { readonly what: 'CREATE' } | { readonly what: 'SETTINGS'; readonly tenant: Tenant } | { readonly what: StatusChange; readonly tenant: Tenant } | { readonly what: 'SHOW'; readonly issued: Issued } | null;

/** One's tenant; for the operator every one. */
export default function TenantPage() {
  const query = useQuery(tenantsDocument, {});
  const mayManage = useMay('MANAGE_TENANTS');
  const [doing, setDoing] = useState<Doing>(null);
  const close = () => setDoing(null);
  const done = () => {
    query.reload();
    close();
  };
  return (
    <Page
      title={mayManage ? 'Tenants' : 'Tenant'}
      help={helpTopics.tenant}
      lead={mayManage ? 'Every tenant of this firewall.' : 'Your tenant, and its settings.'}
      actions={
        mayManage && (
          <Button variant="contained" startIcon={<Icon name="plus" size={16} />} onClick={() => setDoing({ what: 'CREATE' })}>
            New tenant
          </Button>
        )
      }
    >
      <Answered query={query}>
        {({ tenants }) => (
          <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: tenants.length > 1 ? 'repeat(2, minmax(0, 1fr))' : 'minmax(0, 720px)' } }}>
            {tenants.map((tenant) => (
              <TenantPanel key={tenant.tenantId} tenant={tenant} onDo={(what) => setDoing({ what, tenant })} />
            ))}
          </Box>
        )}
      </Answered>
      {doing?.what === 'CREATE' && (
        <NewTenantDialog
          onClose={close}
          onCreated={(issued) => {
            query.reload();
            setDoing({ what: 'SHOW', issued });
          }}
        />
      )}
      {doing?.what === 'SETTINGS' && <SettingsDialog tenant={doing.tenant} onClose={close} onDone={done} />}
      {(doing?.what === 'SUSPEND' || doing?.what === 'RESUME' || doing?.what === 'CLOSE') && <StatusDialog tenant={doing.tenant} change={doing.what} onClose={close} onDone={done} />}
      {doing?.what === 'SHOW' && <IssuedDialog issued={doing.issued} onClose={close} />}
    </Page>
  );
}

function TenantPanel({ tenant, onDo }: { tenant: Tenant; onDo: (what: 'SETTINGS' | StatusChange) => void }) {
  const mayManage = useMay('MANAGE_TENANTS');
  const mayConfigure = useMay('CONFIGURE_TENANTS');
  const { tenantId } = useViewer();
  const isOpen = tenant.status !== 'CLOSED';
  const isOthers = mayManage && isOpen && tenant.tenantId !== tenantId;
  return (
    <Panel title={tenant.name} note={<Tag of={looks[tenant.status][1]}>{looks[tenant.status][0]}</Tag>}>
      <Facts
        facts={[
          ['Id', <code key="id">{tenant.tenantId}</code>],
          ['Stands so since', <Moment key="since" at={tenant.statusSince} />],
          ['Why', tenant.statusReason],
          ['Created', <Moment key="created" at={tenant.createdAt} />],
          ['Records are kept', `${tenant.retentionYears} years`],
          ['API keys at most', tenant.maximumApiKeys],
          ['Changes of the policy', tenant.requiresApproval ? 'take a second person' : 'take one person'],
          ['Reviews', tenant.reviews.fourEyes ? 'take two persons who agree' : 'take one person'],
          ['… are due within', reviewTimes.map(([time, level]) => `${level.toLowerCase()} ${minutesInWords(tenant.reviews[time])}`).join(', ')],
          ['Signing in', tenant.secondFactorRequired ? 'takes a second factor' : 'takes a password, and a second factor where one is set up'],
        ]}
      />
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', mt: 2 }}>
        {mayConfigure && isOpen && (
          <Button variant="outlined" color="inherit" onClick={() => onDo('SETTINGS')}>
            Change settings
          </Button>
        )}
        {isOthers && (
          <>
            <Button variant="outlined" color="inherit" onClick={() => onDo(tenant.status === 'ACTIVE' ? 'SUSPEND' : 'RESUME')}>
              {tenant.status === 'ACTIVE' ? 'Suspend' : 'Resume'}
            </Button>
            <Button variant="outlined" color="error" onClick={() => onDo('CLOSE')}>
              Close for good
            </Button>
          </>
        )}
      </Box>
    </Panel>
  );
}
