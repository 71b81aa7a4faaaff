import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import { useId, type SyntheticEvent, type ReactNode } from 'react';
import { Failure } from './Failure';

interface FormDialogProps {
  title: string;
  /** What the button says that does it. */
  act: string;
  isOpen: boolean;
  isBusy?: boolean;
  isGrave?: boolean;
  isWide?: boolean;
  error?: Error | undefined;
  onAct: () => void;
  /** Leaves it undone; absent where there is nothing to be left undone any more. */
  onClose?: () => void;
  children: ReactNode;
}

/** A dialog that does something when its form is sent. */
export function FormDialog({ title, act, isOpen, isBusy, isGrave, isWide, error, onAct, onClose, children }: FormDialogProps) {
  const id = useId();
  const send = (event: SyntheticEvent) => {
    event.preventDefault();
    onAct();
  };

  return (
    <Dialog open={isOpen} {...(onClose && { onClose })} maxWidth={isWide ? 'md' : 'sm'} fullWidth aria-labelledby={id}>
      <form onSubmit={send} noValidate>
        <DialogTitle id={id}>{title}</DialogTitle>
        <DialogContent>
          <Stack sx={{ gap: 2, pt: 1 }}>
            {children}
            {error && <Failure error={error} />}
          </Stack>
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2.5 }}>
          {onClose && (
            <Button color="inherit" onClick={onClose}>
              Cancel
            </Button>
          )}
          <Button type="submit" variant="contained" color={isGrave ? 'error' : 'primary'} loading={isBusy ?? false}>
            {act}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
