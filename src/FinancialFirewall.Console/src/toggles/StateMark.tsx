import { Tag } from '../layout/Tag';

/** Whether the fraud check is on. */
export const StateMark = ({ isOn }: { isOn: boolean }) => <Tag of={isOn ? 'good' : 'bad'}>{isOn ? 'On' : 'Off'}</Tag>;
