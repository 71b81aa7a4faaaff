import Box from '@mui/material/Box';
import { useEffect, useState } from 'react';
import { TextLine } from '../layout/TextLine';
import type { RiskList } from './documents';

const typingMs = 300;

/** Looks for entries by how their values begin. What is looked for stands in the address bar. */
export function EntrySearch({ list, prefix, onChange }: { list: RiskList; prefix: string; onChange: (prefix: string) => void }) {
  const [text, setText] = useState(prefix);
  useEffect(() => setText(prefix), [prefix]);
  useEffect(() => {
    if (text === prefix) {
      return;
    }

    const timer = setTimeout(() => onChange(text), typingMs);
    return () => clearTimeout(timer);
  }, [text, prefix, onChange]);

  return (
    <Box role="search" aria-label={`Search ${list.name}`} sx={{ flex: '1 1 260px', maxWidth: 420 }}>
      <TextLine label={list.member === 'ipAddress' ? 'In the range' : 'Begins with'} value={text} onChange={setText} placeholder={list.member === 'ipAddress' ? '10.0.0.0/8' : ''} isSearch />
    </Box>
  );
}
