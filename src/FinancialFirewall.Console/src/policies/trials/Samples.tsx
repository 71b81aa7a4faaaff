import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { DecisionMark } from '../../assessments/Marks';
import { DataTable, type Column } from '../../layout/DataTable';
import { Flush } from '../../layout/Flush';
import { formatCount, formatMoney, formatScore } from '../../money/format';
import { Link } from '../../routing/Link';
import { Moment } from '../../time/Moment';
import type { Report } from './documents';
import { reasonsOf } from './report';

type Sample = Report['samples'][number];

/** How many payments are shown at first, and where there is little room. */
const few = { first: 20, brief: 5 };

const columns: readonly Column<Sample>[] = [
  { title: 'Payment', cell: (sample) => <Link href={`/assessments/${sample.assessmentId}`}><Moment at={sample.assessedAt} /></Link> },
  { title: 'Amount', isNumber: true, from: 620, cell: (sample) => <span style={{ whiteSpace: 'nowrap' }}>{formatMoney(sample.amount, sample.currency)}</span> },
  { title: 'Was', cell: (sample) => <Scored decision={sample.before} score={sample.scoreBefore} /> },
  { title: 'Would be', cell: (sample) => <Scored decision={sample.after} score={sample.scoreAfter} /> },
  { title: 'Because', from: 900, cell: (sample) => <Box component="span" sx={{ color: 'text.secondary' }}>{reasonsOf(sample).join(', ')}</Box> },
];

const briefly = columns.filter(({ title }) => title !== 'Amount' && title !== 'Because');

/** Payments that would have been decided differently. */
export function Samples({ samples, isBrief }: { samples: readonly Sample[]; isBrief: boolean }) {
  const [isWhole, setWhole] = useState(false);
  const shown = isBrief ? samples.slice(0, few.brief) : isWhole ? samples : samples.slice(0, few.first);
  return (
    <Flush>
      <DataTable label="Payments that would have been decided differently" rows={shown} keyOf={(sample) => sample.assessmentId} columns={isBrief ? briefly : columns} />
      {!isBrief && shown.length < samples.length && (
        <Button color="inherit" onClick={() => setWhole(true)} sx={{ mx: 1.5, mt: 1 }}>
          Show all {formatCount(samples.length)}
        </Button>
      )}
    </Flush>
  );
}

const Scored = ({ decision, score }: { decision: Sample['before']; score: number }) => (
  <Box component="span" sx={{ display: 'inline-flex', gap: { xs: 0.25, sm: 0.75 }, flexDirection: { xs: 'column', sm: 'row' }, alignItems: { xs: 'flex-start', sm: 'center' } }}>
    <DecisionMark decision={decision} />
    {formatScore(score)}
  </Box>
);
