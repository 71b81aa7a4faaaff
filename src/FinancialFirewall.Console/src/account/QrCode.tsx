import Box from '@mui/material/Box';
import { encode } from 'uqr';

/** A text as a QR code: dark on light in either scheme, as cameras want it. */
export function QrCode({ text }: { text: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <Box component="svg" role="img" aria-label="QR code of the secret below" viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" sx={{ width: 196, height: 196, bgcolor: '#fff', borderRadius: '8px', border: '1px solid #d5dae2' }}>
      <path d={path} fill="#10151f" />
    </Box>
  );
}
