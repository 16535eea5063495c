/** Who may call each route, written by hand: the app's own declarations are held against this, never the other way round. */
export type Caller = 'anonymous' | 'visitor' | 'learner' | 'trainer' | 'assessor' | 'admin';
export type Expected = 'allowed' | 'sign_in' | 'refused';

type Row = Record<Caller, Expected>;

const only = (...callers: Caller[]): Row => {
  const answer = (caller: Caller): Expected => (callers.includes(caller) ? 'allowed' : 'refused');
  return {
    anonymous: callers.includes('anonymous') ? 'allowed' : 'sign_in',
    visitor: answer('visitor'),
    learner: answer('learner'),
    trainer: answer('trainer'),
    assessor: answer('assessor'),
    admin: answer('admin'),
  };
};

const anybody = only('anonymous', 'visitor', 'learner', 'trainer', 'assessor', 'admin');
const signedIn = only('visitor', 'learner', 'trainer', 'assessor', 'admin');
const sellers = only('learner', 'trainer');
/** A visitor without an account sends one parcel in a throwaway market, and nothing else. */
const senders = only('visitor', 'learner', 'trainer');
const trainers = only('trainer');
const learners = only('learner');
const staff = only('trainer', 'assessor', 'admin');
const admins = only('admin');
const assessors = only('assessor');
/** Own handed-in work: a trainer hands in what she previews. */
const readers = only('learner', 'trainer');

