import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { ScatterChart } from '../charts/ScatterChart';
import { useQuery } from '../graph/useQuery';
import { Answered } from '../layout/Answered';
import { Panel } from '../layout/Panel';
import { formatMoney, formatMoneyShort } from '../money/format';
import { addressOf } from '../routing/address';
import { Link } from '../routing/Link';
import { navigate } from '../routing/location';
import { hue } from '../theme/tokens';
import { formatMoment } from '../time/format';
import { historyDocument, type Whole } from './documents';
import { decisionLook } from './words';

/** The account's payments over time, this one among them. */
export function AccountHistory({ assessment, account }: { assessment: Whole; account: string }) {
  const query = useQuery(historyDocument, { account });
  const { currency } = assessment.payment;
  return (
    <Panel title="The account’s payments" action={<Link href={addressOf('/assessments', { account })}>List them</Link>}>
      <Answered query={query} rows={4}>
        {({ assessments: { nodes, pageInfo } }) => {
          const same = nodes.filter((row) => row.payment.currency === currency);
          return same.length < 2 ? (
            <Typography color="textSecondary" sx={{ py: 1 }}>
              This is the only payment of the account in {currency}.
            </Typography>
          ) : (
            <Box>
              <ScatterChart
                label={`${same.length} payments of the account over time, by amount in ${currency}`}
                points={same.map((row) => ({
                  key: row.id,
                  x: Date.parse(row.assessedAt),
                  y: row.payment.amount,
                  colour: hue(decisionLook[row.decision].hue, 'mark'),
                  isMarked: row.id === assessment.id,
                  text: `${formatMoment(new Date(row.assessedAt))}: ${formatMoney(row.payment.amount, currency)}, ${decisionLook[row.decision].name.toLowerCase()}, ${row.transactionReference}`,
                }))}
                formatY={(value) => formatMoneyShort(value, currency)}
                onChoose={(key) => navigate(`/assessments/${key}`)}
              />
              <Typography variant="caption" color="textSecondary">
                {pageInfo.hasNextPage ? `The latest ${same.length}` : `All ${same.length}`} in {currency}, by time and amount; the ring is this one.
              </Typography>
            </Box>
          );
        }}
      </Answered>
    </Panel>
  );
}
