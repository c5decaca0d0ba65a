// Identity of the demo project. The ids are stable: files under schemas/examples name them.

/** The project that all seeded resources belong to. */
export const projectId = '0605768a0780d5c02f9bc010cbc2ee4a';

/** Gateways by their role. */
export const gatewayIds = {
  headquarters: 'b32d91a4-7f3e-4c6a-9d21-e907174eb11d',
  enterpriseRouter: '3f0c1d52-8a6b-4e97-b1c4-5d2e8f7a9b30',
  gm: '6e8b2a17-4d3c-4f5e-8a90-1b7c6d5e4f32',
  withoutFixedAddress: 'a94c7e30-2b1d-4c8f-9e65-7f8a0b1c2d3e',
} as const;

/** Customer gateways by the place where they stand. */
export const customerGatewayIds = {
  hamburg: '5247ae10-3c9d-4b7e-8f12-dd36659a7f5d',
  lyon: '7d1f4b82-6a5c-4e3d-9b08-2c4f6e8a0b1d',
  milan: 'c0e5a93d-1f7b-4d2a-8c64-9b3e5d7f1a20',
  krakow: '18b6d4f0-9e2c-4a5b-b7d3-6f8091a2b3c4',
  warehouse: 'e27a5c19-0d4f-4b6e-a3c8-5d7e9f1b3a42',
} as const;

/** Connections by what is particular about them. */
export const connectionIds = {
  policy: '98c5af8a-1c2d-4e3f-8a9b-ae2280a6f4c3',
  staticRouting: '1d7e0b64-5a2f-4c8d-9e31-b06f4a8c2d57',
  bgp: '4b9f2c70-8d1e-4a63-b5f7-c29e0d6a3b18',
  policyTemplate: '7a3d5e96-2c4b-4f80-9d1a-e85b7c0f6423',
  gm: 'c61f8a25-9b0d-4e7c-a4f3-37d2e9b5180a',
  enterpriseRouter: 'e0827d4b-6f3a-4195-8c2e-5a9b1f7d0c36',
  frozen: '2f5c9e81-7d0a-4b36-95e4-f1a8c3b60d72',
  down: '83a4d6f2-0e9b-4c17-b8d5-6c2f7a1e9b40',
  ikev1: 'b5d90c3e-4a7f-4182-96e0-8c1d3f5b7a29',
  spare: '0ac4e6f8-1b3d-4957-8f2a-d6e0b9c7a513',
} as const;
