import { getSupportedRtpCapabilities } from 'mediasoup';
import type { DtlsParameters, RtpCapabilities, RtpParameters } from 'mediasoup/types';
import { z } from 'zod';
import { accept, refuse } from '../../protocol/errors.ts';
import type { Result } from '../../protocol/errors.ts';

/*
 * The library packs requests for a worker into one buffer that all sessions of that worker share, and a value that it
 * cannot pack leaves the buffer unusable for every request that follows. So nothing of an unexpected type, size or range
 * may reach it.
 */

const uint8 = z.int().min(0).max(255);
const payloadType = z.int().min(0).max(127);
const ssrc = z.int().min(1).max(0xffff_ffff);
const mimeType = z.string().regex(/^(?:audio|video)\/[A-Za-z0-9.-]{1,40}$/);
const clockRate = z.int().min(1).max(192_000);
const channels = z.int().min(1).max(8).optional();
const parameters = z.record(z.string().max(64), z.union([z.string().max(400), z.int().min(-0x8000_0000).max(0x7fff_ffff)])).optional();
const rtcpFeedback = z.array(z.object({ type: z.string().max(32), parameter: z.string().max(32).optional() })).max(16).optional();
const uri = z.enum((getSupportedRtpCapabilities().headerExtensions ?? []).map((extension) => extension.uri));

const encoding = z.object({
  ssrc: ssrc.optional(),
  rid: z.string().regex(/^[A-Za-z0-9]{1,16}$/).optional(),
  codecPayloadType: payloadType.optional(),
  rtx: z.object({ ssrc }).optional(),
  dtx: z.boolean().optional(),
  scalabilityMode: z.string().regex(/^[LS][1-4]T[1-4](?:h|_KEY|_KEY_SHIFT)?$/).optional(),
  maxBitrate: z.int().min(0).max(1e9).optional(),
});

const rtpParameters = z.object({
  mid: z.string().regex(/^[\x21-\x7e]{1,32}$/).optional(),
  msid: z.string().max(200).optional(),
  codecs: z.array(z.object({ mimeType, payloadType, clockRate, channels, parameters, rtcpFeedback })).min(1).max(8),
  headerExtensions: z.array(z.object({ uri, id: z.int().min(1).max(255), encrypt: z.boolean().optional(), parameters })).max(32).optional(),
  encodings: z.array(encoding).max(4).optional(),
  rtcp: z.object({ cname: z.string().max(100).optional(), reducedSize: z.boolean().optional() }).optional(),
});

const rtpCapabilities = z.object({
  codecs: z.array(z.object({
    kind: z.enum(['audio', 'video']), mimeType, preferredPayloadType: payloadType, clockRate, channels, parameters, rtcpFeedback,
  })).max(64),
  headerExtensions: z.array(z.object({
    kind: z.enum(['audio', 'video']), uri: z.string().max(200), preferredId: uint8, preferredEncrypt: z.boolean().optional(),
    direction: z.enum(['sendrecv', 'sendonly', 'recvonly', 'inactive']).optional(),
  })).max(64).optional(),
});

const dtlsParameters = z.object({
  role: z.enum(['auto', 'client', 'server']).optional(),
  fingerprints: z.array(z.object({
    algorithm: z.enum(['sha-1', 'sha-224', 'sha-256', 'sha-384', 'sha-512']),
    value: z.string().regex(/^[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){19,63}$/),
  })).min(1).max(8),
});

/** The parameters of a stream that somebody wants to send. Refused: media.unsupported, with the field. */
export function parseRtpParameters(given: unknown): Result<RtpParameters> {
  return parsed<RtpParameters>(rtpParameters.safeParse(given));
}

/** What a client can receive. Header extensions that the library does not know are left out. */
export function parseRtpCapabilities(given: unknown): Result<RtpCapabilities> {
  const result = rtpCapabilities.safeParse(given);
  if (!result.success) return parsed<RtpCapabilities>(result);
  const { codecs, headerExtensions } = result.data;
  return accept({ codecs, headerExtensions: headerExtensions?.filter((extension) => uri.safeParse(extension.uri).success) } as RtpCapabilities);
}

export function parseDtlsParameters(given: unknown): Result<DtlsParameters> {
  return parsed<DtlsParameters>(dtlsParameters.safeParse(given));
}

function parsed<T>(result: { success: true; data: unknown } | { success: false; error: z.ZodError }): Result<T> {
  if (!result.success) return refuse('media.unsupported', result.error.issues[0]?.path.map(String).join('.').slice(0, 100));
  // The schemas above describe the library's own types, part by part; only their brands differ (template literals, enums).
  return accept(result.data as T);
}
