import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { colour } from '../theme/tokens';

/** A column of a table. */
export interface Column<T> {
  readonly title: string;
  readonly cell: (row: T) => ReactNode;
  readonly isNumber?: boolean;
  /** Hidden on screens narrower than this many pixels. */
  readonly from?: number;
  readonly width?: number | string;
}

interface DataTableProps<T> {
  /** What the table shows, for screen readers. */
  label: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  keyOf: (row: T) => string;
  /** Whether the row is pointed out, as new ones are for a moment. */
  isFresh?: (row: T) => boolean;
}

const look = {
  width: '100%',
  borderCollapse: 'collapse',
  fontSize: '0.8125rem',
  '& th': {
    textAlign: 'left',
    fontWeight: 560,
    fontSize: '0.75rem',
    color: 'text.secondary',
    padding: '7px 12px',
    whiteSpace: 'nowrap',
    bgcolor: colour('sunken'),
    borderBlock: `1px solid ${colour('line')}`,
  },
  '& td': { padding: '8px 12px', borderBottom: `1px solid ${colour('line')}`, verticalAlign: 'middle' },
  '& tbody tr:last-child td': { borderBottom: 0 },
  '& tbody tr:hover': { bgcolor: colour('sunken') },
  '& th:first-of-type, & td:first-of-type': { paddingLeft: '18px' },
  '& th:last-of-type, & td:last-of-type': { paddingRight: '18px' },
  '& .number': { textAlign: 'right' },
  '& tr.fresh td': { animation: 'arrive 1.6s ease-out' },
  '@keyframes arrive': { from: { backgroundColor: colour('accentSoft') } },
} as const;

/** A table: dense, with numbers to the right. */
export function DataTable<T>({ label, columns, rows, keyOf, isFresh }: DataTableProps<T>) {
  const hidden: Record<string, Record<string, object>> = {};
  columns.forEach((column, i) => {
    if (column.from) {
      (hidden[`@media (max-width: ${column.from - 1}px)`] ??= {})[`& .column-${i}`] = { display: 'none' };
    }
  });

  return (
    <Box component="table" aria-label={label} sx={{ ...look, ...hidden }}>
      <thead>
        <tr>
          {columns.map((column, i) => (
            <th key={column.title} scope="col" className={`column-${i} ${column.isNumber ? 'number' : ''}`} style={{ width: column.width }}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)} className={isFresh?.(row) ? 'fresh' : undefined}>
            {columns.map((column, i) => (
              <td key={column.title} className={`column-${i} ${column.isNumber ? 'number' : ''}`}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Box>
  );
}
