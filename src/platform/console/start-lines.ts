import { networkInterfaces } from 'node:os';
import { toString as drawQr } from 'qrcode';
import { roomAddresses } from '../../shared/room-addresses.js';
import { Catalogues, type Params } from '../web/i18n.js';
import { inBothLanguages, wordsFolder } from './command.js';

/** What the start says to whoever watches it, in both languages. */
export class StartLines {
  private readonly catalogues = new Catalogues(wordsFolder);

  constructor(
    private readonly out: { isTTY?: boolean; write(text: string): unknown } = process.stdout,
    private readonly interfaces = networkInterfaces,
  ) {}

  say(key: string, params: Params = {}): void {
    this.out.write(inBothLanguages(this.catalogues, key, params));
  }

  /** Where it is to be found: on this machine, and by phones. Programs read the line that begins with the product's name. */
  async sayWhere({ port, host, appUrl }: { port: number; host: string; appUrl: string | undefined }): Promise<void> {
    this.out.write(`\nTaladLab is at http://localhost:${port}\n`);
    this.say('start_open', { address: appUrl ?? `http://localhost:${port}` });
    const [address, ...others] = appUrl ? [appUrl.replace(/\/$/, '')] : listensToRoom(host) ? this.inRoom(port) : [];
    if (!address) return this.say('start_no_room');
    this.say('start_room', { address });
    if (others.length > 0) this.say('start_other_addresses', { addresses: others.join('  ') });
    await this.showCode(`${address}/join?openExternalBrowser=1`);
    this.say('start_stop');
  }

  private inRoom(port: number): string[] {
    return roomAddresses(this.interfaces()).map((address) => `http://${address}:${port}`);
  }

  /** A phone cannot scan a file or a pipe. */
  private async showCode(address: string): Promise<void> {
    if (!this.out.isTTY) return;
    this.out.write(`\n${await drawQr(address, { type: 'terminal', small: true, errorCorrectionLevel: 'L' })}`);
    this.say('start_scan');
  }
}

/** Whether `HOST` lets anybody in but this machine. */
const listensToRoom = (host: string): boolean => !/^(127\.|::1$|localhost$)/.test(host);
