import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { DecisionMark } from '../../assessments/Marks';
import { inWords } from '../../assessments/words';
import { DataTable } from '../../layout/DataTable';
import { formatCount, formatMoney, formatScore } from '../../money/format';
import { Link } from '../../routing/Link';
import { hue } from '../../theme/tokens';
import { Moment } from '../../time/Moment';
import { DecisionMatrix } from '../DecisionMatrix';
import { Flush } from '../../layout/Flush';
import { matrixOf, shareInWords } from '../shadows';
import type { Report } from './documents';
import { KnownOutcomes } from './KnownOutcomes';
import { amountsInWords, changedFactors, reasonsOf, signed, type Moved } from './report';

/** How many payments are shown where there is little room. */
const brief = 5;

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
      {report.samples.length > 0 && <Flush><Samples samples={isBrief ? report.samples.slice(0, brief) : report.samples} isBrief={isBrief} /></Flush>}
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

function Samples({ samples, isBrief }: { samples: Report['samples']; isBrief: boolean }) {
  return (
    <DataTable
      label="Payments that would have been decided differently"
      rows={samples}
      keyOf={(sample) => sample.assessmentId}
      columns={[
        { title: 'Payment', cell: (sample) => <Link href={`/assessments/${sample.assessmentId}`}><Moment at={sample.assessedAt} /></Link> },
        ...(isBrief ? [] : [{ title: 'Amount', isNumber: true, from: 620, cell: (sample: Report['samples'][number]) => formatMoney(sample.amount, sample.currency) }]),
        { title: 'Was', cell: (sample) => <Scored decision={sample.before} score={sample.scoreBefore} /> },
        { title: 'Would be', cell: (sample) => <Scored decision={sample.after} score={sample.scoreAfter} /> },
        ...(isBrief ? [] : [{ title: 'Because', from: 900, cell: (sample: Report['samples'][number]) => reasonsOf(sample).map((reason) => <div key={reason}>{reason}</div>) }]),
      ]}
    />
  );
}

const Scored = ({ decision, score }: { decision: Report['samples'][number]['before']; score: number }) => (
  <Box component="span" sx={{ display: 'inline-flex', gap: 0.75, alignItems: 'center' }}>
    <DecisionMark decision={decision} />
    {formatScore(score)}
  </Box>
);
