/**
 * The address that a printed card's QR carries. A trainer sits at the machine and reads "localhost", which on a learner's phone is
 * the phone itself: then the machine's address in the room takes its place, with the same port.
 */
export function phoneAddress(host: string, appUrl: string | undefined, inTheRoom: string | undefined): string {
  if (appUrl) return appUrl.replace(/\/$/, '');
  const { hostname, port } = new URL(`http://${host}`);
  const isThisMachine = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  if (!isThisMachine || !inTheRoom) return `http://${host}`;
  return `http://${inTheRoom}${port ? `:${port}` : ''}`;
}
