import multipart from "@fastify/multipart";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Upload } from "@echelon/contract/platform/endpoint.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { UploadedFile } from "./route.ts";

const fieldsMax = 50;
const fieldBytesMax = 64 * 1024;

/** What a body may weigh beyond its file: the fields and the parts' headers. */
export const formBytesMax = 1024 * 1024;

export async function acceptUploads(fastify: FastifyInstance): Promise<void> {
  await fastify.register(multipart, { throwFileSizeLimit: false });
}

export interface Form {
  readonly fields: Readonly<Record<string, string>>;
  readonly file: UploadedFile;
}

/** Reads a multipart form with exactly one file; its other parts are text fields. */
export async function readForm(request: FastifyRequest, upload: Upload): Promise<Outcome<Form>> {
  if (!request.isMultipart()) return refuse({ code: "platform/wrong-media-type" });
  const limits = {
    fileSize: upload.bytesMax,
    files: 1,
    fields: fieldsMax,
    fieldSize: fieldBytesMax,
  };
  const fields: Record<string, string> = {};
  let file: UploadedFile | null = null;
  for await (const part of request.parts({ limits })) {
    if (part.type === "field") {
      fields[part.fieldname] = String(part.value);
      continue;
    }
    const bytes = await part.toBuffer();
    if (part.file.truncated) return tooLarge(upload);
    if (part.fieldname === upload.field) {
      file = { name: part.filename.normalize("NFC"), mediaType: part.mimetype, bytes };
    }
  }
  if (file === null) {
    const facts = { faults: [{ at: `body.${upload.field}`, rule: "missing" }] };
    return refuse({ code: "platform/malformed-request", facts });
  }
  return ok({ fields, file });
}

function tooLarge(upload: Upload) {
  return refuse({ code: "platform/too-large", facts: { bytesMax: upload.bytesMax } });
}
