import Box from '@mui/material/Box';
import { DataTable, type Column } from '../layout/DataTable';
import { formatMoney } from '../money/format';
import { Moment } from '../time/Moment';
import type { Row } from './documents';
import { DecisionMark, LevelMark, ScoreMark } from './Marks';
import { ReferenceLink } from './ReferenceLink';
import { inWords } from './words';

const shownFactors = 2;

const Party = ({ name, account }: { name: string | null; account: string | null }) => (
  <Box component="span" sx={{ display: 'block', maxWidth: 140, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }} title={[name, account].filter(Boolean).join(', ')}>
    {name ?? account ?? '–'}
  </Box>
);

const Factors = ({ row }: { row: Row }) => {
  const names = [...row.riskFactors].sort((a, b) => b.share - a.share).map((factor) => inWords(factor.name));
  return (
    <Box component="span" sx={{ color: 'text.secondary', display: 'block', maxWidth: 190, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }} title={names.join(', ')}>
      {names.length === 0 ? (row.fraudCheckEnabled ? 'None held' : 'Fraud check off') : `${names.slice(0, shownFactors).join(', ')}${names.length > shownFactors ? ` + ${names.length - shownFactors}` : ''}`}
    </Box>
  );
};

const columns: readonly Column<Row>[] = [
  { title: 'Assessed', from: 560, cell: (row) => <Moment at={row.assessedAt} /> },
  { title: 'Reference', cell: (row) => <ReferenceLink of={row} /> },
  { title: 'Debtor', from: 1240, cell: (row) => <Party name={row.payment.debtorName} account={row.payment.fromAccountNumber} /> },
  { title: 'Creditor', from: 1500, cell: (row) => <Party name={row.payment.creditorName} account={row.payment.toAccountNumber} /> },
  { title: 'Amount', isNumber: true, cell: (row) => <span style={{ whiteSpace: 'nowrap' }}>{formatMoney(row.payment.amount, row.payment.currency)}</span> },
  { title: 'Score', from: 760, cell: (row) => <ScoreMark score={row.riskScore} level={row.riskLevel} /> },
  { title: 'Level', from: 1400, cell: (row) => <LevelMark level={row.riskLevel} /> },
  { title: 'Leading factors', from: 1040, cell: (row) => <Factors row={row} /> },
  { title: 'Decision', cell: (row) => <DecisionMark decision={row.decision} /> },
];

/** Assessments, one a line. */
export const AssessmentTable = ({ label, rows, fresh }: { label: string; rows: readonly Row[]; fresh?: ReadonlySet<string> }) => (
  <DataTable label={label} columns={columns} rows={rows} keyOf={(row) => row.id} isFresh={(row) => fresh?.has(row.id) ?? false} />
);
