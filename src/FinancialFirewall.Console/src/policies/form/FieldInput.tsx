import type { Json } from './document';
import { hintOf, type Field } from './fields';
import type { Finding } from './findings';
import { AmountInput } from './inputs/AmountInput';
import { ChoiceInput } from './inputs/ChoiceInput';
import { DaysInput } from './inputs/DaysInput';
import { HeadersInput } from './inputs/HeadersInput';
import { LinesInput } from './inputs/LinesInput';
import { MappingInput } from './inputs/MappingInput';
import { NumberInput } from './inputs/NumberInput';
import type { InputProps } from './inputs/props';
import { SecretInput } from './inputs/SecretInput';
import { SwitchInput } from './inputs/SwitchInput';
import { TemplateInput } from './inputs/TemplateInput';
import { TextInput } from './inputs/TextInput';
import { ZoneInput } from './inputs/ZoneInput';

/** The input of a member, by its kind. */
export function FieldInput({ field, value, findings, baseCurrency, onChange }: { field: Field; value: Json | undefined; findings: readonly Finding[]; baseCurrency: string; onChange: (value: Json | undefined) => void }) {
  const props: InputProps = { label: field.label, hint: hintOf(field), usual: field.usual ?? '', value, findings, onChange };
  switch (field.kind) {
    case 'TEXT':
    case 'PARAGRAPH':
      return <TextInput {...props} longest={field.longest} isLong={field.kind === 'PARAGRAPH'} />;
    case 'NUMBER':
      return <NumberInput {...props} unit={field.unit} />;
    case 'AMOUNT':
      return <AmountInput {...props} baseCurrency={baseCurrency} />;
    case 'SWITCH':
      return <SwitchInput {...props} isUsual={field.isUsual} />;
    case 'CHOICE':
      return <ChoiceInput {...props} options={field.options} />;
    case 'TEXTS':
      return <LinesInput {...props} />;
    case 'DAYS':
      return <DaysInput {...props} />;
    case 'ZONE':
      return <ZoneInput {...props} />;
    case 'SECRET':
      return <SecretInput {...props} />;
    case 'HEADERS':
      return <HeadersInput {...props} />;
    case 'TEMPLATE':
      return <TemplateInput {...props} />;
    case 'MAPPING':
      return <MappingInput {...props} />;
  }
}
