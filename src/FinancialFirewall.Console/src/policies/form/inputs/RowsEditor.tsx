import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import type { ReactNode } from 'react';
import { Icon } from '../../../icons/Icon';
import type { Json } from '../document';
import type { Rows } from '../typed';

interface RowsEditorProps {
  rows: Rows;
  look: object;
  /** What a name is called, for screen readers. */
  nameLabel: string;
  /** What the button says that adds a row. */
  add: string;
  /** What a new row says. */
  fresh: Json;
  columns?: string;
  onChange: (rows: Rows) => void;
  children: (value: Json, onChange: (value: Json) => void, name: string) => ReactNode;
}

/** Names with values, a row each. */
export function RowsEditor({ rows, look, nameLabel, add, fresh, columns = 'minmax(0, 1fr) minmax(0, 2fr) auto', onChange, children }: RowsEditorProps) {
  const put = (i: number, row: Rows[number] | null) => onChange(rows.flatMap((one, n) => (n === i ? (row ? [row] : []) : [one])));
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {rows.map(([name, value], i) => (
        <Box key={i} sx={{ display: 'grid', gridTemplateColumns: columns, gap: 1, alignItems: 'start' }}>
          <Box
            component="input"
            aria-label={`${nameLabel} ${i + 1}`}
            placeholder={nameLabel}
            value={name}
            autoComplete="off"
            spellCheck={false}
            onChange={(event: React.ChangeEvent<HTMLInputElement>) => put(i, [event.target.value, value])}
            sx={look}
          />
          {children(value, (next) => put(i, [name, next]), name || `${nameLabel} ${i + 1}`)}
          <IconButton aria-label={`Remove ${name || `${nameLabel} ${i + 1}`}`} onClick={() => put(i, null)}>
            <Icon name="trash" size={16} />
          </IconButton>
        </Box>
      ))}
      <Button variant="outlined" color="inherit" startIcon={<Icon name="plus" size={16} />} onClick={() => onChange([...rows, ['', fresh]])} sx={{ justifySelf: 'start' }}>
        {add}
      </Button>
    </Box>
  );
}
