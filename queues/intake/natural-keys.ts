/** How a thing is named outside, as one text (DOMAIN: natural keys). Intake claims it; a rejection gives it back. */
export const orderKey = (order: { readonly channel: string; readonly channelOrderId: string }): string =>
  JSON.stringify([order.channel, order.channelOrderId]);

export const shipmentKey = (shipment: {
  readonly carrier: string;
  readonly trackingNumber: string;
}): string => JSON.stringify([shipment.carrier, shipment.trackingNumber]);
