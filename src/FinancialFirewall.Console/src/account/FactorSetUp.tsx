import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState, type SyntheticEvent } from 'react';
import { messageOf } from '../graph/refusal';
import { Copyable } from '../layout/Copyable';
import { TextLine } from '../layout/TextLine';
import { call } from '../session/rest';
import { colour } from '../theme/tokens';
import { QrCode } from './QrCode';

interface Offer {
  secret: string;
  uri: string;
}

const path = '/api/v1/users/me/second-factor';

/** Sets a second factor up: the password, the secret, a code of it, and the recovery codes, which are shown this once. */
export function FactorSetUp({ onDone }: { onDone: () => void }) {
  const [password, setPassword] = useState('');
  const [offer, setOffer] = useState<Offer>();
  const [code, setCode] = useState('');
  const [recoveryCodes, setRecoveryCodes] = useState<readonly string[]>();
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);

  const send = async () => {
    setBusy(true);
    setProblem('');
    try {
      if (offer) {
        setRecoveryCodes((await call<{ recoveryCodes: string[] }>('POST', `${path}/confirm`, { code: code.replaceAll(' ', '') })).recoveryCodes);
      } else {
        setOffer(await call<Offer>('POST', path, { password }));
      }
    } catch (error) {
      setProblem(messageOf(error));
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void send();
  };

  if (recoveryCodes) {
    return (
      <Stack sx={{ gap: 2 }}>
        <Alert severity="success">The second factor is set up. Keep these recovery codes where your phone is not: each lets you in once. They are shown this once.</Alert>
        <Box component="ul" aria-label="Recovery codes" sx={{ listStyle: 'none', m: 0, p: 2, display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1, bgcolor: colour('sunken'), borderRadius: '8px', fontSize: '0.8125rem' }}>
          {recoveryCodes.map((one) => (
            <li key={one}>
              <code>{one}</code>
            </li>
          ))}
        </Box>
        <Copyable text={recoveryCodes.join('\n')} shown="Copy all" label="recovery codes" />
        <Button variant="contained" onClick={onDone}>
          I have kept them
        </Button>
      </Stack>
    );
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack sx={{ gap: 2 }}>
        {offer ? (
          <>
            <Typography>Read this with any authenticator app, or type the secret into it:</Typography>
            <QrCode text={offer.uri} />
            <Copyable text={offer.secret} label="secret" />
            <TextLine isLarge label="Code" value={code} onChange={setCode} inputMode="numeric" autoComplete="one-time-code" hint="The six digits that the app shows now." autoFocus />
          </>
        ) : (
          <TextLine isLarge label="Password" type="password" value={password} onChange={setPassword} autoComplete="current-password" hint="To be sure that it is you." />
        )}
        {problem !== '' && <Alert severity="error">{problem}</Alert>}
        <Button type="submit" variant="contained" loading={isBusy}>
          {offer ? 'Confirm' : 'Go on'}
        </Button>
      </Stack>
    </form>
  );
}
