import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Icon } from '../icons/Icon';

const formats = [
  ['csv', 'CSV'],
  ['ndjson', 'JSON'],
] as const;

/** Has the browser keep all entries of a list in a file, however many there are. */
export function ExportLinks({ list }: { list: string }) {
  return (
    <Box sx={{ display: 'flex', gap: 1 }}>
      {formats.map(([format, name]) => (
        <Button
          key={format}
          component="a"
          href={`/api/v1/lists/${encodeURIComponent(list)}/export?format=${format}`}
          download={`${list}.${format}`}
          color="inherit"
          variant="outlined"
          startIcon={<Icon name="download" size={16} />}
        >
          Export {name}
        </Button>
      ))}
    </Box>
  );
}
