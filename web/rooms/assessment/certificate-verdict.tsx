import { useTranslation } from "react-i18next";
import type { Verdict } from "./certificate.ts";

/** Half a circle, a pause, a tick: told apart without their colors. */
const shapes = {
  "not-yet": (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 8V2a6 6 0 016 6z" fill="currentColor" stroke="none" />
    </>
  ),
  held: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M6.4 5.8v4.4M9.6 5.8v4.4" strokeWidth="1.8" />
    </>
  ),
  pass: (
    <>
      <circle cx="8" cy="8" r="6.6" fill="currentColor" />
      <path d="M5 8.3l2.1 2.1L11 6" stroke="var(--surface)" strokeWidth="1.8" />
    </>
  ),
} as const satisfies Record<Verdict, unknown>;

/** A verdict as color, sign and word at once; a decision that was taken has words of its own. */
export function VerdictMark({ verdict, isTaken = false }: { verdict: Verdict; isTaken?: boolean }) {
  const { t } = useTranslation("certificate");
  return (
    <span className={`band verdict-${verdict}`}>
      <svg
        width={18}
        height={18}
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        {shapes[verdict]}
      </svg>
      {isTaken ? t(`taken.${verdict}`) : t(`verdicts.${verdict}`)}
    </span>
  );
}
