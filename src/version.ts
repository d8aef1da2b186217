/** The version of this package; a test holds it equal to `package.json`, so that no file is read at start-up. */
export const version = '0.1.0'
