import { expect, test } from 'vitest';
import { isPostalPrefix, parsePostalCode } from '../../../src/domain/delivery/postal-code.ts';

test.each([
  ['FR', '75001', '75001'],
  ['FR', '75 001', '75001'],
  ['GB', 'sw1a 1aa', 'SW1A1AA'],
  ['UK', 'M1 1AE', 'M11AE'],
  ['PT', '1234-567', '1234567'],
  ['PT', '1234', '1234'],
  ['NL', '1234 ab', '1234AB'],
  ['SE', '123 45', '12345'],
  ['GR', '10431', '10431'],
  ['EL', '104 31', '10431'],
  ['CZ', '110 00', '11000'],
  ['SK', '81101', '81101'],
  ['LV', 'LV-1010', '1010'],
  ['LU', 'L-1234', '1234'],
  ['DE', 'D-10115', '10115'],
  ['IE', 'D02 X285', 'D02X285'],
  ['IE', 'D6W', 'D6W'],
  ['MC', '98000', '98000'],
  ['BR', '01310-100', '01310100'],
  ['BR', '01310', '01310'],
  ['PL', '00-950', '00950'],
  ['HK', '', ''],
  ['XI', 'BT1 1AA', 'BT11AA'],
  ['IC', '35001', '35001'],
])('%s %s is read as %s', (country, text, code) => {
  expect(parsePostalCode(country, text)).toBe(code);
});

test.each([
  ['FR', '7501'],
  ['FR', 'ABCDE'],
  ['FR', '750011'],
  ['FR', ''],
  ['FR', '00123'],
  ['FR', '75001!'],
  ['DE', '123456'],
  ['DE', '1234'],
  ['GB', '12345'],
  ['GB', 'SW1A'],
  ['GB', 'SW1A 1A'],
  ['NL', '0123 AB'],
  ['PT', '12345'],
  ['ES', '53001'],
  ['MC', '06000'],
  ['BR', '0131'],
  ['AT', '0100'],
  ['BE', '123'],
  ['XX', '12345'],
  ['KP', '12345678901'],
  ['AX', '21100'],
])('%s %s cannot be', (country, text) => {
  expect(parsePostalCode(country, text)).toBeNull();
});

test('a prefix must be able to begin a code', () => {
  expect([isPostalPrefix('FR', '20'), isPostalPrefix('GB', 'bt'), isPostalPrefix('PT', '1234-5')]).toEqual([
    true,
    true,
    true,
  ]);
  expect([isPostalPrefix('FR', '2A'), isPostalPrefix('FR', '750011'), isPostalPrefix('FR', '')]).toEqual([
    false,
    false,
    false,
  ]);
});
