import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { DataTable } from '../layout/DataTable';
import { Facts } from '../layout/Facts';
import { formatCount, formatNumberOf } from '../money/format';
import { hue } from '../theme/tokens';
import type { Imported } from './importing';

const shownLines = 100;

/** What came of an import, or would come of it; or the lines for which nothing was changed. */
export function ImportOutcome({ outcome, before }: { outcome: Imported; before: string }) {
  if (!outcome.isDone) {
    return (
      <>
        <Alert severity="error" sx={{ bgcolor: hue('bad', 'soft'), color: hue('bad', 'text'), '& .MuiAlert-icon': { color: 'inherit' } }}>
          {outcome.refused === 1 ? 'One line is no entry' : `${formatCount(outcome.refused)} lines are no entries`}, so nothing was changed. Mend the file, and choose it again.
        </Alert>
        <Box sx={{ maxHeight: 320, overflow: 'auto', mx: -3 }} tabIndex={0} role="region" aria-label="Lines that are no entries">
          <DataTable
            label="Lines that are no entries"
            rows={outcome.errors.slice(0, shownLines).map((error, i) => ({ ...error, key: `${i}` }))}
            keyOf={(row) => row.key}
            columns={[
              { title: 'Line', isNumber: true, width: 72, cell: (row) => formatCount(row.line) },
              { title: 'Value', from: 560, cell: (row) => <code style={{ overflowWrap: 'anywhere' }}>{row.value || '–'}</code> },
              { title: 'What is wrong', cell: (row) => row.message },
            ]}
          />
        </Box>
      </>
    );
  }

  return (
    <>
      <Alert severity={outcome.dryRun ? 'info' : 'success'}>
        {outcome.dryRun ? `All ${formatNumberOf(outcome.lines, 'line')} are entries. Nothing is changed yet.` : 'Done: it holds for the very next payment.'}
      </Alert>
      <Facts
        facts={[
          ['New', formatCount(outcome.added)],
          ['In the list already', outcome.replaced > 0 && formatCount(outcome.replaced)],
          ['Leave the list', outcome.removed > 0 && `${formatCount(outcome.removed)}. ${before}`],
          ['Twice in the file', outcome.duplicates > 0 && `${formatCount(outcome.duplicates)}; the last counts`],
        ]}
      />
    </>
  );
}
