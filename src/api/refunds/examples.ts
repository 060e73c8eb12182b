export const refundExample = {
  orderId: '01981b2e-5b1c-7c3a-9d2e-0123456789ab',
  lines: [{ lineId: '1', quantity: 1 }],
  shippingMinor: 0,
  restockingFee: { percent: 20 },
  reason: 'wrong_size',
  previouslyRefundedMinor: 0,
};

export const refundCsvExample = `channel,channelOrderId,lineId,quantity,amountMinor,shippingMinor,reason,idempotencyKey
shop,1001,1,1,,490,defective,adj-2026-05-0001
shop,1002,1,,250,,goodwill,adj-2026-05-0002`;
