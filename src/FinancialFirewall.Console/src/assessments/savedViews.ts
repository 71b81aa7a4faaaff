/** A list that somebody wants to see again. */
export interface SavedView {
  readonly name: string;
  /** The parameters of its address. */
  readonly search: string;
}

/** The most views that a browser keeps. */
export const maximumViews = 20;

const isView = (value: unknown): value is SavedView => typeof value === 'object' && value !== null && typeof (value as SavedView).name === 'string' && typeof (value as SavedView).search === 'string';

/** Reads what was kept; what is no view is passed over. */
export function readViews(kept: string | null): SavedView[] {
  try {
    const values: unknown = JSON.parse(kept ?? '[]');
    return Array.isArray(values) ? values.filter(isView).slice(0, maximumViews) : [];
  } catch {
    return [];
  }
}

/** The views with one more, in the order of their names; one of the same name is replaced. */
export const withView = (views: readonly SavedView[], view: SavedView): SavedView[] =>
  [...views.filter((one) => one.name !== view.name), view].sort((a, b) => a.name.localeCompare(b.name)).slice(0, maximumViews);

/** The parameters of an address that a view keeps: not the place on a page of pages. */
export function viewSearch(search: string): string {
  const parameters = new URLSearchParams(search);
  parameters.delete('after');
  return parameters.toString();
}
