import { DecisionMark, LevelMark } from '../assessments/Marks';
import { ReferenceLink } from '../assessments/ReferenceLink';
import { DataTable, type Column } from '../layout/DataTable';
import { EmptyState } from '../layout/EmptyState';
import { Panel } from '../layout/Panel';
import { formatMoney, formatScore } from '../money/format';
import { addressOf } from '../routing/address';
import { Link } from '../routing/Link';
import { Moment } from '../time/Moment';
import type { Seen } from './documents';

const columns: readonly Column<Seen>[] = [
  { title: 'Time', from: 480, cell: (seen) => <Moment at={seen.assessedAt} as="clock" /> },
  { title: 'Payment', cell: (seen) => <ReferenceLink of={seen} /> },
  { title: 'Amount', isNumber: true, cell: (seen) => <span style={{ whiteSpace: 'nowrap' }}>{formatMoney(seen.payment.amount, seen.payment.currency)}</span> },
  { title: 'Level', from: 600, cell: (seen) => <LevelMark level={seen.riskLevel} /> },
  { title: 'Score', from: 720, isNumber: true, cell: (seen) => formatScore(seen.riskScore) },
  { title: 'Decision', cell: (seen) => <DecisionMark decision={seen.decision} /> },
];

/** The latest payments of level high or critical. */
export function RiskyPayments({ risky }: { risky: readonly Seen[] }) {
  return (
    <Panel title="Latest high risk" isFlush action={<Link href={addressOf('/assessments', { view: 'HIGH_RISK' })}>All of them</Link>}>
      {risky.length === 0 ? (
        <EmptyState icon="shield" title="No payment of high risk in this span">
          Payments of level high and critical are shown here, the latest first.
        </EmptyState>
      ) : (
        <DataTable label="Latest payments of high risk" columns={columns} rows={risky} keyOf={(seen) => seen.id} />
      )}
    </Panel>
  );
}
