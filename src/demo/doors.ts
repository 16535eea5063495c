import { isPrivateAddress, isPrivateHost } from '../shared/private-address.js';

/** What the settings say of the doors. */
export interface DoorSettings {
  seedDemo: boolean;
  /** `DEMO_DOORS`, where somebody set it. */
  asked: 'yes' | 'no' | undefined;
  /** `NODE_ENV`, where somebody set it: a newcomer's `npm start` does not. */
  nodeEnv: string | undefined;
  appUrl: string | undefined;
}

/** Who knocks: the address at the other end of the wire, and what the request says of itself. */
export interface Knock {
  peer: string;
  headers: Record<string, string | string[] | undefined>;
}

/** A place that is meant for real people: told so by name, or found under a public address. */
const isProduction = ({ nodeEnv, appUrl }: DoorSettings): boolean =>
  nodeEnv === 'production' || (appUrl !== undefined && (appUrl.startsWith('https:') || !isPrivateHost(hostOf(appUrl))));

/**
 * Whether the demo's doors, which ask for no password, are shown to whoever knocks. Never to somebody from outside; at a place for real
 * people only where its operator asked for them.
 */
export function areDoorsOpen(settings: DoorSettings, knock: Knock): boolean {
  if (!settings.seedDemo || settings.asked === 'no') return false;
  if (settings.asked !== 'yes' && (isProduction(settings) || !isNearHost(knock))) return false;
  return isNear(knock);
}

/** A page of somewhere else whose name was made to point here names itself in the host. */
const isNearHost = ({ headers }: Knock): boolean => isPrivateHost(hostOf(`http://${headers.host ?? ''}`));

/**
 * Everybody on the way must be near, and only a proxy on this machine may speak for somebody else: one that stands elsewhere in the network
 * would make all the world look like itself. A word too much can only close the door.
 */
function isNear({ peer, headers }: Knock): boolean {
  if (!isPrivateAddress(peer)) return false;
  const told = TELLERS.flatMap((name) => [headers[name] ?? []].flat()).flatMap((line) => line.split(','));
  if (told.length === 0) return true;
  return isLoopback(peer) && told.every((address) => isPrivateAddress(address.trim()));
}

const TELLERS = ['x-forwarded-for', 'x-real-ip', 'cf-connecting-ip', 'true-client-ip', 'forwarded'];
const isLoopback = (peer: string): boolean => /^(::1$|(::ffff:)?127\.)/.test(peer);

function hostOf(url: string): string {
  try {
    return new URL(url).hostname;
  } catch {
    return '';
  }
}
