const paths = {
  dashboard: 'M4 4h6.5v8H4zM13.5 4H20v5h-6.5zM13.5 12H20v8h-6.5zM4 15h6.5v5H4z',
  payments: 'M3 7h18M3 12h18M3 17h11',
  toggles: 'M8 7h8a5 5 0 0 1 0 10H8A5 5 0 0 1 8 7zM8 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  policy: 'M12 3l7.5 3v5.5c0 4.600-3 7.700-7.5 9.5-4.5-1.800-7.5-4.900-7.5-9.5V6zM9 12l2.200 2.200L15.200 10',
  audit: 'M6 3.5h9l4 4V20.5H6zM15 3.5v4h4M9 12h7M9 15.5h7',
  keys: 'M14.5 14a4.5 4.5 0 1 0-4.200-2.900L4 17.400V20h2.600l.9-.9v-1.800h1.800l1.600-1.600v-1.5h1.200zM15.5 8.5h.01',
  tenant: 'M4 20V8l8-4 8 4v12M4 20h16M9 20v-5h6v5M8.5 10.5h.01M12 10.5h.01M15.5 10.5h.01',
  account: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.8-4 3.800-5.5 7.5-5.5s6.700 1.5 7.5 5.5',
  people: 'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 19.5c.6-3.500 3.200-5 6.5-5s5.900 1.500 6.5 5M15.5 4.800a3.5 3.5 0 0 1 0 6.400M17.5 14.800c2.300.5 3.600 2 4 4.700',
  lists: 'M4 6.5l1.200 1.200L7.500 5.300M4 12.500l1.200 1.200 2.300-2.400M4 18.500l1.200 1.200 2.300-2.400M11 6.500h9M11 12.500h9M11 18.500h9',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L20 20',
  help: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.5 9.5a2.5 2.5 0 1 1 3.600 2.200c-.7.4-1.100.9-1.100 1.800M12 16.800h.01',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2.5v2M12 19.5v2M4.200 4.200l1.400 1.400M18.400 18.400l1.400 1.400M2.5 12h2M19.5 12h2M4.200 19.800l1.400-1.400M18.400 5.600l1.400-1.400',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z',
  system: 'M4 5h16v11H4zM9 20h6M12 16v4',
  menu: 'M4 7h16M4 12h16M4 17h16',
  close: 'M6 6l12 12M18 6L6 18',
  leave: 'M14 4H6v16h8M10.5 12H20M16.5 8.5L20 12l-3.5 3.5',
  copy: 'M9 9h10.5v10.5H9zM5 15H4.5V4.5H15V5',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  arrow: 'M5 12h14M13 6l6 6-6 6',
  back: 'M19 12H5M11 6l-6 6 6 6',
  download: 'M12 4v11M7.5 11L12 15.5l4.5-4.5M5 20h14',
  filter: 'M4 6h16M7 12h10M10 18h4',
  plus: 'M12 5v14M5 12h14',
  up: 'M12 19V6M6.5 11.5L12 6l5.500 5.500',
  undo: 'M9 7L4.500 11.500 9 16M5 11.500h9a5.500 5.500 0 0 1 0 8H11',
  redo: 'M15 7l4.500 4.500L15 16M19 11.500h-9a5.500 5.500 0 0 0 0 8h3',
  edit: 'M4 20h4L19 9l-4-4L4 16zM13 7l4 4',
  trash: 'M5 7h14M10 7V4.5h4V7M7 7l1 13h8l1-13M10.5 11v5.5M13.5 11v5.5',
  rotate: 'M20 11A8 8 0 0 0 5.5 7M4 13a8 8 0 0 0 14.5 4M5.5 3.5V7H9M18.5 20.5V17H15',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5.200l3.5 2',
  warning: 'M12 4l9 16H3zM12 10v4.5M12 17.300h.01',
  pulse: 'M3 12h4l2.5-7 5 14 2.5-7h4',
  shield: 'M12 3l7.5 3v5.5c0 4.600-3 7.700-7.5 9.5-4.5-1.800-7.5-4.900-7.5-9.5V6z',
  bolt: 'M13 3L5 13.5h6L10.5 21 19 10h-6.5z',
  keyboard: 'M3 7h18v11H3zM7 11h.01M11 11h.01M15 11h.01M17.5 11h.01M8 14.5h8',
} as const;

/** The name of a drawing. */
export type IconName = keyof typeof paths;

/** A drawing that repeats what is said beside it; screen readers pass over it. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth={1.7} strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}

/** The mark of the firewall. */
export function Mark({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="#2447b8" />
      <path d="M8 9.5h16M8 16h16M8 22.5h16M16 9.5V16M11.5 16v6.5M20.5 16v6.5" stroke="#fff" strokeWidth="2.2" strokeLinecap="round" fill="none" />
    </svg>
  );
}
