import { networkInterfaces } from 'node:os';
import { phoneAddress } from '../../shared/phone-address.js';
import { roomAddresses } from '../../shared/room-addresses.js';
import type { Config } from '../config/config.js';

/** Where phones find this machine, for a reader who came to it by `host`. */
export const addressForPhones = ({ env }: Config, host: string): string =>
  phoneAddress(host, env.APP_URL, roomAddresses(networkInterfaces())[0]);
