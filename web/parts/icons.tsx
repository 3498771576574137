import type { ReactNode } from "react";

const shapes = {
  today: <path d="M3 12l7-8 7 8M5 10v7h10v-7" />,
  products: <path d="M3 6l7-3 7 3v8l-7 3-7-3zM3 6l7 3 7-3M10 9v8" />,
  advertising: <path d="M3 8v4h3l7 4V4L6 8zM16 8a3 3 0 010 4" />,
  stock: <path d="M2 16V7l8-4 8 4v9M6 16v-6h8v6M6 13h8" />,
  orders: <path d="M4 3h12v14l-3-2-3 2-3-2-3 2zM7 7h6M7 11h6" />,
  money: <path d="M3 5h14v10H3zM10 7.5v5M8.5 10h3" />,
  insight: <path d="M3 17V9M8 17V4M13 17v-6M17 17V7" />,
  wall: <path d="M3 3h6v6H3zM11 3h6v6h-6zM3 11h6v6H3zM11 11h6v6h-6z" />,
  season: <path d="M10 3a7 7 0 107 7M10 6v4l3 2M14 3h3v3" />,
  debrief: <path d="M3 4h14v9H3zM7 17h6M10 13v4M6 10l3-3 2 2 3-3" />,
  people: (
    <>
      <path d="M7 9a3 3 0 100-6 3 3 0 000 6zM2 17c0-3 2-5 5-5s5 2 5 5" />
      <path d="M13 9a2.5 2.5 0 100-5M14 12c2.5 0 4 2 4 5" />
    </>
  ),
  classes: <path d="M2 7l8-4 8 4-8 4zM5 9v5c3 2 7 2 10 0V9" />,
  catalog: <path d="M4 3h9l3 3v11H4zM7 8h6M7 11h6M7 14h4" />,
  status: <path d="M2 11h4l2-6 4 10 2-4h4" />,
  organisations: <path d="M3 17V5l7-2v14M10 8h7v9M6 8h1M6 11h1M13 11h1M13 14h1" />,
  competencies: <path d="M3 5l2 2 3-4M3 12l2 2 3-4M11 5h6M11 12h6M11 17h6" />,
  mastery: <path d="M10 2.5l2.3 4.7 5.2.7-3.8 3.6.9 5.2-4.6-2.5-4.6 2.5.9-5.2-3.8-3.6 5.2-.7z" />,
  placement: <path d="M3 6h5M3 14h5M12 6h5M12 14h5M8 6l4 8M8 14l4-8" />,
  account: <path d="M10 9a3 3 0 100-6 3 3 0 000 6zM4 17c0-3 2.5-5 6-5s6 2 6 5" />,
  more: <path d="M4 10h.01M10 10h.01M16 10h.01" strokeWidth="2.5" />,
  moon: <path d="M16 12A7 7 0 018 4a7 7 0 108 8z" />,
  sun: (
    <>
      <path d="M10 6.5a3.5 3.5 0 100 7 3.5 3.5 0 000-7zM10 2v2M10 16v2M2 10h2M16 10h2" />
      <path d="M4.3 4.3l1.4 1.4M14.3 14.3l1.4 1.4M4.3 15.7l1.4-1.4M14.3 5.7l1.4-1.4" />
    </>
  ),
} as const satisfies Record<string, ReactNode>;

export type IconName = keyof typeof shapes;

/** Drawn with the text's color; decoration only, the words beside it say what it is. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
    >
      {shapes[name]}
    </svg>
  );
}

/** The mark: three steps. */
export function Mark() {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <path fill="currentColor" d="M1 14h4v3H1zM6 9h4v8H6zM11 3h6v14h-6z" />
    </svg>
  );
}
