import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { graphql } from '../graph/graphql';
import { useStore } from '../graph/store';
import { useQuery } from '../graph/useQuery';
import { Icon } from '../icons/Icon';
import { Copyable } from '../layout/Copyable';
import { Panel } from '../layout/Panel';
import { Link } from '../routing/Link';
import { useMay, useViewer } from '../session/useViewer';
import { colour, hue } from '../theme/tokens';
import { areFirstStepsShown, showFirstSteps } from './shown';

const begunDocument = graphql(`query Begun { keys { status roles lastUsedAt } assessments(first: 1) { nodes { id } } }`);

/** A payment to begin with, as a command for a terminal. */
const firstPayment = (origin: string): string =>
  `curl -sS ${origin}/api/v1/fraud-risk/assessments -H "Authorization: Bearer $KEY" -H 'Content-Type: application/json' -d '{"transactionReference":"FIRST-1","amount":"12500.00","currency":"EUR","fromAccountNumber":"DE89370400440532013000"}'`;

/** What an owner does first, each step ticked once it is done. */
export function FirstSteps({ hasPayments }: { hasPayments: boolean }) {
  const isShown = useStore(areFirstStepsShown);
  const isOwner = useMay('MANAGE_KEYS');
  return isShown && isOwner ? <Steps hasPayments={hasPayments} /> : null;
}

function Steps({ hasPayments }: { hasPayments: boolean }) {
  const viewer = useViewer();
  const { data } = useQuery(begunDocument, {});
  if (!data) {
    return null;
  }

  const hasKey = data.keys.some((key) => key.status === 'ACTIVE' && key.roles.includes('SERVICE') && key.lastUsedAt !== null);
  return (
    <Panel
      title="First steps"
      action={
        <Button color="inherit" onClick={() => showFirstSteps(false)} sx={{ color: 'text.secondary' }}>
          Hide
        </Button>
      }
    >
      <Box component="ol" sx={{ listStyle: 'none', p: 0, pt: 0.5, display: 'grid', gap: 2.5, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', xl: 'repeat(4, 1fr)' } }}>
        <Step isDone={viewer.hasSecondFactor ?? false} title="Protect your account">
          A second factor makes a stolen password useless. <Link underline="always" href="/account">Set it up</Link>
        </Step>
        <Step isDone={hasKey} title="Give a program a key">
          One for each program, with the role Service. <Link underline="always" href="/keys">Make a key</Link>
        </Step>
        <Step isDone={hasPayments || data.assessments.nodes.length > 0} title="Have a payment assessed">
          With the key in $KEY, from a terminal: <Copyable text={firstPayment(location.origin)} shown="curl …" label="command" />
        </Step>
        <Step isDone={false} isOpenEnded title="Read what decides">
          The built-in policy is a start for rules of your own. <Link underline="always" href="/policy">Look at it</Link>
        </Step>
      </Box>
    </Panel>
  );
}

function Step({ title, isDone, isOpenEnded = false, children }: { title: string; isDone: boolean; isOpenEnded?: boolean; children: React.ReactNode }) {
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1.25 }}>
      <Box sx={{ display: 'grid', placeItems: 'center', flexShrink: 0, width: 24, height: 24, borderRadius: '50%', bgcolor: isDone ? hue('good', 'soft') : colour('sunken'), color: isDone ? hue('good', 'text') : 'text.secondary', border: `1px solid ${isDone ? 'transparent' : colour('lineStrong')}` }}>
        {isDone ? <Icon name="check" size={14} /> : isOpenEnded ? <Icon name="policy" size={14} /> : null}
      </Box>
      <Box sx={{ minWidth: 0 }}>
        <Box sx={{ fontWeight: 580 }}>
          {title}
          {isDone && <span className="visually-hidden"> (done)</span>}
        </Box>
        <Typography variant="body2" component="div" color="textSecondary">
          {children}
        </Typography>
      </Box>
    </Box>
  );
}
