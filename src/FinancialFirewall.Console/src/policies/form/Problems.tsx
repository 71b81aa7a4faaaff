import Box from '@mui/material/Box';
import { hue } from '../../theme/tokens';
import type { Finding } from './findings';

/** What was found at a field: in words, and where a condition is at fault with the place in it. */
export function Problems({ id, findings }: { id: string; findings: readonly Finding[] }) {
  return (
    <Box id={id} aria-live="polite" sx={{ fontSize: '0.75rem' }}>
      {findings.map(({ message, isWarning }) => {
        const [sentence, ...place] = message.split('\n');
        return (
          <Box key={message} sx={{ mt: 0.5, color: hue(isWarning ? 'caution' : 'bad', 'text') }}>
            {sentence}
            {place.length > 0 && (
              <Box component="pre" sx={{ m: 0, mt: 0.25, overflowX: 'auto', fontFamily: 'ui-monospace, Menlo, Consolas, monospace' }}>
                {place.join('\n')}
              </Box>
            )}
          </Box>
        );
      })}
    </Box>
  );
}
