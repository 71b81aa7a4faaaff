import Box from '@mui/material/Box';
import { Framed } from '../Framed';
import { readJson, spellJson } from '../typed';
import { useTyped } from '../useTyped';
import type { InputProps } from './props';

/** A JSON object. What is none goes to the firewall as it is, which says so. */
export function TemplateInput({ label, hint, usual, value, findings, onChange }: InputProps) {
  const [typed, type] = useTyped(value, readJson, spellJson, onChange);
  return (
    <Framed label={label} hint={hint} findings={findings} isWide>
      {({ sx, ...traits }) => (
        <Box
          component="textarea"
          {...traits}
          rows={8}
          value={typed}
          placeholder={usual}
          spellCheck={false}
          onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => type(event.target.value)}
          sx={{ ...sx, height: 'auto', py: 0.75, resize: 'vertical', fontFamily: 'ui-monospace, Menlo, Consolas, monospace' }}
        />
      )}
    </Framed>
  );
}
