import Box from '@mui/material/Box';
import { helpTopics } from '../help/topics';
import { Facts } from '../layout/Facts';
import { Page } from '../layout/Page';
import { Panel } from '../layout/Panel';
import { roleName } from '../session/roleNames';
import { useViewer } from '../session/useViewer';
import { PasswordForm } from './PasswordForm';
import { SecondFactor } from './SecondFactor';
import { Sessions } from './Sessions';

/** What somebody does for themselves. */
export default function AccountPage() {
  const viewer = useViewer();
  return (
    <Page title="Your account" help={helpTopics.account} lead={viewer.email}>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' }, alignItems: 'start' }}>
        <Panel title="You">
          <Facts
            facts={[
              ['Name', viewer.name],
              ['Mail address', viewer.email],
              ['Tenant', viewer.tenantId],
              ['Roles', viewer.roles.map(roleName).join(', ')],
            ]}
          />
        </Panel>
        <SecondFactor />
        <PasswordForm />
        <Sessions />
      </Box>
    </Page>
  );
}
