const units = ["B", "KB", "MB", "GB", "TB"] as const;

/** A number of bytes in the largest unit that leaves a whole part; units of 1,024. */
export function bytesIn(bytes: number): { value: number; unit: (typeof units)[number] } {
  let value = bytes;
  let step = 0;
  while (value >= 1_024 && step < units.length - 1) {
    value /= 1_024;
    step += 1;
  }
  return { value, unit: units[step] ?? "B" };
}

/** Seconds as the largest whole unit in which somebody waits. */
export function spanOf(seconds: number): {
  unit: "seconds" | "minutes" | "hours" | "days";
  count: number;
} {
  if (seconds < 120) return { unit: "seconds", count: Math.floor(seconds) };
  if (seconds < 7_200) return { unit: "minutes", count: Math.floor(seconds / 60) };
  if (seconds < 172_800) return { unit: "hours", count: Math.floor(seconds / 3_600) };
  return { unit: "days", count: Math.floor(seconds / 86_400) };
}
