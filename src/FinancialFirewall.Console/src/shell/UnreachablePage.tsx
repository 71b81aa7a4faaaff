import Button from '@mui/material/Button';
import { messageOf } from '../graph/refusal';
import { EmptyState } from '../layout/EmptyState';
import { restoreSession } from '../session/session';

/** Says that nobody answers who could say who is signed in. */
export default function UnreachablePage({ error }: { error: Error }) {
  return (
    <EmptyState icon="warning" title="No connection to the firewall" action={<Button variant="outlined" onClick={() => void restoreSession()}>Try again</Button>}>
      {messageOf(error)}
    </EmptyState>
  );
}
