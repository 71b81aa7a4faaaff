import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { messageOf } from '../graph/refusal';
import { FormDialog } from '../layout/FormDialog';
import { Panel } from '../layout/Panel';
import { Tag } from '../layout/Tag';
import { TextLine } from '../layout/TextLine';
import { call } from '../session/rest';
import { refreshViewer } from '../session/session';
import { useViewer } from '../session/useViewer';
import { FactorSetUp } from './FactorSetUp';

/** Sets one's second factor up, or takes it away. */
export function SecondFactor() {
  const hasOne = useViewer().hasSecondFactor ?? false;
  const [doing, setDoing] = useState<'NOTHING' | 'SET_UP' | 'REMOVE'>('NOTHING');
  const [password, setPassword] = useState('');
  const [error, setError] = useState<Error>();
  const [isBusy, setBusy] = useState(false);
  const done = () => {
    setDoing('NOTHING');
    setPassword('');
    setError(undefined);
    void refreshViewer();
  };
  const remove = async () => {
    setBusy(true);
    try {
      await call('POST', '/api/v1/users/me/second-factor/remove', { password });
      done();
    } catch (problem) {
      setError(new Error(messageOf(problem)));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Panel title="Second factor" note={<Tag of={hasOne ? 'good' : 'caution'}>{hasOne ? 'On' : 'Not set up'}</Tag>}>
      {doing === 'SET_UP' ? (
        <FactorSetUp onDone={done} />
      ) : (
        <Stack sx={{ gap: 2, alignItems: 'flex-start' }}>
          <Typography color="textSecondary">{hasOne ? 'You sign in with your password and a code of your authenticator app.' : 'With a code of an authenticator app beside it, a stolen password opens nothing.'}</Typography>
          <Button variant="outlined" color={hasOne ? 'inherit' : 'primary'} onClick={() => setDoing(hasOne ? 'REMOVE' : 'SET_UP')}>
            {hasOne ? 'Take it away' : 'Set it up'}
          </Button>
        </Stack>
      )}
      <FormDialog title="Take the second factor away" act="Take it away" isGrave isOpen={doing === 'REMOVE'} isBusy={isBusy} error={error} onAct={() => void remove()} onClose={() => setDoing('NOTHING')}>
        <Typography>From then on your password alone lets somebody in.</Typography>
        <TextLine label="Password" type="password" value={password} onChange={setPassword} autoComplete="current-password" />
      </FormDialog>
    </Panel>
  );
}
