import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useQuery } from '../graph/useQuery';
import { Icon } from '../icons/Icon';
import { Failure } from '../layout/Failure';
import { Panel } from '../layout/Panel';
import { formatCount } from '../money/format';
import { colour, hue } from '../theme/tokens';
import { verificationDocument } from './documents';

/** Proves the chain of the log when somebody asks for it. */
export function Verification() {
  const [isWanted, setWanted] = useState(false);
  const query = useQuery(verificationDocument, {}, isWanted);
  const proof = query.data?.auditVerification;
  const of = proof === undefined ? 'neutral' : proof.isWhole ? 'good' : 'bad';
  return (
    <Panel>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
        <Box sx={{ display: 'grid', placeItems: 'center', width: 40, height: 40, borderRadius: '10px', color: hue(of, 'text'), bgcolor: proof === undefined ? colour('sunken') : hue(of, 'soft') }}>
          <Icon name={proof?.isWhole === false ? 'warning' : 'shield'} size={20} />
        </Box>
        <Box sx={{ minWidth: 0, flex: '1 1 260px' }} role="status">
          <Typography sx={{ fontWeight: 600 }}>
            {proof === undefined ? 'The chain has not been proved on this page yet' : proof.isWhole ? `The chain is whole: ${formatCount(proof.entries)} entries are what was written` : `The chain is broken at entry ${proof.brokenAt ?? '?'}`}
          </Typography>
          <Typography variant="body2" color="textSecondary">
            {proof?.isWhole === false ? proof.problem : 'Every entry carries a hash over itself and the one before, from the first on.'}
          </Typography>
        </Box>
        <Button variant="outlined" color="inherit" loading={query.isLoading && isWanted} onClick={() => (isWanted ? query.reload() : setWanted(true))}>
          {proof === undefined ? 'Verify' : 'Verify again'}
        </Button>
      </Box>
      {query.error && <Failure error={query.error} />}
    </Panel>
  );
}
