/** The part of the test mail server that we use; the package ships no types. */
declare module "smtp-server" {
  import type { Server } from "node:net";
  import type { Readable } from "node:stream";

  type Envelope = { mailFrom: false | { address: string }; rcptTo: { address: string }[] };
  type Options = {
    authOptional: boolean;
    disabledCommands: string[];
    onData: (stream: Readable, session: { envelope: Envelope }, done: () => void) => void;
  };
  export class SMTPServer {
    constructor(options: Options);
    server: Server;
    listen(port: number, host: string, ready: () => void): void;
    close(closed: () => void): void;
  }
}
