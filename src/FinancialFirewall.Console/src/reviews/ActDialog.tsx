import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import { besides } from '../graph/refusal';
import type { AnyDocument } from '../graph/client';
import type { Change } from '../graph/useChange';
import { FormDialog } from '../layout/FormDialog';
import { TextLine } from '../layout/TextLine';

interface ActDialogProps<D extends AnyDocument> {
  title: string;
  /** What the button says that does it. */
  act: string;
  isGrave?: boolean;
  change: Change<D>;
  /** What the text is called, and which member of the request it is. */
  text?: { label: string; member: string; hint?: string };
  /** Does it, with the text; gives whether it was done. */
  onAct: (text: string) => Promise<boolean>;
  onClose: () => void;
  children?: ReactNode;
}

const why = { label: 'Why', member: 'reason', hint: 'It stays with the payment.' };

/** Does something to a payment that waits, with a text that stays with it. */
export function ActDialog<D extends AnyDocument>({ title, act, isGrave, change, text = why, onAct, onClose, children }: ActDialogProps<D>) {
  const [value, setValue] = useState('');
  const run = async () => {
    if (await onAct(value)) onClose();
  };
  return (
    <FormDialog title={title} act={act} isGrave={isGrave ?? false} isOpen isBusy={change.isBusy} error={besides(change.error, text.member)} onAct={() => void run()} onClose={onClose}>
      {typeof children === 'string' ? <Typography>{children}</Typography> : children}
      <TextLine label={text.label} value={value} onChange={setValue} maxLength={1000} autoFocus problem={change.refusal?.of(text.member)} hint={text.hint} />
    </FormDialog>
  );
}
