// @ts-ignore
export const one: number = "1";
// @ts-expect-error
export const two: number = "2";
// oxlint-disable-next-line no-debugger
debugger;
// oxlint-disable-next-line no-debugger -- the debugger is the subject of this test
debugger;
