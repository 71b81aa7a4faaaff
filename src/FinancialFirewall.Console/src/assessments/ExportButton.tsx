import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useEffect, useRef, useState } from 'react';
import { messageOf } from '../graph/refusal';
import { Icon } from '../icons/Icon';
import { formatCount } from '../money/format';
import { loadAll, saveFile, toCsv, toJson } from './exporting';
import type { Filter } from './filter';

const formats = {
  csv: { title: 'CSV, for spreadsheets', type: 'text/csv;charset=utf-8', write: toCsv },
  json: { title: 'JSON, with everything listed', type: 'application/json', write: toJson },
} as const;

/** Writes what is filtered into a file. */
export function ExportButton({ filter }: { filter: Filter }) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [state, setState] = useState<{ rows: number } | { problem: string } | null>(null);
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []);

  const run = async (format: keyof typeof formats) => {
    setAnchor(null);
    setState({ rows: 0 });
    running.current = new AbortController();
    try {
      const rows = await loadAll(filter, (count) => setState({ rows: count }), running.current.signal);
      saveFile(`assessments-${new Date().toISOString().slice(0, 10)}.${format}`, formats[format].type, formats[format].write(rows));
      setState(null);
    } catch (error) {
      setState(running.current.signal.aborted ? null : { problem: messageOf(error) });
    }
  };

  const isRunning = state !== null && 'rows' in state;
  return (
    <>
      <Button variant="outlined" color="inherit" startIcon={<Icon name="download" size={16} />} onClick={(event) => (isRunning ? running.current?.abort() : setAnchor(event.currentTarget))} aria-haspopup="menu">
        {isRunning ? `${formatCount(state.rows)} … stop` : 'Export'}
      </Button>
      <span role="status" style={{ maxWidth: 280 }}>
        {state !== null && 'problem' in state ? state.problem : ''}
      </span>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {(Object.keys(formats) as (keyof typeof formats)[]).map((format) => (
          <MenuItem key={format} onClick={() => void run(format)}>
            {formats[format].title}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
