/** Mail from Node: by SMTP, or, where there is none, into a folder. */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomId } from '../random-id.js';
import type { Mail, Mailer } from './mailer.js';

/** Loaded when it is needed: many processes send no mail. */
const nodemailer = () => import('nodemailer');

/** Ms. Of a server that hangs one hears before anybody else takes the mail up. */
const PATIENCE = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 };

/** A mailer that can be asked whether its server would take a letter. */
export interface SmtpMailer extends Mailer {
  /** Connects and signs in, and sends nothing. Rejects with what the server, or the network, says. */
  verify(): Promise<void>;
}

/**
 * Sends by an SMTP server; whoever reads the mail between knows what is in it.
 * @param url `smtps://user:password@smtp.brand.example`, or `smtp://…` with STARTTLS where the server has it
 * @param from what recipients see: `Brand <elections@brand.example>`
 */
export function smtpMailer(url: string, from: string): SmtpMailer {
  const load = async () => (await nodemailer()).createTransport({ ...PATIENCE, url }, { from });
  let loaded: ReturnType<typeof load> | undefined;
  const transport = () => (loaded ??= load());
  return {
    delivery: 'smtp',
    send: async (mail: Mail) => void (await (await transport()).sendMail(addressed(mail))),
    verify: async () => void (await (await transport()).verify()),
  };
}

/**
 * Writes each mail as an `.eml` file, which mail programs open. Sign-in codes lie there too: the folder is for whoever
 * runs the server, and made readable by them alone.
 */
export function folderMailer(folder: string, from: string): Mailer {
  return {
    delivery: 'folder',
    send: async (mail: Mail) => {
      const { createTransport } = await nodemailer();
      const transport = createTransport({ streamTransport: true, buffer: true }, { from });
      const { message } = await transport.sendMail(addressed(mail));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = join(folder, `${new Date().toISOString().replaceAll(/[:.]/g, '-')}-${randomId()}.eml`);
      try {
        await writeFile(`${file}.part`, message as Buffer, { mode: 0o600 });
        await rename(`${file}.part`, file);
      } catch (error) {
        await rm(`${file}.part`, { force: true });
        throw error;
      }
    },
  };
}

/** As an address and nothing else: a comma in it makes no second recipient. */
const addressed = ({ to, subject, text }: Mail) => ({
  to: { name: '', address: to },
  subject,
  text,
  disableFileAccess: true,
  disableUrlAccess: true,
});
