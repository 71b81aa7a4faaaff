import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect } from 'react';
import { DecisionMark } from '../assessments/Marks';
import { inWords } from '../assessments/words';
import { useChange } from '../graph/useChange';
import { useQuery } from '../graph/useQuery';
import { Answered } from '../layout/Answered';
import { DataTable } from '../layout/DataTable';
import { Failure } from '../layout/Failure';
import { Panel } from '../layout/Panel';
import { Tag } from '../layout/Tag';
import { formatCount } from '../money/format';
import { Link } from '../routing/Link';
import { useMay } from '../session/useViewer';
import { Moment } from '../time/Moment';
import { DecisionMatrix } from './DecisionMatrix';
import { endShadowDocument, shadowDocument, startShadowDocument, type Shadow, type WholeDraft } from './documents';
import { Flush } from '../layout/Flush';
import { isOn, matrixOf, shadowLooks, shareInWords } from './shadows';

/** How often a shadow that is on is asked for anew, in milliseconds. */
const everyMs = 2_000;

/** How many factors and samples are shown. */
const shown = 10;

/** What a draft would have decided since it runs beside the policy in force. */
export function ShadowPanel({ draft }: { draft: WholeDraft }) {
  const query = useQuery(shadowDocument, { id: draft.id });
  const mayChange = useMay('CHANGE_CONFIGURATIONS');
  const start = useChange(startShadowDocument);
  const end = useChange(endShadowDocument);
  const shadow = query.data?.shadow;
  const goesOn = shadow ? isOn(shadow.status) : false;
  const { reload } = query;
  useEffect(() => {
    if (!goesOn) return;
    const timer = setInterval(() => {
      if (!document.hidden) reload();
    }, everyMs);
    return () => clearInterval(timer);
  }, [goesOn, reload]);
  const act = async () => {
    if (await (goesOn ? end : start).run({ id: draft.id })) reload();
  };
  const error = start.error ?? end.error;
  return (
    <Panel
      title="Beside the policy in force"
      action={
        mayChange && (
          <Button variant="outlined" color="inherit" loading={start.isBusy || end.isBusy} onClick={() => void act()}>
            {goesOn ? 'End' : shadow ? 'Start again' : 'Start'}
          </Button>
        )
      }
    >
      {error && <Failure error={error} />}
      <Answered query={query} rows={3}>
        {({ shadow: told }) =>
          told ? <Told shadow={told} /> : <Typography color="textSecondary">Started, it decides each payment once more, by this draft, and nothing comes of it: you see what would be different before it counts.</Typography>
        }
      </Answered>
    </Panel>
  );
}

function Told({ shadow }: { shadow: Shadow }) {
  const [words, look] = shadowLooks[shadow.status];
  const factors = [...shadow.factors].sort((a, b) => Math.abs(b.shadow - b.live) - Math.abs(a.shadow - a.live)).slice(0, shown);
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <Tag of={look}>{words}</Tag>
        <Typography variant="caption" color="textSecondary">
          since <Moment at={shadow.startedAt} />
          {shadow.behind > 0 && `, ${formatCount(shadow.behind)} records behind`}
        </Typography>
      </Box>
      {shadow.compared === 0 ? (
        <Typography color="textSecondary">No payment was decided since then.</Typography>
      ) : (
        <Typography>
          <strong>{formatCount(shadow.different)}</strong> of {formatCount(shadow.compared)} payments would have been decided differently ({shareInWords(shadow.different, shadow.compared)}).
        </Typography>
      )}
      {shadow.compared > 0 && <DecisionMatrix label="Decisions by the policy in force and by the draft" matrix={matrixOf(shadow.decisions.map((pair) => ({ live: pair.live, other: pair.shadow, count: pair.count })))} />}
      {factors.length > 0 && (
        <Flush>
          <DataTable
            label="Factors of the policy in force and of the draft"
            rows={factors}
            keyOf={(factor) => factor.name}
            columns={[
              { title: 'Factor', cell: (factor) => inWords(factor.name) },
              { title: 'In force', isNumber: true, cell: (factor) => formatCount(factor.live) },
              { title: 'Draft', isNumber: true, cell: (factor) => formatCount(factor.shadow) },
            ]}
          />
        </Flush>
      )}
      {shadow.samples.length > 0 && (
        <Flush>
          <DataTable
            label="Payments that the draft would have decided differently"
            rows={shadow.samples.slice(0, shown)}
            keyOf={(sample) => sample.assessmentId}
            columns={[
              { title: 'Payment', cell: (sample) => <Link href={`/assessments/${sample.assessmentId}`}><Moment at={sample.assessedAt} /></Link> },
              { title: 'In force', cell: (sample) => <DecisionMark decision={sample.live} /> },
              { title: 'Draft', cell: (sample) => <DecisionMark decision={sample.shadow} /> },
            ]}
          />
        </Flush>
      )}
    </Box>
  );
}
