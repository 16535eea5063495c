import type { Endpoint } from '../wire/endpoint.js';
import { accountLinkEndpoints } from './account-links.js';
import { accountEndpoints } from './accounts.js';
import { applicationFeeEndpoints } from './application-fees.js';
import { balanceEndpoints } from './balance.js';
import { chargeEndpoints } from './charges.js';
import { checkoutSessionEndpoints } from './checkout-sessions.js';
import { customerEndpoints } from './customers.js';
import { disputeEndpoints } from './disputes.js';
import { eventEndpoints } from './events.js';
import { intentMoveEndpoints } from './intent-moves.js';
import { paymentIntentEndpoints } from './payment-intents.js';
import { paymentMethodEndpoints } from './payment-methods.js';
import { paymentPageEndpoints } from './payment-pages.js';
import { payoutEndpoints } from './payouts.js';
import { priceEndpoints } from './prices.js';
import { productEndpoints } from './products.js';
import { refundEndpoints } from './refunds.js';
import { setupIntentEndpoints } from './setup-intents.js';
import { shippingRateEndpoints } from './shipping-rates.js';
import { transferEndpoints } from './transfers.js';
import { webhookEndpointEndpoints } from './webhook-endpoints.js';

/** The API: whatever has no line here is answered with Stripe's 404. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...customerEndpoints,
  ...paymentMethodEndpoints,
  ...paymentIntentEndpoints,
  ...intentMoveEndpoints,
  ...chargeEndpoints,
  ...setupIntentEndpoints,
  ...refundEndpoints,
  ...disputeEndpoints,
  ...payoutEndpoints,
  ...balanceEndpoints,
  ...eventEndpoints,
  ...webhookEndpointEndpoints,
  ...productEndpoints,
  ...priceEndpoints,
  ...shippingRateEndpoints,
  ...accountEndpoints,
  ...accountLinkEndpoints,
  ...transferEndpoints,
  ...applicationFeeEndpoints,
  ...checkoutSessionEndpoints,
  ...paymentPageEndpoints,
];
