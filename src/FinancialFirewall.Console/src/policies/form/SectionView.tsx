import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Criteria } from './Criteria';
import { CustomRules } from './CustomRules';
import { pointerOf, valueAt, type Json, type JsonObject, type Path } from './document';
import { FieldInput } from './FieldInput';
import { isShown, type Group, type Section } from './fields';
import { findingsAt, type Finding } from './findings';
import { ScoreScale } from './ScoreScale';

interface SectionViewProps {
  section: Section;
  document: JsonObject;
  findings: readonly Finding[];
  baseCurrency: string;
  onPut: (path: Path, value: Json | undefined) => void;
}

/** The fields of a section. */
export function SectionView({ section, ...rest }: SectionViewProps) {
  return (
    <Box component="section" aria-label={section.title} sx={{ display: 'grid', gap: 2.5, alignContent: 'start' }}>
      <div>
        <Typography component="h3" sx={{ fontWeight: 620, fontSize: '0.9375rem' }}>
          {section.title}
        </Typography>
        <Typography color="textSecondary" sx={{ fontSize: '0.8125rem' }}>
          {section.text}
        </Typography>
      </div>
      {section.key === 'thresholds' && <ScoreScale document={rest.document} />}
      {section.groups.map((group, i) => (
        <GroupView key={group.title ?? i} group={group} {...rest} />
      ))}
      {section.special === 'CUSTOM_RULES' && <CustomRules {...rest} />}
      {section.special === 'CRITERIA' && <Criteria {...rest} />}
    </Box>
  );
}

function GroupView({ group, document, findings, baseCurrency, onPut }: Omit<SectionViewProps, 'section'> & { group: Group }) {
  const fields = group.fields.filter((field) => isShown(field, document));
  return (
    <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, minWidth: 0 }}>
      {group.title && (
        <Typography component="legend" sx={{ fontWeight: 600, fontSize: '0.8125rem', p: 0, mb: 1 }}>
          {group.title}
          {group.text && (
            <Typography component="span" variant="caption" color="textSecondary" sx={{ ml: 1 }}>
              {group.text}
            </Typography>
          )}
        </Typography>
      )}
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' }, alignItems: 'start' }}>
        {fields.map((field) => (
          <FieldInput key={pointerOf(field.path)} field={field} value={valueAt(document, field.path)} findings={findingsAt(findings, pointerOf(field.path))} baseCurrency={baseCurrency} onChange={(value) => onPut(field.path, value)} />
        ))}
      </Box>
    </Box>
  );
}
