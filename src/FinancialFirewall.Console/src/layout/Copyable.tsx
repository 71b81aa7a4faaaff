import IconButton from '@mui/material/IconButton';
import { useState } from 'react';
import { Icon } from '../icons/Icon';

/** A text that people take elsewhere: ids, hashes, keys. */
export function Copyable({ text, shown, label }: { text: string; shown?: string; label: string }) {
  const [isCopied, setCopied] = useState(false);
  const copy = () => {
    void navigator.clipboard.writeText(text).then(() => setCopied(true));
  };

  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 4, minWidth: 0 }}>
      <code style={{ overflowWrap: 'anywhere' }} title={text}>
        {shown ?? text}
      </code>
      <IconButton aria-label={isCopied ? `${label} copied` : `Copy ${label}`} onClick={copy} onBlur={() => setCopied(false)} sx={{ p: 0.5, color: 'text.secondary' }}>
        <Icon name={isCopied ? 'check' : 'copy'} size={15} />
      </IconButton>
    </span>
  );
}
