import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useState, type SyntheticEvent } from 'react';
import { messageOf } from '../graph/refusal';
import { Panel } from '../layout/Panel';
import { TextLine } from '../layout/TextLine';
import { call } from '../session/rest';

/** Changes one's password. */
export function PasswordForm() {
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const [state, setState] = useState<{ isBusy: boolean; isDone: boolean; problem: string }>({ isBusy: false, isDone: false, problem: '' });
  const send = async () => {
    setState({ isBusy: true, isDone: false, problem: '' });
    try {
      await call('POST', '/api/v1/users/me/password', { currentPassword, newPassword });
      setCurrent('');
      setNew('');
      setState({ isBusy: false, isDone: true, problem: '' });
    } catch (error) {
      setState({ isBusy: false, isDone: false, problem: messageOf(error) });
    }
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void send();
  };

  return (
    <Panel title="Password">
      <form onSubmit={submit} noValidate>
        <Stack sx={{ gap: 2, maxWidth: 380 }}>
          <TextLine isLarge label="Present password" type="password" value={currentPassword} onChange={setCurrent} autoComplete="current-password" />
          <TextLine isLarge label="New password" type="password" value={newPassword} onChange={setNew} autoComplete="new-password" hint="12 characters or more. Every other session of yours ends." />
          {state.problem !== '' && <Alert severity="error">{state.problem}</Alert>}
          {state.isDone && <Alert severity="success">Your password is changed, and every other session has ended.</Alert>}
          <Button type="submit" variant="outlined" loading={state.isBusy} disabled={currentPassword === '' || newPassword === ''} sx={{ alignSelf: 'flex-start' }}>
            Change password
          </Button>
        </Stack>
      </form>
    </Panel>
  );
}
