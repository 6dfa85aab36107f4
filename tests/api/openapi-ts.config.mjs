// SPDX-License-Identifier: MIT
// The client that client.test.mjs walks with: run.sh copies openapi.json beside this.
export default { input: 'openapi.json', output: 'client', plugins: ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk'] };
