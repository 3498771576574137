import "@mantine/core/styles.css";
import "./theme/tokens.css";
import "./parts/parts.css";
import "./parts/frame.css";
import "./parts/form.css";
import "./parts/table.css";
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { beforeRefusing } from "./api/client.ts";
import { newQueryClient } from "./api/query.ts";
import { makeRouter } from "./app.tsx";
import { loadTexts, refusalTexts, startTexts } from "./text/text.ts";
import { resolveVariables, theme } from "./theme/theme.ts";

await startTexts();
beforeRefusing((code) => loadTexts(refusalTexts(code)));
const client = newQueryClient();
const root = document.querySelector("#app");
if (root === null) throw new Error("the page has no place for the app");
createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={resolveVariables}
      defaultColorScheme="auto"
    >
      <QueryClientProvider client={client}>
        <RouterProvider router={makeRouter(client)} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
