import Box from '@mui/material/Box';
import { useId, type ReactNode } from 'react';
import { colour, hue } from '../theme/tokens';

/** The look of a field of the browser's own. */
export const fieldLook = {
  display: 'block',
  width: '100%',
  height: 34,
  px: 1.25,
  font: 'inherit',
  fontSize: '0.8125rem',
  color: 'text.primary',
  bgcolor: colour('surface'),
  border: `1px solid ${colour('lineStrong')}`,
  borderRadius: '7px',
  '&::placeholder': { color: 'text.secondary', opacity: 1 },
  '&:disabled': { opacity: 0.6 },
} as const;

/** The same where something is wrong with what is in it. */
export const wrongLook = { ...fieldLook, borderColor: hue('bad', 'mark') } as const;

const nameLook = { display: 'block', fontSize: '0.75rem', fontWeight: 540, color: 'text.secondary', mb: 0.5 } as const;

const largeNameLook = { ...nameLook, fontSize: '0.8125rem', fontWeight: 560, color: 'text.primary' } as const;

/** The name above a field. */
export const FieldName = ({ htmlFor, isLarge, children }: { htmlFor: string; isLarge?: boolean | undefined; children: ReactNode }) => (
  <Box component="label" htmlFor={htmlFor} sx={isLarge ? largeNameLook : nameLook}>
    {children}
  </Box>
);

/** What an input is given by the field around it: its identity, its look, and what screen readers say about it. */
export interface FieldTraits {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
  readonly sx: object;
}

interface FieldProps {
  label: string;
  hint?: ReactNode;
  problem?: string | undefined;
  /** Whether it stands on a page that is read once and slowly. */
  isLarge?: boolean | undefined;
  children: (traits: FieldTraits) => ReactNode;
}

/** An input with its name above, and below what is wrong with it, else what helps. */
export function Field({ label, hint, problem, isLarge, children }: FieldProps) {
  const id = useId();
  const isWrong = Boolean(problem);
  const below = problem || hint;
  const belowId = `${id}-below`;
  return (
    <Box sx={{ minWidth: 0 }}>
      <FieldName htmlFor={id} isLarge={isLarge}>
        {label}
      </FieldName>
      {children({ id, 'aria-invalid': isWrong, 'aria-describedby': below ? belowId : undefined, sx: isWrong ? wrongLook : fieldLook })}
      {below && (
        <Box id={belowId} sx={{ fontSize: '0.75rem', mt: 0.5, whiteSpace: 'pre-line', color: isWrong ? hue('bad', 'text') : 'text.secondary' }}>
          {below}
        </Box>
      )}
    </Box>
  );
}
