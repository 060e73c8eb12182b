import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { checkUploadedLabel } from '../../../src/labels/check-uploaded-label.ts';
import { encodePng } from '../../../src/labels/encode-png.ts';
import { renderLabelPng } from '../../../src/labels/render-label-png.ts';
import { renderReturnPdf } from '../../../src/labels/render-return-pdf.ts';
import { plain } from './sample-documents.ts';

const png = await renderLabelPng(plain);
const pdf = await renderReturnPdf(plain);
const joined = (...parts: (string | Uint8Array)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));

const codeOf = (bytes: Uint8Array, contentType: string): string => {
  const outcome = checkUploadedLabel(bytes, contentType);
  return outcome.ok ? outcome.value.contentType : outcome.refusal.code;
};

it('takes a PDF and a PNG, with parameters and in capitals', () => {
  expect(codeOf(pdf, 'application/pdf')).toBe('application/pdf');
  expect(codeOf(png, 'image/png')).toBe('image/png');
  expect(codeOf(pdf, 'Application/PDF; name="label.pdf"')).toBe('application/pdf');
  expect(codeOf(joined(pdf, '\r\n\0\0'), 'application/pdf')).toBe('application/pdf');
});

it('takes no other kinds', () => {
  for (const type of [
    'image/jpeg',
    'text/html',
    'image/svg+xml',
    '',
    'toString',
    'application/octet-stream',
  ]) {
    expect(codeOf(png, type)).toBe('label_type_unsupported');
  }
});

it('takes nothing that is not what it says', () => {
  expect(codeOf(Buffer.from('a text file called label.png'), 'image/png')).toBe('label_type_mismatch');
  expect(codeOf(pdf, 'image/png')).toBe('label_type_mismatch');
  expect(codeOf(png, 'application/pdf')).toBe('label_type_mismatch');
  expect(codeOf(new Uint8Array(), 'image/png')).toBe('label_type_mismatch');
  expect(codeOf(new Uint8Array(), 'application/pdf')).toBe('label_type_mismatch');
});

it('takes nothing over two mebibytes', () => {
  expect(codeOf(joined(pdf, new Uint8Array(2 * 1024 * 1024)), 'application/pdf')).toBe('label_too_large');
});

describe('a PDF', () => {
  it('that begins later, as readers allow, is none', () => {
    expect(codeOf(joined('<script>alert(1)</script>\n', pdf), 'application/pdf')).toBe('label_type_mismatch');
    expect(codeOf(joined('GIF89a', pdf), 'application/pdf')).toBe('label_type_mismatch');
    expect(codeOf(joined('MZ\n', pdf), 'application/pdf')).toBe('label_type_mismatch');
  });

  it('that something follows is damaged', () => {
    expect(codeOf(joined(pdf, 'PK\x03\x04 an archive'), 'application/pdf')).toBe('label_damaged');
  });

  it('that is cut short is damaged, wherever it is cut', () => {
    for (const length of [9, 100, pdf.length >> 1, pdf.length - 10]) {
      expect(codeOf(pdf.subarray(0, length), 'application/pdf')).toBe('label_damaged');
    }
  });

  it('that is only a beginning and an end is damaged', () => {
    expect(codeOf(joined('%PDF-1.7\nhello\nstartxref\n9\n%%EOF\n'), 'application/pdf')).toBe('label_damaged');
    expect(codeOf(joined('%PDF-1.7\nstartxref\n999999\n%%EOF'), 'application/pdf')).toBe('label_damaged');
  });
});

describe('a PNG', () => {
  /** With another header, whose check sum holds. */
  const withHeader = async (width: number, height: number, bits: number, data: Uint8Array) => {
    const small = Buffer.from(await encodePng({ width: 1, height: 1, grey: new Uint8Array(1) }, 203));
    const { crc32 } = await import('node:zlib');
    const chunk = (type: string, body: Uint8Array) => {
      const framed = Buffer.alloc(12 + body.length);
      framed.writeUInt32BE(body.length, 0);
      framed.write(type, 4, 'latin1');
      framed.set(body, 8);
      framed.writeUInt32BE(crc32(framed.subarray(4, 8 + body.length)), 8 + body.length);
      return framed;
    };
    const header = Buffer.alloc(13);
    header.writeUInt32BE(width, 0);
    header.writeUInt32BE(height, 4);
    header[8] = bits;
    return joined(
      small.subarray(0, 8),
      chunk('IHDR', header),
      chunk('IDAT', data),
      chunk('IEND', Buffer.alloc(0)),
    );
  };

  it('that is cut short is damaged, wherever it is cut', () => {
    for (const length of [8, 20, 33, 60, png.length >> 1, png.length - 12, png.length - 1]) {
      expect(codeOf(png.subarray(0, length), 'image/png')).toBe('label_damaged');
    }
  });

  it('with a byte changed, or something after its end, is damaged', () => {
    const changed = Buffer.from(png);
    changed[png.length >> 1] = (changed[png.length >> 1] ?? 0) ^ 1;
    expect(codeOf(changed, 'image/png')).toBe('label_damaged');
    expect(codeOf(joined(png, '<?php phpinfo();'), 'image/png')).toBe('label_damaged');
  });

  it('that would fill the memory is too large, before any of it is unpacked', async () => {
    expect(codeOf(await withHeader(100_000, 100_000, 8, deflateSync(Buffer.alloc(1000))), 'image/png')).toBe(
      'label_too_large',
    );
    expect(codeOf(await withHeader(2 ** 32 - 1, 2 ** 32 - 1, 8, Buffer.alloc(1)), 'image/png')).toBe(
      'label_too_large',
    );
  });

  it('whose data is more or less than its header says is damaged', async () => {
    const bomb = deflateSync(Buffer.alloc(30_000_000));
    expect(codeOf(await withHeader(10, 10, 8, bomb), 'image/png')).toBe('label_damaged');
    expect(codeOf(await withHeader(10, 10, 8, deflateSync(Buffer.alloc(11 * 9))), 'image/png')).toBe(
      'label_damaged',
    );
    expect(codeOf(await withHeader(10, 10, 8, deflateSync(Buffer.alloc(11 * 10))), 'image/png')).toBe(
      'image/png',
    );
  });

  it('with a header that makes no sense is damaged', async () => {
    const data = deflateSync(Buffer.alloc(110));
    expect(codeOf(await withHeader(0, 10, 8, data), 'image/png')).toBe('label_damaged');
    expect(codeOf(await withHeader(10, 10, 7, data), 'image/png')).toBe('label_damaged');
  });
});
