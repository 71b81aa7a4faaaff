import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';

/** Stands where something is being loaded. */
export function Waiting({ rows = 6 }: { rows?: number }) {
  return (
    <Box role="status" aria-label="Loading" sx={{ px: 2.25, py: 2 }}>
      {Array.from({ length: rows }, (_, i) => (
        <Skeleton key={i} variant="rounded" height={14} width={`${92 - ((i * 17) % 40)}%`} sx={{ my: 1.6 }} />
      ))}
    </Box>
  );
}
