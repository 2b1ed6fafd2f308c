package jp.chukan.gateway.crypto;

import java.util.List;
import java.util.Map;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.DecryptionKey;
import jp.chukan.contract.crypto.SigningKey;
import jp.chukan.contract.crypto.TlsKey;
import jp.chukan.contract.crypto.WrappingKey;

/**
 * The keys of this installation at one moment.
 *
 * @param signing of each institution, and of the platform
 * @param decryption of each institution
 * @param master by their ids
 * @param tls for connections
 * @param faults names of what is there and cannot be used, with the reason; nothing of a key
 */
record KeyRing(
    Map<InstitutionCode, KeySet<SigningKey>> signing,
    Map<InstitutionCode, KeySet<DecryptionKey>> decryption,
    KeySet<WrappingKey> master,
    Map<TlsBundle, KeySet<TlsKey>> tls,
    List<String> faults) {
  KeyRing {
    signing = Map.copyOf(signing);
    decryption = Map.copyOf(decryption);
    tls = Map.copyOf(tls);
    faults = List.copyOf(faults);
  }

  @Override
  public String toString() {
    return "KeyRing[" + signing.keySet() + ", faults=" + faults.size() + "]";
  }
}
