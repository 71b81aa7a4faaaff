const short = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const hourAndMinute = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const shortDay = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const dayAndHour = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

/** A moment in the reader's zone. */
export const formatMoment = (time: Date): string => short.format(time);

/** The time of day, to the second, in the reader's zone. */
export const formatClock = (time: Date): string => clock.format(time);

/** The time of day, to the minute, in the reader's zone. */
export const formatHourAndMinute = (time: Date): string => hourAndMinute.format(time);

/** Day and time of day, in the reader's zone. */
export const formatDayAndHour = (time: Date): string => dayAndHour.format(time);

/** The day, in the reader's zone. */
export const formatDay = (time: Date): string => day.format(time);

/** The day without its year, in the reader's zone. */
export const formatShortDay = (time: Date): string => shortDay.format(time);

/** The same moment for whoever compares with a log: `2026-03-02 12:00:00.25 UTC`. */
export const formatUtc = (iso: string): string => `${iso.replace('T', ' ').replace(/Z$/, '')} UTC`;

/** How long ago, or how long until: `4 min ago`, `in 3 h`. */
export function formatDistance(time: Date, now: Date): string {
  const seconds = Math.round((time.getTime() - now.getTime()) / 1000);
  const size = Math.abs(seconds);
  const [value, unit] = size < 60 ? [size, 's'] : size < 3600 ? [Math.round(size / 60), 'min'] : size < 172_800 ? [Math.round(size / 3600), 'h'] : [Math.round(size / 86_400), 'days'];
  return size < 5 ? 'just now' : seconds < 0 ? `${value} ${unit} ago` : `in ${value} ${unit}`;
}

/** A moment as `<input type="datetime-local">` spells it, in the reader's zone; empty for none. */
export function toLocalInput(iso: string | null | undefined): string {
  if (!iso) {
    return '';
  }

  const time = new Date(iso);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}T${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** What stands in `<input type="datetime-local">`, as a moment; null for none. */
export function fromLocalInput(value: string): string | null {
  const time = new Date(value);
  return value === '' || Number.isNaN(time.getTime()) ? null : time.toISOString();
}
