/** The most bytes that one call may bring: the largest file or paste of an import, written as JSON. */
export const MAX_BODY_BYTES = 32 * 1024 * 1024;

/** Whether a call says of itself that it is too large: it is refused before any of it is read. */
export const declaresTooLarge = ({ headers }: { headers: Headers }): boolean =>
  Number(headers.get("content-length") ?? 0) > MAX_BODY_BYTES;

/** What is read of a call that does not say how large it is: it breaks off where it is too large. */
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
