import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { codeSplitting } from './client/chunks.ts';
import { leanMediasoupClient } from './client/media/leanLibrary.ts';
import { pdfFiles } from './client/deck/pdf/pdfFiles.ts';
import { packedFiles } from './client/packedFiles.ts';
import { LongestFirst } from './test/longestFirst.ts';

/** In CI a test that waits for real media or a real browser may try again: a shared machine can stall for longer than any wait. */
const retry = process.env['CI'] === undefined ? 0 : 3;
/** A poll waits for a state and ends with it; its limit is for a machine that stalls, not for the product. */
const patient = { poll: { timeout: 30_000 } };
const server = `http://127.0.0.1:${process.env['PORT'] ?? 3000}`;

export default defineConfig({
  root: 'client',
  plugins: [react(), pdfFiles(), leanMediasoupClient(), packedFiles()],
  build: {
    outDir: '../dist/client', emptyOutDir: true, sourcemap: true, target: 'es2022', assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting } },
  },
  server: { proxy: { '/api': server, '/socket.io': { target: server, ws: true } } },
  test: {
    root: '.',
    sequence: { sequencer: LongestFirst },
    // One project after the other, and few files at once: real servers, workers and browsers share a small machine.
    projects: [
      { test: { name: 'unit', root: '.', include: ['test/unit/**/*.test.ts', 'test/unit/**/*.test.tsx'], setupFiles: ['./protocol/parts.ts'], testTimeout: 30_000, sequence: { groupOrder: 0 } } },
      {
        test: {
          name: 'integration', root: '.', include: ['test/integration/**/*.test.ts'],
          testTimeout: 120_000, hookTimeout: 120_000, maxWorkers: 2, retry, expect: patient, sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'pages', root: '.', include: ['test/browser/pages/**/*.test.ts'],
          testTimeout: 180_000, hookTimeout: 180_000, maxWorkers: 2, retry, expect: patient, sequence: { groupOrder: 2 },
        },
      },
      {
        // With sound and pictures each file wants the machine for itself.
        test: {
          name: 'browser', root: '.', include: ['test/browser/*.test.ts'],
          testTimeout: 180_000, hookTimeout: 180_000, maxWorkers: 1, fileParallelism: false, retry, expect: patient, sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
