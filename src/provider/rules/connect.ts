/**
 * How the money of a market's many shops may flow. `platform_split`: the platform collects and splits afterwards, as in most of
 * the world. `direct`: what Stripe allows in Thailand, where each shop takes its own payments and the platform only a fee of them.
 */
export const CONNECT_MODELS = ['platform_split', 'direct'] as const;
export type ConnectModel = (typeof CONNECT_MODELS)[number];
