import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { inWords } from '../../assessments/words';
import { DataTable } from '../../layout/DataTable';
import { formatCount } from '../../money/format';
import { hue } from '../../theme/tokens';
import { Moment } from '../../time/Moment';
import { DecisionMatrix } from '../DecisionMatrix';
import { Flush } from '../../layout/Flush';
import { matrixOf, shareInWords } from '../shadows';
import type { Report } from './documents';
import { KnownOutcomes } from './KnownOutcomes';
import { amountsInWords, changedFactors, signed, type Moved } from './report';
import { Samples } from './Samples';

/** What a policy would have decided: how much differs, in which direction, by which factors, and in which payments; briefly, where there is little room. */
export function ReportView({ report, isBrief = false }: { report: Report; isBrief?: boolean }) {
  const factors = changedFactors(report);
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Typography>
        <strong>{formatCount(report.changed)}</strong> of {formatCount(report.compared)} payments would have been decided differently ({shareInWords(report.changed, report.compared)})
        {report.rescored > 0 && `, ${formatCount(report.rescored)} alike by another score`}
        {report.erased > 0 && `; ${formatCount(report.erased)} were left out, for their persons were erased`}.
      </Typography>
      {report.windowsSince && <Alert severity="warning">Windows reach further back than what is kept: they count from <Moment at={report.windowsSince} /> on, and are too low for the first payments.</Alert>}
      {report.compared > 0 && (
        <>
          <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' } }}>
            <Moves title="Would no longer pass" of="bad" moved={report.blocked} />
            <Moves title="Would pass now" of="good" moved={report.released} />
          </Box>
          <DecisionMatrix label="Decisions that were made, and that would have been" matrix={matrixOf(report.decisions.map((pair) => ({ live: pair.before, other: pair.after, count: pair.value.count })))} />
        </>
      )}
      <KnownOutcomes known={report.known} />
      {factors.length > 0 && <Flush><Factors factors={factors} isBrief={isBrief} /></Flush>}
      {report.samples.length > 0 && <Samples samples={report.samples} isBrief={isBrief} />}
    </Box>
  );
}

function Moves({ title, of, moved }: { title: string; of: 'good' | 'bad'; moved: Moved }) {
  return (
    <Box sx={{ borderRadius: '8px', p: 1.5, bgcolor: hue(of, 'soft'), color: hue(of, 'text') }}>
      <Box sx={{ fontSize: '0.75rem', fontWeight: 560 }}>{title}</Box>
      <Box sx={{ fontSize: '1.125rem', fontWeight: 640 }}>{formatCount(moved.count)}</Box>
      <Box sx={{ fontSize: '0.75rem' }}>{amountsInWords(moved)}</Box>
    </Box>
  );
}

function Factors({ factors, isBrief }: { factors: Report['factors']; isBrief: boolean }) {
  return (
    <DataTable
      label="Factors that would have held more or less often"
      rows={factors}
      keyOf={(factor) => factor.name}
      columns={[
        { title: 'Factor', cell: (factor) => inWords(factor.name) },
        ...(isBrief ? [] : [{ title: 'Held', isNumber: true, from: 620, cell: (factor: Report['factors'][number]) => formatCount(factor.before) }]),
        { title: 'Would hold', isNumber: true, cell: (factor) => formatCount(factor.after) },
        { title: 'Difference', isNumber: true, cell: (factor) => signed(factor.after - factor.before, formatCount) },
      ]}
    />
  );
}
