package jp.chukan.mocknetwork.coresystem;

/**
 * The key to which answers for an inquirer are encrypted.
 *
 * @param keyId SHA-256 of the certificate (DER) in lower-case hexadecimal
 * @param profileId of answers to this key
 * @param certificate X.509 certificate (DER)
 */
record InquirerKey(String keyId, String profileId, byte[] certificate) {}
