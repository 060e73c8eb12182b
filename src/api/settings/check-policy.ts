import type { DeliveryPolicy } from '../../domain/delivery/policy.ts';
import { checkDeliveryPolicy } from '../../domain/delivery/policy-check.ts';
import { formatPath } from '../http/field-errors.ts';
import { invalidRequest } from '../http/problem.ts';

/** @throws Problem `invalid_request` for what a schema cannot see: references, duplicates, places that do not exist. */
export const checkPolicy = (policy: DeliveryPolicy): void => {
  const problems = checkDeliveryPolicy(policy);
  if (problems.length === 0) return;
  throw invalidRequest(
    problems.map(({ path, code, message }) => ({ path: formatPath(path), code, message })),
  );
};
