import Box from '@mui/material/Box';
import { decisionLook } from '../../assessments/words';
import { hue } from '../../theme/tokens';
import { bandsOf } from './bands';
import type { JsonObject } from './document';

/** Which scores lead to which decision, as a scale from 0 to 1. */
export function ScoreScale({ document }: { document: JsonObject }) {
  const bands = bandsOf(document);
  if (bands.length === 0) {
    return null;
  }

  const words = bands.map((band) => `${decisionLook[band.decision].name} from ${plain(band.from)}`).join(', ');
  return (
    <Box role="img" aria-label={`Scores: ${words}`}>
      <Box sx={{ display: 'flex', height: 26, borderRadius: '7px', overflow: 'hidden', fontSize: '0.75rem', fontWeight: 560 }}>
        {bands.map((band) => {
          const { name, hue: of } = decisionLook[band.decision];
          return (
            <Box key={band.from} title={name} sx={{ width: `${(band.to - band.from) * 100}%`, bgcolor: hue(of, 'soft'), color: hue(of, 'text'), borderLeft: band.from > 0 ? `2px solid ${hue(of, 'mark')}` : 0, px: 0.75, lineHeight: '26px', whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' }}>
              {name}
            </Box>
          );
        })}
      </Box>
      <Box sx={{ position: 'relative', height: 18, fontSize: '0.6875rem', color: 'text.secondary' }}>
        {bands.map((band) => (
          <Box key={band.from} component="span" sx={{ position: 'absolute', left: `${band.from * 100}%`, ...(band.from > nearTheEnd ? { transform: 'translateX(-100%)', pr: 0.25 } : {}) }}>
            {plain(band.from)}
          </Box>
        ))}
      </Box>
    </Box>
  );
}

/** From this score on a number has no room behind its place. */
const nearTheEnd = 0.94;

/** A score with the digits that it needs. */
const plain = (score: number): string => String(Number(score.toFixed(4)));
