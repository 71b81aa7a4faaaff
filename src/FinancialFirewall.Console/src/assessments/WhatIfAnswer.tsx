import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Icon } from '../icons/Icon';
import { DataTable } from '../layout/DataTable';
import { Flush } from '../layout/Flush';
import { formatScore } from '../money/format';
import { DecisionMark } from './Marks';
import { reasonInWords } from './explain';
import { comparedFactors } from './whatIf';
import type { WhatIf } from './whatIfDocuments';
import { inWords } from './words';

const share = (value: number | undefined) => (value === undefined ? '–' : formatScore(value));

/** What would have been decided, beside what was. */
export function WhatIfAnswer({ told }: { told: WhatIf }) {
  const { before, after } = told;
  const factors = comparedFactors(told);
  return (
    <>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <DecisionMark decision={before.decision} /> {formatScore(before.riskScore)}
        <Icon name="arrow" size={16} />
        <DecisionMark decision={after.decision} /> {formatScore(after.riskScore)}
        <Typography component="span" color="textSecondary">
          {told.changed ? 'The decision would have been another one.' : 'The decision would have been the same.'}
        </Typography>
      </Box>
      <Typography variant="caption">{reasonInWords(after.decisionReason)}</Typography>
      {factors.length > 0 && (
        <Flush>
          <DataTable
            label="Factors as they held, and as they would have"
            rows={factors}
            keyOf={(factor) => factor.name}
            columns={[
              { title: 'Factor', cell: (factor) => inWords(factor.name) },
              { title: 'Was', isNumber: true, cell: (factor) => share(factor.before) },
              { title: 'Would be', isNumber: true, cell: (factor) => share(factor.after) },
            ]}
          />
        </Flush>
      )}
    </>
  );
}
