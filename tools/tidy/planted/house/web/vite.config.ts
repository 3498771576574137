import { defineConfig } from "vite";
import { join } from "node:path";

export default defineConfig({ root: join(".", "web") });
