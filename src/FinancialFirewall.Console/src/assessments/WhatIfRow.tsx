import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { Icon } from '../icons/Icon';
import { TextLine } from '../layout/TextLine';

interface WhatIfRowProps {
  label: string;
  value: string;
  placeholder: string;
  problem: string;
  onChange: (text: string) => void;
  /** It is to stay as it was. */
  onLeave: () => void;
}

/** Something that is to be another. */
export function WhatIfRow({ label, value, placeholder, problem, onChange, onLeave }: WhatIfRowProps) {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', gap: 0.5, alignItems: 'start', '& > button': { mt: 2.5 } }}>
      <TextLine label={label} value={value} onChange={onChange} placeholder={placeholder} problem={problem} />
      <IconButton aria-label={`Leave ${label} as it was`} onClick={onLeave}>
        <Icon name="close" size={16} />
      </IconButton>
    </Box>
  );
}
