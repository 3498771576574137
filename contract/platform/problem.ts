import { z } from "zod";

export const problemMediaType = "application/problem+json";

/** How a refusal or a bug is answered (RFC 9457), with our code, facts and trace as extensions. */
export const Problem = z.strictObject({
  /** The manual page of the code. */
  type: z.string().max(200),
  title: z.string().max(200),
  status: z.int().min(400).max(599),
  code: z.string().max(100),
  facts: z.record(z.string().max(100), z.json()),
  /** Finds the request in the log. */
  trace: z.string().max(100),
});
export type Problem = z.output<typeof Problem>;
