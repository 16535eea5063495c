import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it } from '@jest/globals';
import { roomAddresses } from './room-addresses.js';

const at = (address: string, internal = false): NetworkInterfaceInfo[] => [
  { address, internal, family: 'IPv4', netmask: '255.255.255.0', mac: '00:00:00:00:00:00', cidr: null },
];

describe('the addresses at which a phone in the room finds this machine', () => {
  it('are none where there is no network', () => {
    expect(roomAddresses({ lo: at('127.0.0.1', true) })).toEqual([]);
  });

  it('leave out networks of containers, of virtual machines and of tunnels', () => {
    const interfaces = {
      docker0: at('172.17.0.1'),
      'br-4f1a': at('172.18.0.1'),
      veth12: at('169.254.3.3'),
      virbr0: at('192.168.122.1'),
      'vEthernet (WSL)': at('172.29.16.1'),
      'VirtualBox Host-Only Network': at('192.168.56.1'),
      tun0: at('10.8.0.2'),
      tailscale0: at('100.101.1.1'),
      wlp2s0: at('192.168.1.20'),
    };
    expect(roomAddresses(interfaces)).toEqual(['192.168.1.20']);
  });

  it('begin with the hotspot or the home network, before a cable and before the open internet', () => {
    const interfaces = {
      eth1: at('203.0.113.9'),
      eth2: at('169.254.9.9'),
      eth0: at('172.20.1.9'),
      eth3: at('10.1.1.9'),
      eth4: at('192.168.7.7'),
      wlan0: at('10.42.0.1'),
    };
    expect(roomAddresses(interfaces)).toEqual([
      '10.42.0.1',
      '192.168.7.7',
      '10.1.1.9',
      '172.20.1.9',
      '203.0.113.9',
      '169.254.9.9',
    ]);
  });

  it('know the hotspot of a Windows laptop and of a Mac', () => {
    const windows = { Ethernet: at('192.168.1.3'), 'Local Area Connection* 10': at('192.168.137.1') };
    expect(roomAddresses(windows)[0]).toBe('192.168.137.1');
    expect(roomAddresses({ bridge100: at('192.168.2.1') })).toEqual(['192.168.2.1']);
  });

  it('have no IPv6: nobody types those', () => {
    const [v4] = at('192.168.1.5');
    const v6 = { ...v4, family: 'IPv6', address: 'fe80::1', scopeid: 2 } as NetworkInterfaceInfo;
    expect(roomAddresses({ wlan0: [v6, v4 as NetworkInterfaceInfo] })).toEqual(['192.168.1.5']);
  });
});
