// The regions of the public cloud that have the VPN service, as the official SDKs list them. The
// list grows, so a region that is not in it is refused only where a file, not the user, names it.

/** A region's identifier and where it is. */
export interface Region {
  readonly id: string;
  readonly place: string;
}

/** Built-in regions, in the order in which they are offered. */
export const regions: readonly Region[] = [
  { id: 'eu-west-101', place: 'Europe, Dublin' },
  { id: 'ap-southeast-1', place: 'China, Hong Kong' },
  { id: 'ap-southeast-2', place: 'Thailand, Bangkok' },
  { id: 'ap-southeast-3', place: 'Singapore' },
  { id: 'ap-southeast-4', place: 'Indonesia, Jakarta' },
  { id: 'ap-southeast-5', place: 'Philippines, Manila' },
  { id: 'af-south-1', place: 'South Africa, Johannesburg' },
  { id: 'af-north-1', place: 'Northern Africa' },
  { id: 'tr-west-1', place: 'Türkiye, Istanbul' },
  { id: 'me-east-1', place: 'Saudi Arabia, Riyadh' },
  { id: 'ae-ad-1', place: 'United Arab Emirates, Abu Dhabi' },
  { id: 'ru-moscow-1', place: 'Russia, Moscow' },
  { id: 'la-south-2', place: 'Chile, Santiago' },
  { id: 'la-north-2', place: 'Mexico, Mexico City 2' },
  { id: 'na-mexico-1', place: 'Mexico, Mexico City 1' },
  { id: 'sa-brazil-1', place: 'Brazil, São Paulo' },
  { id: 'cn-north-1', place: 'China, north' },
  { id: 'cn-north-2', place: 'China, north' },
  { id: 'cn-north-4', place: 'China, north' },
  { id: 'cn-north-9', place: 'China, north' },
  { id: 'cn-north-11', place: 'China, north' },
  { id: 'cn-north-12', place: 'China, north' },
  { id: 'cn-east-2', place: 'China, east' },
  { id: 'cn-east-3', place: 'China, east' },
  { id: 'cn-east-4', place: 'China, east' },
  { id: 'cn-east-5', place: 'China, east' },
  { id: 'cn-south-1', place: 'China, south' },
  { id: 'cn-south-2', place: 'China, south' },
  { id: 'cn-south-4', place: 'China, south' },
  { id: 'cn-southwest-2', place: 'China, south-west' },
  { id: 'cn-southwest-3', place: 'China, south-west' },
];

/** Whether the region is built in. */
export function isBuiltInRegion(id: string): boolean {
  return regions.some((region) => region.id === id);
}

/** Whether the text can be a region's identifier: one host label in lower case, nothing else. */
export function isRegionId(text: string): boolean {
  return /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(text);
}

/** Origin of a region's VPN endpoint. `id` must be a region identifier. */
export function regionalOrigin(id: string): string {
  return `https://vpn.${id}.myhuaweicloud.com`;
}

/** Origin of the IAM service of a region. `id` must be a region identifier. */
export function regionalIamOrigin(id: string): string {
  return `https://iam.${id}.myhuaweicloud.com`;
}
