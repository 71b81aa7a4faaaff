import Box from '@mui/material/Box';
import { Tag } from '../layout/Tag';
import { formatScore } from '../money/format';
import { colour, hue } from '../theme/tokens';
import { decisionLook, levelLook, type Decision, type RiskLevel } from './words';

/** A decision, as it stands in lists. */
export const DecisionMark = ({ decision }: { decision: Decision }) => <Tag of={decisionLook[decision].hue}>{decisionLook[decision].name}</Tag>;

/** A level, as it stands in lists. */
export function LevelMark({ level }: { level: RiskLevel }) {
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75, whiteSpace: 'nowrap' }}>
      <Box component="span" sx={{ width: 8, height: 8, borderRadius: '50%', bgcolor: hue(levelLook[level].hue, 'mark') }} />
      {levelLook[level].name}
    </Box>
  );
}

/** A score with a bar of its length. */
export function ScoreMark({ score, level }: { score: number; level: RiskLevel }) {
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1 }}>
      <Box component="span" aria-hidden="true" sx={{ width: 44, height: 5, borderRadius: 3, bgcolor: colour('line'), overflow: 'hidden' }}>
        <span style={{ display: 'block', height: '100%', width: `${score * 100}%`, background: hue(levelLook[level].hue, 'mark') }} />
      </Box>
      {formatScore(score)}
    </Box>
  );
}
