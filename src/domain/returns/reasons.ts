/** Why goods come back (003), in the order in which buyers are asked. */
export const returnReasons = [
  'ordered_by_mistake',
  'better_price',
  'quality_inadequate',
  'incompatible',
  'item_damaged_box_intact',
  'arrived_late',
  'missing_parts',
  'item_and_box_damaged',
  'wrong_item',
  'defective',
  'extra_item',
  'no_longer_wanted',
] as const;
export type ReturnReason = (typeof returnReasons)[number];

export const faults = ['buyer', 'seller', 'carrier'] as const;
export type Fault = (typeof faults)[number];

/** Who answers for each reason until the seller's refund policy says otherwise (003). */
export const defaultFaultByReason: Readonly<Record<ReturnReason, Fault>> = {
  ordered_by_mistake: 'buyer',
  better_price: 'buyer',
  quality_inadequate: 'seller',
  incompatible: 'buyer',
  item_damaged_box_intact: 'seller',
  arrived_late: 'carrier',
  missing_parts: 'seller',
  item_and_box_damaged: 'carrier',
  wrong_item: 'seller',
  defective: 'seller',
  extra_item: 'seller',
  no_longer_wanted: 'buyer',
};

/** Why a return is closed without being completed (003). */
export const closureReasons = [
  'problem_solved',
  'refund_without_return',
  'replacement_without_return',
  'already_refunded',
  'return_window_expired',
  'cancelled_by_buyer',
  'duplicate_request',
  'custom_made',
  'not_looked_after',
  'media_opened',
  'grocery',
] as const;
export type ClosureReason = (typeof closureReasons)[number];

/**
 * What a seller may close a withdrawal as exempt for: made to order, sealed media opened, food that spoils
 * (Directive 2011/83/EU, article 16 c, i and d). Being late is the other way, and must be true.
 */
export const withdrawalExemptions: ReadonlySet<ClosureReason> = new Set([
  'custom_made',
  'media_opened',
  'grocery',
]);
