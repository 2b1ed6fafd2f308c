package jp.chukan.contract.crypto;

/**
 * Where the keys of an installation are (JN-03): files of a folder, or a token that no key leaves.
 *
 * <p>Keys for one use share a name, so that an old and a new one are there side by side: {@code
 * signing-X} and beside it {@code signing-X-2}, and any other number. Each is read for itself: what
 * cannot be used is among the faults and takes nothing else with it.
 */
public sealed interface KeyStorage permits KeyFolder, KeyToken {

  /**
   * The keys for signing under this name.
   *
   * @throws UnusableKeyFileException when the storage itself cannot be reached
   */
  KeyFindings<SigningKey> signingKeys(String name);

  /**
   * The keys for opening answers under this name.
   *
   * @throws UnusableKeyFileException when the storage itself cannot be reached
   */
  KeyFindings<DecryptionKey> decryptionKeys(String name);

  /**
   * The keys that wrap data keys, by their ids {@code master-1}, {@code master-2} and so on.
   *
   * @throws UnusableKeyFileException when the storage itself cannot be reached
   */
  KeyFindings<WrappingKey> wrappingKeys();
}
