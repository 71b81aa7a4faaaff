/** Which step a key means; none for all others. */
export function stepOf(event: { ctrlKey: boolean; metaKey: boolean; shiftKey: boolean; key: string }): 'UNDO' | 'REDO' | null {
  const key = event.ctrlKey || event.metaKey ? event.key.toLowerCase() : '';
  return key === 'y' || (key === 'z' && event.shiftKey) ? 'REDO' : key === 'z' ? 'UNDO' : null;
}
