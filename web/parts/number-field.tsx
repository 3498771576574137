import { NumberInput, type NumberInputProps } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../text/format.ts";
import { digitsOf, numberIn, sideOutside } from "./number-value.ts";

type Props = Omit<
  NumberInputProps,
  "value" | "defaultValue" | "onChange" | "allowDecimal" | "decimalScale" | "fixedDecimalScale"
> & {
  value: number | null;
  /** Told at each keystroke; null while there is no number. */
  onValue: (value: number | null) => void;
  /** Digits behind the point; default 0. */
  digits?: number;
  /** Digits that are always shown, as of money; while somebody types, only what was typed. */
  padTo?: number;
  /**
   * What is out of bounds stays as it was typed, the limit is named, and the form is not sent; for
   * acts that cannot be taken back, where a number brought within its bounds would be another act.
   */
  isStrict?: boolean;
};

/**
 * A number to be typed. While it has the focus it shows what was typed and nothing else: a field
 * that lays out its text at each keystroke loses digits of those who type quickly.
 */
export function NumberField({
  value,
  onValue,
  digits = 0,
  padTo = 0,
  isStrict = false,
  ...rest
}: Props) {
  const [typed, setTyped] = useState<string | number | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const outside = useOutside(isStrict ? value : null, rest.min, rest.max);
  // The form is stopped by the browser, in the words that stand below the field.
  useEffect(() => input.current?.setCustomValidity(outside ?? ""), [outside]);
  return (
    <NumberInput
      {...rest}
      ref={input}
      clampBehavior={isStrict ? "none" : "blur"}
      error={outside ?? rest.error}
      value={typed ?? padded(value, digits, padTo)}
      allowDecimal={digits > 0}
      decimalScale={digits}
      onBlur={(event) => {
        // The input brings a number within its bounds when it is left; that is no typing any more.
        queueMicrotask(() => setTyped(null));
        rest.onBlur?.(event);
      }}
      onChange={(next) => {
        setTyped(next);
        onValue(numberIn(next));
      }}
    />
  );
}

/** The limit that a number is outside of, as a sentence; null within. */
function useOutside(value: number | null, min?: number, max?: number): string | null {
  const { t } = useTranslation("frame");
  const format = useFormat();
  const side = sideOutside(value, min, max);
  if (side === null) return null;
  const limit = side === "below" ? min! : max!;
  return t(`faults.${side}`, { limit: format.number(limit, digitsOf(limit, 4)) });
}

/** As text: an input that pads by itself lays its text out anew under a waiting selection. */
const padded = (value: number | null, digits: number, padTo: number): string =>
  value === null ? "" : value.toFixed(Math.max(padTo, digitsOf(value, digits)));
