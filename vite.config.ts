import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { leanMediasoupClient } from './client/media/leanLibrary.ts';
import { pdfFiles } from './client/deck/pdf/pdfFiles.ts';

const server = `http://127.0.0.1:${process.env['PORT'] ?? 3000}`;

export default defineConfig({
  root: 'client',
  plugins: [react(), pdfFiles(), leanMediasoupClient()],
  build: { outDir: '../dist/client', emptyOutDir: true, sourcemap: true, target: 'es2022', assetsInlineLimit: 0 },
  server: { proxy: { '/api': server, '/socket.io': { target: server, ws: true } } },
  test: {
    root: '.',
    // Browser and integration tests start real servers and workers: few at once on a small machine.
    projects: [
      { test: { name: 'unit', root: '.', include: ['test/unit/**/*.test.ts', 'test/unit/**/*.test.tsx'] } },
      {
        test: {
          name: 'integration', root: '.', include: ['test/integration/**/*.test.ts'],
          testTimeout: 60_000, hookTimeout: 60_000, maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'browser', root: '.', include: ['test/browser/**/*.test.ts'],
          testTimeout: 120_000, hookTimeout: 120_000, maxWorkers: 1, fileParallelism: false,
        },
      },
    ],
  },
});
