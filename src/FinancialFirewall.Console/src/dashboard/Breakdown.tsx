import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { decisionLook, decisions, inWords, levelLook, levels } from '../assessments/words';
import { BarList } from '../charts/BarList';
import { Panel } from '../layout/Panel';
import { addressOf } from '../routing/address';
import { colour, hue } from '../theme/tokens';
import { largest, type Bucket } from './tally';

const shownFactors = 6;

/** The payments of the span by decision, by level, and by the factors that held. */
export function Breakdown({ total, from }: { total: Bucket; from: string }) {
  const factors = largest(total.factors, shownFactors);
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(3, minmax(0, 1fr))' } }}>
      <Panel title="Decisions">
        <BarList
          of={total.payments}
          rows={decisions.map((decision) => ({ name: decisionLook[decision].name, count: total.decisions[decision], colour: hue(decisionLook[decision].hue, 'mark'), href: addressOf('/assessments', { from, decision }) }))}
        />
      </Panel>
      <Panel title="Risk levels">
        <BarList
          of={total.payments}
          rows={[...levels].reverse().map((level) => ({ name: levelLook[level].name, count: total.levels[level], colour: hue(levelLook[level].hue, 'mark'), href: addressOf('/assessments', { from, level }) }))}
        />
      </Panel>
      <Panel title="Leading factors">
        {factors.length === 0 ? (
          <Typography color="textSecondary" sx={{ py: 2 }}>
            No factor held in this span: nothing about its payments was risky by the policy.
          </Typography>
        ) : (
          <BarList of={total.payments} rows={factors.map(([name, count]) => ({ name: inWords(name), count, colour: colour('accent'), href: addressOf('/assessments', { from, factor: name }) }))} />
        )}
      </Panel>
    </Box>
  );
}
