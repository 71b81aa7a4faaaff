import { useState } from 'react';
import { TextInput } from './inputs/TextInput';

/** The longest name of a condition, behind its prefix. */
const longest = 90;

/** The name of a condition. It is given when the field is left, so that no other condition is lost on the way to a name. */
export function ConditionName({ name, isTaken, onRename }: { name: string; isTaken: (name: string) => boolean; onRename: (name: string) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  const problem = typed === null ? '' : typed === '' ? 'A condition has a name.' : isTaken(typed) ? 'Another condition has this name.' : '';
  const leave = () => {
    if (typed !== null && problem === '') onRename(typed);
    setTyped(null);
  };
  return (
    <div onBlur={leave}>
      <TextInput label="Name of the condition" hint="" usual="" value={typed ?? name} findings={problem === '' ? [] : [{ member: '', message: problem, isWarning: false }]} onChange={(value) => setTyped(String((value ?? '') as string))} longest={longest} />
    </div>
  );
}
