import { afterEach, describe, expect, test, vi } from "vitest";
import { sendMail } from "./send";
import { mailServer } from "./testing";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe("sending an e-mail", () => {
  test("goes through the SMTP server that is configured, as plain text, from the address that is configured", async () => {
    const server = await mailServer();
    vi.stubEnv("SMTP_URL", server.address);
    vi.stubEnv("EMAIL_FROM", "Leeway <leeway@quillshire.example>");
    await sendMail({
      to: "ada@trust.example",
      subject: "Your link – “soon”",
      text: "Zoë, 5 pm\n\nhttp://leeway.test/x",
    });
    await server.close();
    const [mail, ...others] = server.taken;
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ from: "leeway@quillshire.example", to: ["ada@trust.example"] });
    expect(mail?.text).toMatch(/^Content-Type: text\/plain; charset=utf-8/m);
    expect(mail?.text).toContain("http://leeway.test/x");
    expect(mail?.text).not.toMatch(/text\/html/);
  });

  test("cannot be made to say or reach more by what is in its subject or its address", async () => {
    const server = await mailServer();
    vi.stubEnv("SMTP_URL", server.address);
    const subject = "Ada\r\nBcc: eve@elsewhere.example\r\n\r\n invites you";
    await sendMail({ to: "ada@trust.example", subject, text: "Hello" });
    await server.close();
    expect(server.taken[0]?.to).toEqual(["ada@trust.example"]);
    expect(server.taken[0]?.text).not.toMatch(/^Bcc:/m);
  });

  test("fails loudly when nobody takes it", async () => {
    vi.stubEnv("SMTP_URL", "smtp://127.0.0.1:1");
    await expect(sendMail({ to: "ada@trust.example", subject: "x", text: "x" })).rejects.toThrow();
  });

  test("is printed on the console where no server is configured", async () => {
    vi.stubEnv("SMTP_URL", undefined);
    const printed = vi.spyOn(console, "info").mockReturnValue();
    await sendMail({ to: "ada@trust.example", subject: "Your link", text: "http://leeway.test/x" });
    expect(printed.mock.calls.join()).toMatch(/ada@trust\.example.*Your link.*http:\/\/leeway\.test\/x/s);
    await sendMail({ to: "ada@trust.example", subject: "Paused", text: "Long", inShort: "http://leeway.test/y" });
    expect(printed.mock.lastCall).toEqual(["E-mail to ada@trust.example: Paused http://leeway.test/y"]);
  });
});
