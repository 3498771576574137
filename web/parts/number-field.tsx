import { NumberInput, type NumberInputProps } from "@mantine/core";
import { useState } from "react";
import { digitsOf, numberIn } from "./number-value.ts";

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
};

/**
 * A number to be typed. While it has the focus it shows what was typed and nothing else: a field
 * that lays out its text at each keystroke loses digits of those who type quickly.
 */
export function NumberField({ value, onValue, digits = 0, padTo = 0, ...rest }: Props) {
  const [typed, setTyped] = useState<string | number | null>(null);
  return (
    <NumberInput
      {...rest}
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

/** As text: an input that pads by itself lays its text out anew under a waiting selection. */
const padded = (value: number | null, digits: number, padTo: number): string =>
  value === null ? "" : value.toFixed(Math.max(padTo, digitsOf(value, digits)));
