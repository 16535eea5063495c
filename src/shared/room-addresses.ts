import type { NetworkInterfaceInfo } from 'node:os';
import { isPrivateAddress } from './private-address.js';

type Interfaces = Record<string, NetworkInterfaceInfo[] | undefined>;

/** Networks that live inside this machine, or that lead out of the room: no phone beside it is in them. */
const NOT_A_ROOM =
  /docker|^br-|veth|virbr|vmnet|vbox|virtualbox|vmware|vethernet|hyper-v|wsl|^(tun|tap|utun|wg|zt|ppp)\d*|tailscale|zerotier|podman|cni|flannel|lxc|lxd/i;
const WIRELESS = /^(wl|ap|wi-?fi|en0|local area connection\*)/i;

/**
 * The machine's IPv4 addresses that a phone in the same room may reach, the likeliest first: those that only a private network has, home and
 * hotspot ranges before others, radio before cable.
 */
export function roomAddresses(interfaces: Interfaces): string[] {
  const found = Object.entries(interfaces).flatMap(([name, addresses = []]) =>
    NOT_A_ROOM.test(name)
      ? []
      : addresses
          .filter(({ family, internal }) => family === 'IPv4' && !internal)
          .map(({ address }) => ({ address, rank: rankOf(name, address) })),
  );
  return found.sort((a, b) => a.rank - b.rank).map(({ address }) => address);
}

/** Lower is likelier. */
function rankOf(name: string, address: string): number {
  const range = !isPrivateAddress(address) ? 6 : /^169\.254\./.test(address) ? 8 : /^172\./.test(address) ? 4 : 0;
  return range + (/^192\.168\.|^10\.42\./.test(address) ? 0 : 1) + (WIRELESS.test(name) ? 0 : 0.5);
}
