import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useEffect, useState, type SyntheticEvent } from 'react';
import { messageOf, Refusal } from '../graph/refusal';
import { navigate } from '../routing/location';
import { EntranceFrame } from './EntranceFrame';
import { TextLine } from '../layout/TextLine';
import { tenantOfLink } from './linkToken';
import { call } from './rest';
import { signIn } from './session';

interface Joined {
  email: string;
}

/** Takes up a link that is good once: the set-up of an owner, an invitation, or a new password. */
export default function LinkPage({ isSetUp }: { isSetUp: boolean }) {
  const [token] = useState(() => location.hash.slice(1));
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(token === '' ? new Error('This page needs the whole link, with what stands behind the #.') : undefined);

  // The token is good once: it does not stay in the address bar or the history.
  useEffect(() => history.replaceState(null, '', location.pathname), []);

  const send = async () => {
    if (password !== again) {
      setProblem(new Error('The two passwords differ.'));
      return;
    }

    setBusy(true);
    setProblem(undefined);
    try {
      const joined = await (isSetUp ? call<Joined>('POST', '/api/v1/setup', { token, email: email.trim(), name: name.trim(), password }) : call<Joined>('POST', '/api/v1/invitations/accept', { token, password }));
      await signIn({ tenantId: tenantOfLink(token), email: joined.email, password });
      navigate('/', 'REPLACE');
    } catch (error) {
      // Whoever has a second factor already set a new password, and signs in by hand.
      if (error instanceof Refusal && error.code === 'SECOND_FACTOR_REQUIRED') {
        navigate('/', 'REPLACE');
        return;
      }

      setProblem(error);
      setBusy(false);
    }
  };

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void send();
  };

  const refusal = problem instanceof Refusal ? problem : undefined;
  const isOfAField = refusal?.reasons.some((reason) => ['email', 'name', 'password'].includes(reason.member)) ?? false;
  return (
    <EntranceFrame
      title={isSetUp ? 'Become the owner' : 'Choose a password'}
      lead={isSetUp ? 'Whoever fills this in answers for the tenant: its settings, keys and people. The link is good once.' : 'With it and your mail address you sign in. The link is good once.'}
    >
      <form onSubmit={submit} noValidate>
        <Stack sx={{ gap: 2 }}>
          {isSetUp && <TextLine isLarge label="Mail address" type="email" value={email} onChange={setEmail} autoComplete="username" problem={refusal?.of('email')} autoFocus />}
          {isSetUp && <TextLine isLarge label="Your name" value={name} onChange={setName} autoComplete="name" problem={refusal?.of('name')} />}
          <TextLine isLarge label="Password" type="password" value={password} onChange={setPassword} autoComplete="new-password" hint="12 characters or more; a few words that you will remember." problem={refusal?.of('password')} autoFocus={!isSetUp} />
          <TextLine isLarge label="The same again" type="password" value={again} onChange={setAgain} autoComplete="new-password" />
          {problem !== undefined && !isOfAField && <Alert severity="error">{messageOf(problem)}</Alert>}
          <Button type="submit" variant="contained" size="large" loading={isBusy} disabled={token === ''} sx={{ minHeight: 42 }}>
            {isSetUp ? 'Become the owner' : 'Set password'}
          </Button>
        </Stack>
      </form>
    </EntranceFrame>
  );
}
