import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { Query } from '../graph/useQuery';
import { Failure } from './Failure';
import { Waiting } from './Waiting';

/** Shows what a question has come to: the answer, that it is on its way, or why there is none. */
export function Answered<T>({ query, rows, children }: { query: Query<T>; rows?: number; children: (data: T) => ReactNode }) {
  return (
    <>
      {query.error && (
        <Box sx={{ p: 2 }}>
          <Failure error={query.error} onRetry={query.reload} />
        </Box>
      )}
      {query.data !== undefined ? children(query.data) : query.isLoading ? <Waiting rows={rows} /> : null}
    </>
  );
}
