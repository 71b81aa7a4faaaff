import Button from '@mui/material/Button';
import { EntranceFrame } from '../session/EntranceFrame';
import { refreshViewer, signOut } from '../session/session';
import { FactorSetUp } from './FactorSetUp';

/** Where somebody sets up the second factor that the tenant asks everybody for. */
export default function FactorPage() {
  return (
    <EntranceFrame title="Set up a second factor" lead="Your tenant asks everybody for one. Until you have it, nothing else can be done.">
      <FactorSetUp onDone={() => void refreshViewer()} />
      <Button color="inherit" fullWidth onClick={() => void signOut()} sx={{ mt: 2 }}>
        Sign out
      </Button>
    </EntranceFrame>
  );
}
