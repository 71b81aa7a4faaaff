import Box from '@mui/material/Box';
import { useId, type ReactNode } from 'react';
import { FieldName, fieldLook, wrongLook, type FieldTraits } from '../../layout/Field';
import type { Finding } from './findings';
import { Problems } from './Problems';

interface FramedProps {
  label: string;
  hint?: string | undefined;
  findings: readonly Finding[];
  /** What only the browser can tell. */
  problem?: string;
  /** Whether the name stands above a group of inputs, and not above one. */
  isGroup?: boolean;
  isWide?: boolean;
  children: (traits: FieldTraits) => ReactNode;
}

/** A field with its name above, and below what it means and what is wrong with it. */
export function Framed({ label, hint, findings, problem, isGroup, isWide, children }: FramedProps) {
  const id = useId();
  const all = problem ? [{ member: '', message: problem, isWarning: false }, ...findings] : findings;
  const isWrong = all.some((one) => !one.isWarning);
  const traits: FieldTraits = {
    id,
    'aria-invalid': isWrong,
    'aria-describedby': `${id}-problems ${id}-hint`,
    sx: isWrong ? wrongLook : fieldLook,
  };
  return (
    <Box sx={{ minWidth: 0, ...(isWide ? { gridColumn: '1 / -1' } : {}) }} {...(isGroup ? { role: 'group', 'aria-labelledby': `${id}-name`, 'aria-describedby': traits['aria-describedby'] } : {})}>
      {isGroup ? (
        <Box id={`${id}-name`} sx={{ fontSize: '0.75rem', fontWeight: 540, color: 'text.secondary', mb: 0.5 }}>
          {label}
        </Box>
      ) : (
        <FieldName htmlFor={id}>{label}</FieldName>
      )}
      {children(traits)}
      <Problems id={`${id}-problems`} findings={all} />
      <Box id={`${id}-hint`} sx={{ fontSize: '0.75rem', mt: 0.5, color: 'text.secondary' }}>
        {hint}
      </Box>
    </Box>
  );
}
