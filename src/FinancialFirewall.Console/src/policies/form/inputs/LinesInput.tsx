import Box from '@mui/material/Box';
import { Framed } from '../Framed';
import { readLines, spellLines } from '../typed';
import { useTyped } from '../useTyped';
import type { InputProps } from './props';

/** Texts, one a line; what is wrong names its line. */
export function LinesInput({ label, hint, value, findings, onChange }: InputProps) {
  const [typed, type] = useTyped(value, readLines, spellLines, onChange);
  const told = findings.map((one) => {
    const line = /\/(\d+)$/.exec(one.member)?.[1];
    return line === undefined ? one : { ...one, message: `${Number(line) + 1}: ${one.message}` };
  });
  return (
    <Framed label={label} hint={hint} findings={told} isWide>
      {({ sx, ...traits }) => (
        <Box
          component="textarea"
          {...traits}
          rows={Math.min(Math.max(typed.split('\n').length, 2), 8)}
          value={typed}
          spellCheck={false}
          onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => type(event.target.value)}
          sx={{ ...sx, height: 'auto', py: 0.75, resize: 'vertical', fontFamily: 'ui-monospace, Menlo, Consolas, monospace' }}
        />
      )}
    </Framed>
  );
}
