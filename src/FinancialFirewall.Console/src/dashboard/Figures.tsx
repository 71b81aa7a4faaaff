import Box from '@mui/material/Box';
import { decisions, dispositionOf } from '../assessments/words';
import { Figure } from '../layout/Figure';
import { formatCount, formatMoney, formatMoneyShort, formatNumberOf, formatShare } from '../money/format';
import { addressOf } from '../routing/address';
import { hue, type HueName } from '../theme/tokens';
import { formatDayAndHour } from '../time/format';
import type { Span } from './spans';
import { valuesOf, type Bucket } from './tally';

const dispositions: readonly (readonly [key: 'BLOCKED' | 'WAITING' | 'RELEASED', name: string, hue: HueName])[] = [
  ['BLOCKED', 'Value blocked', 'bad'],
  ['WAITING', 'Value held', 'caution'],
  ['RELEASED', 'Value released', 'good'],
];

interface FiguresProps {
  total: Bucket;
  perSecond: number | undefined;
  span: Span;
  from: string;
  /** From when on values are added up, by what became of the money, where that is not the whole span. */
  summedFrom: Readonly<Record<string, string>>;
}

/** What is read first: how much comes, and what becomes of the money. */
export function Figures({ total, perSecond, span, from, summedFrom }: FiguresProps) {
  return (
    <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', md: 'repeat(5, minmax(0, 1fr))' }, '& > :last-child': { gridColumn: { xs: 'span 2', md: 'auto' } } }}>
      <Figure name="Payments a second" value={perSecond === undefined ? '–' : perSecond < 10 ? perSecond.toFixed(1) : formatCount(perSecond)} note="now, by the server" href={addressOf('/assessments', { live: 1 })} />
      <Figure name="Payments" value={formatCount(total.payments)} note={span.words} href={addressOf('/assessments', { from })} />
      {dispositions.map(([key, name, of]) => {
        const [leading, ...others] = valuesOf(total, key);
        const which = decisions.filter((decision) => dispositionOf(decision) === key);
        const since = summedFrom[key];
        const count = which.reduce((sum, decision) => sum + total.decisions[decision], 0);
        return (
          <Figure
            key={key}
            name={name}
            mark={hue(of, 'mark')}
            value={
              leading ? (
                <span title={[leading, ...others].map(([currency, sum]) => formatMoney(sum, currency)).join('\n')}>
                  {formatMoneyShort(leading[1], leading[0])}
                </span>
              ) : (
                '0'
              )
            }
            note={`${since ? `since ${formatDayAndHour(new Date(since))}, of ` : ''}${formatNumberOf(count, 'payment')}${others.length > 0 ? `, + ${others.length} ${others.length === 1 ? 'currency' : 'currencies'}` : total.payments > 0 ? `, ${formatShare(count / total.payments)}` : ''}`}
            href={addressOf('/assessments', { from, decision: which })}
          />
        );
      })}
    </Box>
  );
}
