/** Whether somebody opened a page. What a script asks for in between is nowhere to go on from. */
export const isOpened = ({ method, headers: { accept } }: { method: string; headers: { accept?: string } }): boolean =>
  method === 'GET' && (!accept || accept.includes('text/html'));
