import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { messageOf } from '../graph/refusal';
import { hue } from '../theme/tokens';

/** Says what went wrong, and offers to try again where that can help. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  return (
    <Alert
      severity="error"
      variant="standard"
      sx={{ bgcolor: hue('bad', 'soft'), color: hue('bad', 'text'), '& .MuiAlert-icon': { color: 'inherit' }, alignItems: 'center' }}
      action={
        onRetry && (
          <Button color="inherit" onClick={onRetry}>
            Try again
          </Button>
        )
      }
    >
      {messageOf(error)}
    </Alert>
  );
}
