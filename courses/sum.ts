/**
 * Worked sums of lessons: `label = expression = result unit`. They are computed exactly, so that no
 * lesson teaches a wrong figure.
 */

/** A line of a sum as it is read; numbers and signs as they were written. */
export interface SumLine {
  readonly label: string;
  readonly expression: string;
  /** `≈` where the result is rounded and the lesson says so. */
  readonly sign: "=" | "≈";
  readonly result: string;
  /** What the result counts: `USD`, `件`, `%`; empty where it counts nothing. */
  readonly unit: string;
}

const lineForm = /^([^=≈]+)=([^=≈]+)([=≈])\s*([−-]?\d[\d,]*(?:\.\d+)?)\s*(\S.*)?$/;

/** Null for what is no sum. */
export function readSum(line: string): SumLine | null {
  const [, label, expression, sign, result, unit = ""] = lineForm.exec(line.trim()) ?? [];
  if (label === undefined || expression === undefined || result === undefined) return null;
  return {
    label: label.trim(),
    expression: expression.trim(),
    sign: sign === "≈" ? "≈" : "=",
    result,
    unit: unit.trim(),
  };
}

/** Every number of a line in the order written, without commas: the same in both languages. */
export function numbersOf({ expression, result }: SumLine): readonly string[] {
  return (`${expression} ${result}`.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map((one) =>
    one.replaceAll(",", ""),
  );
}

/**
 * What the expression comes to, rounded half up (away from zero) to the decimals of the result as
 * it is written; null where it cannot be computed. A result in percent is a share of a hundred.
 */
export function computeSum({ expression, result, unit }: SumLine): string | null {
  const value = valueOf(expression);
  if (value === null) return null;
  const decimals = result.split(".")[1]?.length ?? 0;
  const scale = 10n ** BigInt(decimals) * (unit.startsWith("%") ? 100n : 1n);
  return writtenWith(decimals, roundHalfUp({ ...value, over: value.over * scale }));
}

/** Whether the result that is written is the one that comes out. */
export function isRight(line: SumLine): boolean {
  const plain = line.result.replaceAll(",", "").replace("−", "-");
  return computeSum(line) === plain;
}

/** over / under; under is positive. */
interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

function roundHalfUp({ over, under }: Fraction): bigint {
  const size = (2n * (over < 0n ? -over : over) + under) / (2n * under);
  return over < 0n ? -size : size;
}

function writtenWith(decimals: number, digits: bigint): string {
  const text = String(digits < 0n ? -digits : digits).padStart(decimals + 1, "0");
  const [whole, part] = [text.slice(0, text.length - decimals), text.slice(-decimals)];
  return `${digits < 0n ? "-" : ""}${whole}${decimals === 0 ? "" : `.${part}`}`;
}

const tokenForm = /\s*(?:(\d[\d,]*(?:\.\d+)?)|([+−\-×*÷/()（）%]))/y;
const plainSign: Readonly<Record<string, string>> = {
  "−": "-",
  "×": "*",
  "÷": "/",
  "（": "(",
  "）": ")",
};

function tokensOf(expression: string): string[] | null {
  const tokens: string[] = [];
  tokenForm.lastIndex = 0;
  const text = expression.trim();
  while (tokenForm.lastIndex < text.length) {
    const found = tokenForm.exec(text);
    if (found === null) return null;
    const [, number, sign] = found;
    if (number !== undefined && /,(?!\d{3}(?!\d))/.test(number)) return null;
    tokens.push(number?.replaceAll(",", "") ?? plainSign[sign!] ?? sign!);
  }
  return tokens;
}

/** Reads tokens by the usual order: brackets, then × and ÷, then + and −. */
class Reader {
  private at = 0;
  private readonly tokens: readonly string[];
  constructor(tokens: readonly string[]) {
    this.tokens = tokens;
  }

  whole(): Fraction | null {
    const value = this.sum();
    return this.at === this.tokens.length ? value : null;
  }

  private sum(): Fraction | null {
    let value = this.product();
    for (let sign = this.take("+", "-"); value !== null && sign; sign = this.take("+", "-")) {
      const next = this.product();
      if (next === null) return null;
      const over = sign === "+" ? next.over : -next.over;
      value = {
        over: value.over * next.under + over * value.under,
        under: value.under * next.under,
      };
    }
    return value;
  }

  private product(): Fraction | null {
    let value = this.factor();
    for (let sign = this.take("*", "/"); value !== null && sign; sign = this.take("*", "/")) {
      const next = this.factor();
      if (next === null || (sign === "/" && next.over === 0n)) return null;
      const turned = next.over < 0n ? { over: -next.under, under: -next.over } : undefined;
      const by = sign === "*" ? next : (turned ?? { over: next.under, under: next.over });
      value = { over: value.over * by.over, under: value.under * by.under };
    }
    return value;
  }

  private factor(): Fraction | null {
    if (this.take("-")) {
      const value = this.factor();
      return value === null ? null : { ...value, over: -value.over };
    }
    const value = this.take("(") ? this.bracket() : this.number();
    if (value === null || !this.take("%")) return value;
    return { ...value, under: value.under * 100n };
  }

  private bracket(): Fraction | null {
    const value = this.sum();
    return this.take(")") ? value : null;
  }

  private number(): Fraction | null {
    const token = this.tokens[this.at];
    if (token === undefined || !/^\d/.test(token)) return null;
    this.at += 1;
    const [whole = "0", part = ""] = token.split(".");
    return { over: BigInt(whole + part), under: 10n ** BigInt(part.length) };
  }

  private take(...signs: readonly string[]): string | undefined {
    const token = this.tokens[this.at];
    if (token === undefined || !signs.includes(token)) return undefined;
    this.at += 1;
    return token;
  }
}

function valueOf(expression: string): Fraction | null {
  const tokens = tokensOf(expression);
  return tokens === null || tokens.length > 200 ? null : new Reader(tokens).whole();
}
