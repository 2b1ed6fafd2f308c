package jp.chukan.peer;

import com.helger.phase4.crypto.AS4CryptoFactoryInMemoryKeyStore;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * A key of one party.
 *
 * @param key private key
 * @param chain certificate of the key, then those above it
 */
record PartyKey(PrivateKey key, X509Certificate[] chain) {
  private static final String ALIAS = "key";

  /** The store never leaves this process: the password keeps nobody out. */
  private static final char[] IN_MEMORY = "in-memory".toCharArray();

  X509Certificate certificate() {
    return chain[0];
  }

  /**
   * What phase4 signs and decrypts with. WSS4J takes the key out of its store for each message. A
   * store of type PKCS12 would derive a key from the password in ten thousand rounds each time,
   * which costs more than everything else together; JKS does not, and in memory its weaker
   * protection protects nothing less.
   */
  AS4CryptoFactoryInMemoryKeyStore crypto(KeyStore trust)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("JKS");
    store.load(null, null);
    store.setKeyEntry(ALIAS, key, IN_MEMORY, chain);
    return new AS4CryptoFactoryInMemoryKeyStore(store, ALIAS, IN_MEMORY.clone(), trust);
  }

  @Override
  public String toString() {
    return "PartyKey[redacted]";
  }
}
