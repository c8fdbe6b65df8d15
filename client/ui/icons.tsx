import type { ReactNode, SVGProps } from 'react';

/** The product's own icons: 24 by 24, stroke 1.8. One drawing is one or more paths; circles are arcs. */
const drawings = {
  home: 'm4 11 8-7 8 7v9H4zM10 20v-6h4v6',
  calendar: 'M5 5h14a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM3 10h18M8 2.5v5M16 2.5v5',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3 2',
  people: 'M9 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM2 20c0-3.5 3-6 7-6s7 2.5 7 6M16 4.3a4 4 0 0 1 0 7.4M18.5 14.8c2.1.9 3.5 2.8 3.5 5.2',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 21c0-3.9 3.6-6.5 8-6.5s8 2.6 8 6.5',
  addPerson: 'M9 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM2 20c0-3.5 3-6 7-6s7 2.5 7 6M19 7v6M16 10h6',
  building: 'M3 21h18M4 9l8-6 8 6M6 9v12M10 12v6M14 12v6M18 9v12M4 9h16',
  settings: 'M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM19 12l2-1.5-2-3.5-2.4 1a7 7 0 0 0-2.1-1.2L14 4h-4l-.5 2.8A7 7 0 0 0 7.4 8L5 7l-2 3.5L5 12l-2 1.5L5 17l2.4-1a7 7 0 0 0 2.1 1.2L10 20h4l.5-2.8a7 7 0 0 0 2.1-1.2l2.4 1 2-3.5z',
  globe: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2M12 20v2M2 12h2M20 12h2M4.9 4.9l1.4 1.4M17.7 17.7l1.4 1.4M4.9 19.1l1.4-1.4M17.7 6.3l1.4-1.4',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z',
  display: 'M4 4h16a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM8 21h8M12 17v4',
  signOut: 'M14 4h5a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1h-5M4 12h11M8 8l-4 4 4 4',
  signIn: 'M10 4H5a1 1 0 0 0-1 1v14a1 1 0 0 0 1 1h5M10 12h11M17 8l4 4-4 4',
  menu: 'M4 6h16M4 12h16M4 18h16',
  more: 'M5 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2zM12 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2zM19 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2z',
  close: 'm6 6 12 12M18 6 6 18',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM20 20l-4-4',
  edit: 'M4 20h4L19.5 8.5l-4-4L4 16zM13 7l4 4',
  trash: 'M4 7h16M10 3.5h4a1 1 0 0 1 1 1V7H9V4.5a1 1 0 0 1 1-1zM6 7l1 13h10l1-13M10 11v5M14 11v5',
  copy: 'M9 9h10a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H9a1 1 0 0 1-1-1V10a1 1 0 0 1 1-1zM16 9V4a1 1 0 0 0-1-1H5a1 1 0 0 0-1 1v10a1 1 0 0 0 1 1h3',
  link: 'M10 14a4 4 0 0 0 6 .4l3-3A4 4 0 0 0 13.4 5.7l-1.2 1.2M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.6 5.7l1.2-1.2',
  qr: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 14h2M20 18v2h-3M14 18v2',
  mail: 'M4 5h16a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM3.5 6.5 12 13l8.5-6.5',
  upload: 'M12 15V4m0 0 4 4m-4-4L8 8M4 15v4a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1v-4',
  download: 'M12 4v11m0 0 4-4m-4 4-4-4M4 16v3a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1v-3',
  document: 'M6 3h8l5 5v13H6zM14 3v5h5M9 13h7M9 17h7',
  slides: 'M3 4h18v12H3zM12 16v3M8 21l4-2 4 2M7 8h6M7 12h10',
  next: 'm9 5 7 7-7 7',
  previous: 'm15 5-7 7 7 7',
  down: 'm5 9 7 7 7-7',
  up: 'm5 15 7-7 7 7',
  arrow: 'M4 12h16M14 6l6 6-6 6',
  back: 'M20 12H4M10 6l-6 6 6 6',
  refresh: 'M20 5v5h-5M4 19v-5h5M19.5 10A8 8 0 0 0 5.3 7.5M4.5 14a8 8 0 0 0 14.2 2.5',
  undo: 'M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5.5M12 7.5v.1',
  warning: 'M12 3.5 2.5 20h19zM12 10v4.5M12 17.2v.1',
  stop: 'M8 3h8l5 5v8l-5 5H8l-5-5V8zM12 7.5v5.5M12 16.3v.1',
  lock: 'M6 11h12a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-8a1 1 0 0 1 1-1zM8 11V7a4 4 0 0 1 8 0v4',
  unlock: 'M6 11h12a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-8a1 1 0 0 1 1-1zM8 11V7a4 4 0 0 1 7.6-1.7',
  door: 'M5 21V4a1 1 0 0 1 1-1h12a1 1 0 0 1 1 1v17M3 21h18M15 12v.1',
  microphone: 'M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3zM5 11a7 7 0 0 0 14 0M12 18v3',
  microphoneOff: 'M15 9V6a3 3 0 0 0-5.7-1.3M9 9v2a3 3 0 0 0 4.5 2.6M5 11a7 7 0 0 0 10.6 6M18.4 14a7 7 0 0 0 .6-3M12 18v3M4 4l16 16',
  camera: 'M5 6h9a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2zM16 10l5-3v10l-5-3',
  cameraOff: 'M10 6h4a2 2 0 0 1 2 2v4M16 10l5-3v10l-2-1.2M15.5 17.5a2 2 0 0 1-1.5.5H5a2 2 0 0 1-2-2V8a2 2 0 0 1 1.5-1.9M4 4l16 16',
  documentCamera: 'M6 21h12M9 21v-4l-4-7 8-5M13 3l3 5-3 2-3-5zM15 13h5M15 17h5',
  still: 'M4 8h4l2-3h4l2 3h4v11H4zM12 9.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z',
  share: 'M12 14V4m0 0 3.5 3.5M12 4 8.5 7.5M4 12v8h16v-8',
  screen: 'M4 4h16a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM8 21h8M12 13.5v-6m0 0L9.5 10M12 7.5l2.5 2.5',
  speaker: 'M4 9v6h4l5 4V5L8 9zM16.5 8.5a5 5 0 0 1 0 7M19 6a8.5 8.5 0 0 1 0 12',
  speakerOff: 'M4 9v6h4l5 4V5L8 9zM16.5 9.5l5 5M21.5 9.5l-5 5',
  headphones: 'M4 15v-3a8 8 0 0 1 16 0v3M4 14h3v6H5a1 1 0 0 1-1-1zM20 14h-3v6h2a1 1 0 0 0 1-1z',
  hand: 'M8 12V6a1.5 1.5 0 0 1 3 0v5-7a1.5 1.5 0 0 1 3 0v7-5a1.5 1.5 0 0 1 3 0v9c0 4-2.5 6-6 6-3 0-4.5-1.5-6-4l-2-4c1-1.5 2.5-1 3.5.5z',
  agree: 'M7 11v9H4v-9zM7 11l4-8c1.5 0 2.5 1 2.5 2.5V9H19a1.5 1.5 0 0 1 1.5 1.8l-1.5 8a1.5 1.5 0 0 1-1.5 1.2H7',
  slower: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9.5 8.5v7M14.5 8.5v7',
  cannotHear: 'M7 9a5 5 0 0 1 9.5-2M16.8 10.5c-.6 2.5-3.3 3-3.3 5.5a3 3 0 0 1-5.5 1.7M10 9.5a2 2 0 0 1 3-1.7M4 4l16 16',
  chat: 'M4 5h16v11H9l-5 4z',
  send: 'M4 12 20 4l-6 16-3-7z',
  grid: 'M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z',
  layout: 'M5 4h14a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM3 15h18',
  panel: 'M5 4h14a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM15 4v16',
  pin: 'M9 3h6l-1 6 4 4v2H6v-2l4-4zM12 15v6',
  rooms: 'M4 4h7v9H4zM13 4h7v5h-7zM13 11h7v9h-7zM4 15h7v5H4z',
  pointer: 'm5 4 6 16 2.5-6.5L20 11z',
  pen: 'M4 20c2-4 8-12 12-15l3 3c-3 4-11 10-15 12zM13 8l3 3',
  marker: 'm4 20 3-1 11-11-3-3L4 16zM13 7l3 3M13 20h7',
  text: 'M5 6V4h14v2M12 4v16M9 20h6',
  zoomIn: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM20 20l-4-4M11 8v6M8 11h6',
  zoomOut: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM20 20l-4-4M8 11h6',
  fullScreen: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  eye: 'M2 12c2.5-4.5 6-7 10-7s7.5 2.5 10 7c-2.5 4.5-6 7-10 7s-7.5-2.5-10-7zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  line: 'M5 19v-4M12 19V10M19 19V5',
  lineOff: 'M5 19v-4M12 19v-6M19 19V5M3 3l18 18',
  key: 'M8 11a5 5 0 1 0 0 10 5 5 0 0 0 0-10zM11.5 12.5 20 4M16 8l3 3',
  gauge: 'M4 18a9 9 0 1 1 16 0M12 14l4-5M12 13.5a1 1 0 1 0 0 2 1 1 0 0 0 0-2z',
} as const;

export type IconName = keyof typeof drawings;

/** A drawing beside or above a word; hidden from screen readers, because the word says it. `size` in px. */
export function Icon({ name, size = 20, ...rest }: { readonly name: IconName; readonly size?: number } & Omit<SVGProps<SVGSVGElement>, 'name'>): ReactNode {
  return (
    <svg
      viewBox="0 0 24 24" width={size} height={size} fill="none" stroke="currentColor" strokeWidth={1.8} strokeLinecap="round" strokeLinejoin="round"
      aria-hidden="true" focusable="false" {...rest}
    >
      <path d={drawings[name]} />
    </svg>
  );
}
