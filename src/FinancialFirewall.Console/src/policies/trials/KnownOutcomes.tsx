import Alert from '@mui/material/Alert';
import Typography from '@mui/material/Typography';
import { DataTable } from '../../layout/DataTable';
import { Flush } from '../../layout/Flush';
import { formatCount } from '../../money/format';
import type { Report } from './documents';
import { amountsInWords, knownRows } from './report';

/** What a policy would have done to payments of which it is known what they were; nothing where none is. */
export function KnownOutcomes({ known }: { known: Report['known'] }) {
  const rows = knownRows(known);
  if (rows.length === 0) return null;
  return (
    <>
      <Flush>
        <DataTable
          label="Payments of which it is known what they were"
          rows={rows}
          keyOf={(row) => row.title}
          columns={[
            { title: 'Known', cell: (row) => row.title },
            { title: 'Payments', isNumber: true, cell: (row) => formatCount(row.moved.count) },
            { title: 'Money', isNumber: true, cell: (row) => amountsInWords(row.moved) },
          ]}
        />
      </Flush>
      <Typography variant="caption" color="textSecondary">
        By what was reported about payments since, whatever reviewers decided.
      </Typography>
      {known && !known.isWhole && <Alert severity="info">Not all that was reported since was read: too many payments follow the period.</Alert>}
    </>
  );
}
