import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { formatScore } from '../money/format';
import { addressOf } from '../routing/address';
import { Link } from '../routing/Link';
import { colour, hue } from '../theme/tokens';
import type { Whole } from './documents';
import { observedInWords } from './observed';
import { inWords, levelLook } from './words';

/** Each factor with its share of the score, one behind the other, and the values that it saw. */
export function FactorList({ assessment }: { assessment: Whole }) {
  const factors = [...assessment.riskFactors].sort((a, b) => b.share - a.share);
  if (factors.length === 0) {
    return <Typography color="textSecondary">{assessment.fraudCheckEnabled ? 'No factor held.' : 'No factor was looked at: the fraud check was off.'}</Typography>;
  }

  let passed = 0;
  return (
    <Box component="ul" sx={{ listStyle: 'none', p: 0 }}>
      {factors.map((factor) => {
        const start = passed;
        passed += factor.share;
        const observed = observedInWords(factor.observed);
        return (
          <Box component="li" key={factor.name} sx={{ py: 1.25, borderTop: `1px solid ${colour('line')}`, '&:first-of-type': { borderTop: 0, pt: 0.5 } }}>
            <Box sx={{ display: 'flex', gap: 2, alignItems: 'baseline' }}>
              <Link href={addressOf('/assessments', { factor: factor.name })} color="inherit" sx={{ fontWeight: 560 }}>
                {inWords(factor.name)}
              </Link>
              <Box component="span" sx={{ ml: 'auto', fontWeight: 600 }}>
                {formatScore(factor.share)}
              </Box>
              <Typography component="span" variant="caption" color="textSecondary" sx={{ width: 76, textAlign: 'right' }}>
                weight {formatScore(factor.weight)}
              </Typography>
            </Box>
            {observed !== '' && (
              <Typography variant="caption" color="textSecondary" component="div" sx={{ overflowWrap: 'anywhere' }}>
                {observed}
              </Typography>
            )}
            <Box aria-hidden="true" sx={{ position: 'relative', mt: 0.75, height: 6, borderRadius: 3, bgcolor: colour('sunken') }}>
              <span style={{ position: 'absolute', insetBlock: 0, left: `${Math.min(1, start) * 100}%`, width: `${Math.min(1, factor.share) * 100}%`, maxWidth: `${Math.max(0, 1 - start) * 100}%`, borderRadius: 3, background: hue(levelLook[assessment.riskLevel].hue, 'mark') }} />
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}
