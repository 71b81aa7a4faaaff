import Box from '@mui/material/Box';
import type { Json, JsonObject, Path } from './document';
import type { Section } from './fields';
import { countBySection, findingsBesideNoField, type Finding } from './findings';
import { Problems } from './Problems';
import { SectionChooser } from './SectionChooser';
import { placesOf, sections } from './sections';
import { SectionView } from './SectionView';

interface FormViewProps {
  document: JsonObject;
  findings: readonly Finding[];
  section: Section;
  baseCurrency: string;
  onSection: (section: Section) => void;
  onPut: (path: Path, value: Json | undefined) => void;
}

const places = sections.flatMap(placesOf);

/** The configuration as a form, one section at a time. */
export function FormView({ document, findings, section, baseCurrency, onSection, onPut }: FormViewProps) {
  return (
    <Box sx={{ display: 'grid', gap: { xs: 2, md: 3 }, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '190px minmax(0, 1fr)' }, gridTemplateRows: { xs: 'auto minmax(0, 1fr)', md: 'minmax(0, 1fr)' }, height: '100%' }}>
      <SectionChooser chosen={section} counts={countBySection(findings)} onChoose={onSection} />
      <Box sx={{ overflowY: 'auto', pr: 0.5, pb: 1, minHeight: 0 }} tabIndex={-1}>
        <Problems id="configuration-problems" findings={findingsBesideNoField(findings, places)} />
        <SectionView key={section.key} section={section} document={document} findings={findings} baseCurrency={baseCurrency} onPut={onPut} />
      </Box>
    </Box>
  );
}