export const ROUTE_POLICIES: Record<string, Row> = {
  'GET /': anybody,
  'POST /demo/:role': anybody,
  'POST /try': anybody,
  'GET /try': anybody,
  'GET /style': anybody,
  'GET /assets/*': anybody,
  'GET /healthz': anybody,
  'GET /healthz/routes': anybody,
  'GET /readyz': anybody,
  'GET /robots.txt': anybody,
  'GET /manifest.webmanifest': anybody,
  'GET /service-worker.js': anybody,
  'GET /offline': anybody,
  'POST /language': anybody,
  'GET /join': anybody,
  'GET /join/:card': anybody,
  'POST /join/:card': anybody,
  'GET /staff': anybody,
  'GET /privacy': anybody,
  // Not found for everybody once there is anybody.
  'GET /first-admin': anybody,
  'POST /first-admin': anybody,
  // Opens nothing without the code of the machine's console.
  'GET /admin-reset': anybody,
  'POST /admin-reset': anybody,
  'POST /staff': anybody,
  'POST /sign-out': anybody,
  // A photo is named by the hash of what is in it: who knows the name has seen the photo.
  'GET /photos/:sha/:size.webp': anybody,
  // No session but a signature over the bytes; the desk refuses what is not signed.
  'POST /webhooks/stripe/:sandbox': anybody,
  // The provider's own pages, on one address with the market for phones in a hall. It has its own keys and no session of ours.
  'GET /pay': anybody,
  'GET /pay/*': anybody,
  'POST /pay': anybody,
  'POST /pay/*': anybody,

  'GET /home': signedIn,
  'GET /account': signedIn,
  'GET /notice': signedIn,
  'POST /notice': signedIn,
  'POST /account/sessions/:session/ending': signedIn,
  'POST /account/sessions/ending': signedIn,
  'GET /account/password': staff,
  'POST /account/password': staff,
  'GET /people': admins,
  'POST /people': admins,
  'GET /people/:id': admins,
  'POST /people/:id/password': admins,
  'POST /people/:id/roles': admins,
  'POST /people/:id/closure': admins,
  'POST /people/:id/reopening': admins,
  'POST /people/:id/sign-out': admins,
  // A visitor looks, where the class lets visitors; the page of a shop that is shut is the same as of none.
  'GET /m/:market': anybody,
  'GET /m/:market/p/:product': anybody,
  'GET /m/:market/s/:shop': anybody,

  'GET /m/:market/cart': sellers,
  'POST /m/:market/cart/lines': sellers,
  'POST /m/:market/cart/quantity': sellers,
  'POST /m/:market/cart/removal': sellers,
  'GET /m/:market/checkout': sellers,
  'POST /m/:market/checkout': sellers,
  'POST /m/:market/checkout/address': sellers,
  'GET /m/:market/groups/:group': sellers,
  'POST /m/:market/groups/:group/payment': sellers,
  'GET /m/:market/purchases': sellers,
  'GET /m/:market/purchases/:id': sellers,
  'POST /m/:market/purchases/:id/receipt': sellers,
  'GET /m/:market/purchases/:id/reviews': sellers,
  'POST /m/:market/purchases/:id/reviews/:product': sellers,
  'POST /m/:market/purchases/:id/cancellation': sellers,
  'POST /m/:market/purchases/:id/door-refusal': sellers,

  'GET /m/:market/shop': sellers,
  'POST /m/:market/shop/opening': sellers,
  'GET /m/:market/shop/:step': sellers,
  'POST /m/:market/shop/:step': sellers,
  'POST /m/:market/shop/contact/address': sellers,
  'GET /m/:market/products': sellers,
  'POST /m/:market/products': sellers,
  'GET /m/:market/products/new': sellers,
  'GET /m/:market/products/new/:goods.webp': sellers,
  'GET /m/:market/products/:product': sellers,
  'POST /m/:market/products/:product': sellers,
  'POST /m/:market/products/:product/stock': sellers,
  'POST /m/:market/products/:product/objections': sellers,
  'POST /m/:market/products/:product/publication': sellers,
  'POST /m/:market/products/:product/withdrawal': sellers,
  'GET /m/:market/products/:product/photos': sellers,
  'POST /m/:market/products/:product/photos': sellers,
  'POST /m/:market/products/:product/photos/:media/removal': sellers,
  'GET /m/:market/products/:product/photos/tray/:number.webp': sellers,
  'POST /m/:market/products/:product/photos/tray/:number': sellers,
  'GET /m/:market/purchases/:id/sales-receipt.html': sellers,
  'GET /m/:market/money': sellers,
  'GET /m/:market/money/receipts': sellers,
  'GET /m/:market/money/receipts/for/:order': sellers,
  'POST /m/:market/money/receipts/for/:order': sellers,
  'GET /m/:market/money/receipts/:id': sellers,
  'GET /m/:market/money/receipts/:id/print.html': sellers,
  'POST /m/:market/money/receipts/:id/sending': sellers,
  'POST /m/:market/money/receipts/:id/cancellation': sellers,
  'GET /m/:market/orders': senders,
  'GET /m/:market/orders/:id': senders,
  'POST /m/:market/orders/:id/acceptance': senders,
  'POST /m/:market/orders/:id/refusal': senders,
  'POST /m/:market/orders/:id/messages': senders,
  'POST /m/:market/orders/:id/document': senders,
  'POST /m/:market/orders/:id/label': senders,
  'POST /m/:market/orders/:id/packing': senders,
  'POST /m/:market/orders/:id/hand-over': senders,
  'POST /m/:market/orders/:id/tracking': senders,
  'GET /m/:market/orders/:id/label.html': senders,
  'GET /m/:market/orders/:id/document.html': senders,
  'GET /m/:market/orders/:id/barcode.svg': senders,
  'GET /m/:market/money/account': sellers,
  'POST /m/:market/money/account': sellers,
  'POST /m/:market/money/account/test': sellers,
  'POST /m/:market/money/account/verification': sellers,
  'GET /m/:market/money/statement': senders,
  'POST /m/:market/money/statement/viewing': senders,
  'GET /m/:market/notifications': sellers,
  'POST /m/:market/notifications/reading': sellers,
  'POST /m/:market/clock/next-morning': sellers,

  'POST /assignments/:id/attempts': learners,
  'GET /attempts/:id': sellers,
  'POST /attempts/:id/check': sellers,
  'POST /attempts/:id/submission': sellers,
  'POST /attempts/:id/reset': sellers,
  'GET /submissions/:id': readers,
  'GET /submissions/:id/snapshot.json': readers,

  'GET /exercises': trainers,
  'POST /exercises/:code/preview': trainers,
  'GET /classes': trainers,
  'POST /classes': trainers,
  'GET /classes/:id': trainers,
  'GET /classes/:id/assignments/new': trainers,
  'GET /classes/:id/assignments/review': trainers,
  'POST /classes/:id/assignments': trainers,
  'GET /classes/:id/assignments/:assignment': trainers,
  'GET /classes/:id/submissions/:submission': trainers,
  'GET /classes/:id/connect': trainers,
  'POST /classes/:id/visitors': trainers,
  'POST /classes/:id/market': trainers,
  'POST /classes/:id/market/next-morning': trainers,
  'POST /classes/:id/market/reset': trainers,
  'POST /classes/:id/learners': trainers,
  'POST /classes/:id/cards': trainers,
  'POST /classes/:id/learners/:person/card': trainers,

  'GET /status': only('admin'),

  'GET /assess': assessors,
  'GET /assess/submissions/:id': assessors,
  'GET /assess/submissions/:id/evidence': assessors,
  'POST /assess/submissions/:id/criteria/:criterion': assessors,
  'POST /assess/submissions/:id/acceptance': assessors,
  'POST /assess/submissions/:id/signature': assessors,
  // Her own result, and a trainer that of whom she teaches.
  'GET /results/:submission': readers,
};
