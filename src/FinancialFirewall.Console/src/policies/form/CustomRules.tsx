import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { Icon } from '../../icons/Icon';
import { colour } from '../../theme/tokens';
import { ConditionInput } from './ConditionInput';
import { isObject, pointerOf, valueAt, type Json, type JsonObject, type Path } from './document';
import { findingsAt, findingsOn, type Finding } from './findings';
import { NumberInput } from './inputs/NumberInput';
import { SwitchInput } from './inputs/SwitchInput';
import { TextInput } from './inputs/TextInput';
import { Problems } from './Problems';

interface CustomRulesProps {
  document: JsonObject;
  findings: readonly Finding[];
  onPut: (path: Path, value: Json | undefined) => void;
}

const place: Path = ['riskRules', 'customRules'];

/** The rules that people write themselves, in the order in which they are evaluated. */
export function CustomRules({ document, findings, onPut }: CustomRulesProps) {
  const stated = valueAt(document, place);
  const rules = Array.isArray(stated) ? (stated as readonly Json[]) : [];
  const move = (from: number, to: number) => {
    const next = rules.filter((_, i) => i !== from);
    next.splice(to, 0, rules[from] ?? {});
    onPut(place, next);
  };
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {rules.length === 0 && <Typography color="textSecondary">There is none. One such as “count(payments, 1h) &gt; 5” sees what the families cannot.</Typography>}
      {rules.map((rule, i) => (
        <Rule key={i} rule={isObject(rule) ? rule : {}} number={i + 1} path={[...place, i]} document={document} findings={findings} onPut={onPut} onUp={i > 0 ? () => move(i, i - 1) : undefined} />
      ))}
      <Button variant="outlined" color="inherit" startIcon={<Icon name="plus" size={16} />} onClick={() => onPut([...place, rules.length], { name: nameFor(rules), expression: '', weight: 0.2 })} sx={{ justifySelf: 'start' }}>
        Add a rule
      </Button>
      <Problems id="custom-rules-problems" findings={findingsOn(findings, pointerOf(place))} />
    </Box>
  );
}

/** The first name that is free. */
function nameFor(rules: readonly Json[]): string {
  const taken = rules.map((rule) => (isObject(rule) ? rule.name : ''));
  return Array.from({ length: rules.length + 1 }, (_, i) => `rule${i + 1}`).find((name) => !taken.includes(name)) ?? '';
}

function Rule({ rule, number, path, document, findings, onPut, onUp }: CustomRulesProps & { rule: JsonObject; number: number; path: Path; onUp: (() => void) | undefined }) {
  const name = typeof rule.name === 'string' ? rule.name : '';
  const weightPath: Path = ['riskRules', 'weights', name];
  const weight = valueAt(document, weightPath);
  const at = (member: string) => findingsAt(findings, pointerOf([...path, member]));
  const label = name || `rule ${number}`;
  return (
    <Box component="section" aria-label={`Rule ${label}`} sx={{ border: `1px solid ${colour('line')}`, borderRadius: '8px', p: 1.75, display: 'grid', gap: 1.5, gridTemplateColumns: { xs: 'minmax(0, 1fr) auto', sm: 'minmax(0, 2fr) minmax(0, 1fr) 96px auto' } }}>
      <TextInput label="Name of the rule" hint="Its factor has this name." usual="" value={rule.name} findings={at('name')} onChange={(value) => onPut([...path, 'name'], value)} longest={100} />
      <NumberInput label="Weight" hint="0 to 1." usual="" value={rule.weight} findings={at('weight')} onChange={(value) => onPut([...path, 'weight'], value)} />
      <SwitchInput label="Takes part" hint="" usual="" value={rule.enabled} findings={at('enabled')} onChange={(value) => onPut([...path, 'enabled'], value)} isUsual />
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', alignSelf: 'start', gridRow: 1, gridColumn: { xs: 2, sm: 4 } }}>
        {onUp && (
          <IconButton aria-label={`Evaluate ${label} earlier`} onClick={onUp}>
            <Icon name="up" size={16} />
          </IconButton>
        )}
        <IconButton aria-label={`Remove ${label}`} onClick={() => onPut(path, undefined)}>
          <Icon name="trash" size={16} />
        </IconButton>
      </Box>
      <ConditionInput label={`Condition of ${label}`} value={typeof rule.expression === 'string' ? rule.expression : ''} findings={at('expression')} onChange={(value) => onPut([...path, 'expression'], value)} />
      {weight !== undefined && <NumberInput label="Weight that replaces the one above" hint="Stated among the weights of all factors." usual="" value={weight} findings={findingsAt(findings, pointerOf(weightPath))} onChange={(value) => onPut(weightPath, value)} />}
    </Box>
  );
}
