import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it } from '@jest/globals';
import { StartLines } from './start-lines.js';

const at = (address: string): NetworkInterfaceInfo[] => [
  { address, internal: false, family: 'IPv4', netmask: '', mac: '', cidr: null },
];
const HOME = { wlan0: at('192.168.1.20'), docker0: at('172.17.0.1'), eth0: at('10.0.0.9') };

async function said({
  isTTY = false,
  host = '0.0.0.0',
  appUrl = undefined as string | undefined,
  interfaces = {},
} = {}) {
  let text = '';
  const out = {
    isTTY,
    write(more: string) {
      text += more;
    },
  };
  await new StartLines(out, () => interfaces).sayWhere({ port: 3000, host, appUrl });
  return text;
}

describe('what the start says at last', () => {
  it('names the address for programs, for the machine and for phones, in both languages', async () => {
    const text = await said({ interfaces: HOME });
    expect(text).toContain('TaladLab is at http://localhost:3000\n');
    expect(text).toContain('มือถือที่ต่อ Wi-Fi เดียวกัน เปิดที่ http://192.168.1.20:3000');
    expect(text).toContain('Phones on the same Wi-Fi: http://192.168.1.20:3000');
    expect(text).toContain('http://10.0.0.9:3000');
    expect(text).not.toContain('172.17.0.1');
  });

  it('shows a code to scan in a terminal, and to a file none', async () => {
    expect(await said({ isTTY: true, interfaces: HOME })).toMatch(/▄▄▄▄▄▄▄[\s\S]*ให้ผู้เรียนสแกน/);
    expect(await said({ interfaces: HOME })).not.toContain('▄');
  });

  it('gives the public address alone where there is one', async () => {
    const text = await said({ interfaces: HOME, appUrl: 'https://talad.example/' });
    expect(text).toContain('เปิดที่ https://talad.example\n');
    expect(text).not.toContain('192.168.1.20');
  });

  it('says that phones cannot come where nothing lets them in', async () => {
    expect(await said()).toContain('มือถือจึงยังเข้าไม่ได้');
    expect(await said({ host: '127.0.0.1', interfaces: HOME })).toContain('มือถือจึงยังเข้าไม่ได้');
  });
});
