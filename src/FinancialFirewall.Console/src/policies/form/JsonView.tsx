import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { fieldLook, FieldName } from '../../layout/Field';
import { hue } from '../../theme/tokens';
import { findingsOn, type Finding } from './findings';

interface JsonViewProps {
  text: string;
  /** What is wrong with it as JSON; empty where nothing is. */
  problem: string;
  findings: readonly Finding[];
  onChange: (text: string) => void;
}

/** The configuration in the shape of a policy file. */
export function JsonView({ text, problem, findings, onChange }: JsonViewProps) {
  const id = useId();
  const places = [...new Set(findings.map((one) => one.member))];
  return (
    <Box sx={{ display: 'grid', gap: 1, alignContent: 'start' }}>
      <Typography color="textSecondary" sx={{ fontSize: '0.8125rem' }}>
        In the shape of a policy file, as the guide on policies describes it. A masked secret stays as it is.
      </Typography>
      <div>
        <FieldName htmlFor={id}>Configuration</FieldName>
        <Box
          component="textarea"
          id={id}
          value={text}
          rows={22}
          spellCheck={false}
          aria-invalid={problem !== '' || findings.some((one) => !one.isWarning)}
          aria-describedby={`${id}-problems`}
          onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => onChange(event.target.value)}
          sx={{ ...fieldLook, height: 'auto', py: 1, fontFamily: 'ui-monospace, Menlo, Consolas, monospace', lineHeight: 1.5, resize: 'vertical' }}
        />
      </div>
      <Box id={`${id}-problems`} aria-live="polite" sx={{ fontSize: '0.8125rem' }}>
        {problem !== '' && <Box sx={{ color: hue('bad', 'text') }}>{problem}</Box>}
        {problem === '' &&
          places.flatMap((place) =>
            findingsOn(findings, place).map(({ message, isWarning }) => (
              <Box key={`${place} ${message}`} sx={{ color: hue(isWarning ? 'caution' : 'bad', 'text'), whiteSpace: 'pre-wrap', mb: 0.5 }}>
                {place !== '' && <code>{place}</code>} {message}
              </Box>
            )),
          )}
      </Box>
    </Box>
  );
}
