/** The whole number next to a value, half up. */
export const whole = (value: number): number => Math.floor(value + 0.5);
