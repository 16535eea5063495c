import { BlockList, isIP } from 'node:net';

const near = new BlockList();
for (const [net, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
] as const)
  near.addSubnet(net, bits, 'ipv4');
near.addAddress('::1', 'ipv6');
near.addSubnet('fc00::', 7, 'ipv6');
near.addSubnet('fe80::', 10, 'ipv6');

/** Whether an address is this machine's or one that only a network around it can have; also an IPv4 address written as IPv6 (::ffff:10.0.0.1). */
export function isPrivateAddress(address: string): boolean {
  const [plain = ''] = address.split('%');
  const family = isIP(plain);
  return family !== 0 && near.check(plain, family === 4 ? 'ipv4' : 'ipv6');
}

/** Names that no public name server answers. */
const NEAR_NAMES = /(^|\.)(localhost|local|test|lan|internal|home\.arpa)$/;

/** Whether the name or address in a URL belongs to a network around this machine. */
export function isPrivateHost(hostname: string): boolean {
  const name = hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');
  return isIP(name) ? isPrivateAddress(name) : NEAR_NAMES.test(name) || (name !== '' && !name.includes('.'));
}
