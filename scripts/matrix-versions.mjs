// The versions that the matrix tries.
export const SDK = '3.1169.0';
/** The oldest that is supported: with 3.662, each call waits for a configuration file (docs/decisions/002). */
export const OLDEST_SDK = '3.664.0';
/** The oldest, one from each hundred of minor versions after it (the lowest that the registry has), and the newest. */
export const SDKS = [OLDEST_SDK, '3.703.0', '3.800.0', '3.901.0', '3.1000.0', '3.1100.0', SDK];
/** Beside the one that runs the matrix. */
export const OTHER_NODES = ['22.23.3', '24.21.0', '26.10.0'];
export const NODE_TYPES = '@types/node@20.19.43';

export const sdkPackage = (version = SDK) => `@aws-sdk/client-eventbridge@${version}`;
