import * as books from './steps/books.mjs';
import * as cod from './steps/cod.mjs';
import * as listing from './steps/listing.mjs';
import * as money from './steps/money.mjs';
import * as order from './steps/order.mjs';
import * as receipts from './steps/receipts.mjs';
import * as shop from './steps/shop.mjs';

const LISTING = [
  listing.chooseTheGoods,
  listing.addFront,
  listing.addDetail,
  listing.addScale,
  listing.chooseCategory,
  listing.describeTheGoods,
  listing.countTheStock,
  listing.putOnSale,
];

const CLOSING = [
  books.lookAtTheStatement,
  books.matchTheWeek,
  books.reckonThePayout,
  books.reckonTheCourier,
  receipts.giveReceipts,
  receipts.giveNotes,
  books.writeTheBook,
  books.stateTheProfit,
  books.forecastTheCash,
];

/** Of each exercise everything that is to be done, in an order that is right. @type {Record<string, import('./steps/ask.mjs').Step[]>} */
export const PLAYS = {
  'first-sale': [
    shop.nameTheShop,
    shop.openTheShop,
    ...LISTING,
    order.waitForAnOrder,
    order.acceptIt,
    order.writeTheDocument,
    order.makeTheLabel,
    order.packIt,
    order.handItOver,
    order.enterTheNumber,
    order.tellTheBuyer,
  ],
  'shop-ready': [
    shop.nameTheShop,
    shop.tellWhoSells,
    shop.setDelivery,
    shop.takePayments,
    shop.promiseReturns,
    shop.openTheShop,
    ...LISTING,
  ],
  'money-arrived': [
    money.linkTheAccount,
    money.tryAndOpen,
    order.goOnToTheMorning,
    money.askForMoney,
    money.checkTheSlips,
    order.goOnToTheMorning,
    money.checkTheSlips,
    money.matchTheMoney,
    money.putRight,
    cod.decideAtTheDoor,
    money.goToThePaidOrder,
    order.acceptIt,
    order.writeTheDocument,
    order.makeTheLabel,
    order.packIt,
    order.handItOver,
  ],
  'close-the-week': CLOSING,
  'close-the-week-vat': CLOSING,
};
