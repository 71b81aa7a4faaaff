import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { Icon } from '../../icons/Icon';
import { colour } from '../../theme/tokens';
import { ConditionInput } from './ConditionInput';
import { ConditionName } from './ConditionName';
import { conditionPrefix, conditionsOf, criteria, nextName, withConditions, type Criterion } from './criteria';
import { pointerOf, valueAt, type Json, type JsonObject, type Path } from './document';
import { findingsAt, findingsOn, type Finding } from './findings';
import { AmountInput } from './inputs/AmountInput';
import { NumberInput } from './inputs/NumberInput';
import { Problems } from './Problems';

interface CriteriaProps {
  document: JsonObject;
  findings: readonly Finding[];
  baseCurrency: string;
  onPut: (path: Path, value: Json | undefined) => void;
}

/** The decision criteria, the most severe first. */
export function Criteria(props: CriteriaProps) {
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {criteria.map((criterion) => (
        <One key={criterion.member} criterion={criterion} {...props} />
      ))}
    </Box>
  );
}

function One({ criterion, document, findings, baseCurrency, onPut }: CriteriaProps & { criterion: Criterion }) {
  const { member, title, score, amount } = criterion;
  const path: Path = ['decisionCriteria', member];
  const stated = valueAt(document, path);
  const conditions = conditionsOf(stated);
  const approves = member === 'autoApprove';
  const at = (name: string) => findingsAt(findings, pointerOf([...path, name]));
  const put = (next: typeof conditions) => onPut(path, withConditions(stated, next));
  return (
    <Box component="section" aria-label={title} sx={{ border: `1px solid ${colour('line')}`, borderRadius: '8px', p: 1.75, display: 'grid', gap: 1.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' } }}>
      <Box sx={{ gridColumn: '1 / -1' }}>
        <Typography component="h4" sx={{ fontWeight: 600, fontSize: '0.8125rem' }}>
          {title}
        </Typography>
        <Typography variant="caption" color="textSecondary">
          {approves ? 'Holds where all of it holds.' : 'Holds where the score or the amount is reached, or all conditions hold together.'}
        </Typography>
        <Problems id={`${member}-problems`} findings={findingsOn(findings, pointerOf(path))} />
      </Box>
      <NumberInput label={approves ? 'Score up to' : 'Score from'} hint="0 to 1." usual="" value={valueAt(document, [...path, score])} findings={at(score)} onChange={(value) => onPut([...path, score], value)} />
      <AmountInput label={approves ? 'Amount up to' : 'Amount from'} hint="" usual="" value={valueAt(document, [...path, amount])} findings={at(amount)} onChange={(value) => onPut([...path, amount], value)} baseCurrency={baseCurrency} />
      {conditions.map(([name, value], i) => (
        <Box key={i} sx={{ gridColumn: '1 / -1', display: 'grid', gap: 1, gridTemplateColumns: 'minmax(0, 200px) minmax(0, 1fr)' }}>
          <ConditionName name={name} isTaken={(next) => conditions.some(([one], n) => n !== i && one === next)} onRename={(next) => put(conditions.map((one, n) => (n === i ? [next, one[1]] : one)))} />
          <IconButton aria-label={`Remove condition ${name}`} onClick={() => put(conditions.filter((_, n) => n !== i))} sx={{ alignSelf: 'start', justifySelf: 'end' }}>
            <Icon name="trash" size={16} />
          </IconButton>
          <ConditionInput label={`Condition ${name} of ${title.toLowerCase()}`} value={typeof value === 'string' ? value : ''} findings={at(`${conditionPrefix}${name}`)} onChange={(next) => put(conditions.map((one, n) => (n === i ? [one[0], next] : one)))} />
        </Box>
      ))}
      <Button variant="outlined" color="inherit" startIcon={<Icon name="plus" size={16} />} aria-label={`Add a condition to ${title.toLowerCase()}`} onClick={() => put([...conditions, [nextName(conditions), '']])} sx={{ justifySelf: 'start', gridColumn: '1 / -1' }}>
        Add a condition
      </Button>
    </Box>
  );
}
