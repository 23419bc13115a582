/** The largest call allowed, in bytes: the largest file or paste of an import, as JSON. */
export const MAX_BODY_BYTES = 32 * 1024 * 1024;

/** Whether a call declares a length that is too large, so that it can be refused unread. */
export const declaresTooLarge = ({ headers }: { headers: Headers }): boolean =>
  Number(headers.get("content-length") ?? 0) > MAX_BODY_BYTES;

/** The body of a call that declares no length; reading stops with an error once it is too large. */
export function limitBody(request: Request): Request {
  if (request.headers.has("content-length") || !request.body) return request;
  let size = 0;
  const counting = new TransformStream<Uint8Array, Uint8Array>({
    transform(part, onwards) {
      size += part.length;
      if (size > MAX_BODY_BYTES) onwards.error(new Error("The call is too large"));
      else onwards.enqueue(part);
    },
  });
  const { method, headers, signal } = request;
  const body = request.body.pipeThrough(counting);
  return new Request(request.url, { method, headers, signal, body, duplex: "half" } as RequestInit);
}
