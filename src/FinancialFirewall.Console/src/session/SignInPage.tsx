import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useState, type SyntheticEvent } from 'react';
import { messageOf, Refusal } from '../graph/refusal';
import { EntranceFrame } from './EntranceFrame';
import { TextLine } from '../layout/TextLine';
import { signIn, type Ending } from './session';
import { knownTenants } from './tenants';

const reasons = {
  '': '',
  EXPIRED: 'Your session has ended: it was not used for a while, or was ended elsewhere. Sign in again to go on where you were.',
  SIGNED_OUT: 'You are signed out.',
  SWITCHING: 'You are signed out of the other tenant. Each tenant has its own people: sign in as whoever you are in this one.',
} as const satisfies Record<Ending, string>;

/** Where somebody signs in: with a password, and a second factor where there is one. */
export default function SignInPage({ reason }: { reason: Ending }) {
  const [known] = useState(knownTenants);
  const [tenantId, setTenantId] = useState(reason === 'SWITCHING' ? '' : (known[0] ?? ''));
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [isAskedForCode, setAskedForCode] = useState(false);
  const [isRecovering, setRecovering] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');

  const send = async () => {
    setBusy(true);
    setProblem('');
    try {
      const second = !isAskedForCode || code === '' ? {} : isRecovering ? { recoveryCode: code.trim() } : { code: code.replaceAll(' ', '') };
      await signIn({ tenantId: tenantId.trim(), email: email.trim(), password, ...second });
    } catch (error) {
      const isFirstAsking = error instanceof Refusal && error.code === 'SECOND_FACTOR_REQUIRED' && !isAskedForCode;
      setAskedForCode((before) => before || isFirstAsking);
      setProblem(isFirstAsking ? '' : messageOf(error));
      setBusy(false);
    }
  };

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void send();
  };

  return (
    <EntranceFrame title="Sign in" lead="With the mail address that you were invited with.">
      {reason !== '' && (
        <Alert severity={reason === 'EXPIRED' ? 'warning' : 'info'} sx={{ mb: 2 }}>
          {reasons[reason]}
        </Alert>
      )}
      <form onSubmit={submit} noValidate>
        <Stack sx={{ gap: 2 }}>
          <TextLine isLarge label="Tenant" value={tenantId} onChange={setTenantId} autoComplete="organization" suggestions={known} hint="The short name that your owner gave you, such as demo." autoFocus={tenantId === ''} />
          <TextLine isLarge label="Mail address" type="email" value={email} onChange={setEmail} autoComplete="username" autoFocus={tenantId !== ''} />
          <TextLine isLarge label="Password" type="password" value={password} onChange={setPassword} autoComplete="current-password" />
          {isAskedForCode && (
            <TextLine isLarge
              key={isRecovering ? 'recovery' : 'code'}
              label={isRecovering ? 'Recovery code' : 'Code'}
              value={code}
              onChange={setCode}
              autoComplete="one-time-code"
              inputMode={isRecovering ? 'text' : 'numeric'}
              hint={isRecovering ? 'One of the ten that you were given; each is good once.' : 'The six digits that your authenticator app shows now.'}
              autoFocus
            />
          )}
          {problem !== '' && <Alert severity="error">{problem}</Alert>}
          <Button type="submit" variant="contained" size="large" loading={isBusy} sx={{ minHeight: 42 }}>
            Sign in
          </Button>
          {isAskedForCode && (
            <Button color="inherit" onClick={() => setRecovering(!isRecovering)}>
              {isRecovering ? 'Use the authenticator app' : 'Use a recovery code'}
            </Button>
          )}
        </Stack>
      </form>
    </EntranceFrame>
  );
}
