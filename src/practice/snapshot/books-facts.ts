import { endOf } from '../../market/bookkeeping/cod.js';
import { statementLines } from '../../market/bookkeeping/statement.js';
import type { EventFact } from '../graders/facts.js';
import type { BooksFacts, NoteFact, ReceiptFact } from '../graders/facts-books.js';
import type { KeptBooks } from './kept-books.service.js';
import { lastSeq } from './log-facts.js';

/** A period's books as facts. Events tell when; what was said and what is true stand in the rows. */
export function booksFactsOf(kept: KeptBooks, events: readonly EventFact[]): BooksFacts {
  const { period, vat, forecast } = kept;
  const seqOf = (type: string, about: string) => lastSeq(events, type, about) ?? 0;
  const said = (amount: number | null, type: string, about: string) =>
    amount === null ? null : { amount, seq: seqOf(type, about) };
  return {
    period: { from: new Date(`${period.from}T00:00:00+07:00`).toISOString(), to: endOf(period.to).toISOString() },
    matching: {
      credits: kept.credits.map(({ id, at, amountSatang: amount, orderId }) => ({ id, at, amount, orderId })),
      submitted: kept.matched && {
        seq: seqOf('reconciliation.submitted', period.from),
        pairs: kept.matched.flatMap(({ creditId, orderId }) => (orderId ? [{ creditId, orderId }] : [])),
        unmatched: kept.matched.flatMap(({ creditId, orderId }) => (orderId ? [] : [creditId])),
      },
    },
    payout: {
      lines: statementLines(kept.payout?.lines ?? []).map(({ part: kind, amountSatang: amount }) => ({ kind, amount })),
      computed: said(kept.payout?.computed ?? null, 'payout.computed', kept.payout?.id ?? ''),
    },
    cashToCome: {
      on: endOf(period.to).toISOString(),
      holdDays: kept.cod.holdDays,
      parcels: kept.cod.parcels.map(({ number, amountSatang: amount, collectedAt }) => ({
        number,
        amount,
        collectedAt,
      })),
      computed: said(kept.cod.computed, 'cod_receivable.computed', period.to),
    },
    moneyEvents: kept.events.map(eventOf),
    lines: linesOf(kept, events),
    profit: said(kept.profit, 'profit.submitted', period.from),
    vat: { registered: vat.isRegistered, rateBasisPoints: vat.basisPoints },
    receipts: kept.receipts.map((receipt) => receiptOf(receipt, events)),
    refunds: kept.refunds.map(
      ({ refundId: id, number: orderNumber, amountSatang: amount, taxableSatang: taxable }) => ({
        ...{ id, orderNumber, amount, taxable },
      }),
    ),
    notes: kept.notes.map((note) => noteOf(note, events)),
    forecast: {
      engine: forecast.engine,
      saved: forecast.saved && { seq: lastOf(events, 'forecast.saved'), weeks: forecast.saved },
    },
  };
}

const eventOf = ({ id, name, kind, amountSatang: amount, vatSatang: vat }: KeptBooks['events'][number]) => ({
  ...{ id, kind, amount, vat },
  title: typeof name === 'string' ? name : name.th,
});

const receiptOf = (receipt: KeptBooks['receipts'][number], events: readonly EventFact[]): ReceiptFact => ({
  id: receipt.id,
  number: receipt.number,
  orderId: receipt.orderId,
  title: receipt.title,
  total: receipt.totalSatang,
  paid: receipt.paidSatang,
  vat: receipt.vatSatang,
  taxable: receipt.taxableSatang,
  sentSeq: lastSeq(events, 'receipt.sent', receipt.id) ?? 0,
});

const noteOf = (note: KeptBooks['notes'][number], events: readonly EventFact[]): NoteFact => ({
  id: note.id,
  number: note.number,
  refundId: note.refundId,
  title: note.title,
  amount: note.amountSatang,
  vat: note.vatSatang,
  sentSeq: lastSeq(events, 'credit_note.sent', note.id) ?? 0,
});

/** What she put into the till herself is neither income nor expense nor drawing: no check reads it. */
function linesOf({ lines }: KeptBooks, events: readonly EventFact[]): BooksFacts['lines'] {
  return lines.flatMap(({ id, eventId, kind, amountSatang: amount, vatSatang: vat, documentId }) => {
    if (kind === 'contribution') return [];
    return [{ id, eventId, kind, amount, vat, documentId, seq: lastSeq(events, 'book_line.saved', id) ?? 0 }];
  });
}

const lastOf = (events: readonly EventFact[], type: string): number => lastSeq(events, type) ?? 0;
