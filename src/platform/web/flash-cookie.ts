import type { Flash } from './answer.js';
import { seal, unseal } from './sealed.js';

/** The cookie that carries a flash from the redirect to the next page: reading one from the session would be a write on a GET. */
export const FLASH_COOKIE = 'flash';

/** Long enough for a slow line between a redirect and its page, too short to be read by the next person on a shared phone. */
export const FLASH_SECONDS = 120;

/** A flash as a cookie's value. Signed, so that nobody puts sentences on a page of ours by planting a cookie. */
export const sealFlash = (secret: string, flash: Flash): string => seal(secret, 'flash', flash);

/** The flash in a cookie's value, or null where there is none or it is not ours. */
export const openFlash = (secret: string, value: string | undefined): Flash | null =>
  unseal<Flash>(secret, 'flash', value);
