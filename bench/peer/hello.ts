/** The smallest server of the same framework: what a start must cost at least. */
import { createRequire } from "node:module";
import { join } from "node:path";

type Hello = {
  get(path: string, answer: () => string): void;
  listen(at: { host: string; port: number }): Promise<string>;
  close(): Promise<void>;
};

// The framework is the server's package, so it is asked for from there.
const server = join(import.meta.dirname, "..", "..", "server", "package.json");
const newHello = createRequire(server)("fastify") as () => Hello;

const hello = newHello();
hello.get("/", () => "hello");
await hello.listen({ host: "127.0.0.1", port: Number(process.argv[2]) });
process.once("SIGINT", () => void hello.close());
