import { cpSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** The guides that help refers to come along, so that nobody needs the repository to read them. */
const guides: Plugin = {
  name: 'guides',
  apply: 'build',
  closeBundle() {
    cpSync('../../docs', 'dist/docs', { recursive: true, filter: (path) => !path.includes('/pictures') && (path.endsWith('.md') || !/\.\w+$/.test(path)) });
  },
};

export default defineConfig({
  plugins: [react(), guides],
  server: { proxy: { '/api': 'http://127.0.0.1:8080', '/graphql': { target: 'http://127.0.0.1:8080', ws: true } } },
  build: { target: 'es2023', manifest: true, assetsInlineLimit: 0, modulePreload: { polyfill: false }, reportCompressedSize: false },
  // What is computed has no state that one test could leave to another: one process runs them all.
  test: { include: ['src/**/*.test.ts'], environment: 'node', pool: 'threads', isolate: false },
});
