package jp.chukan.gateway.crypto;

import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jp.chukan.contract.code.InstitutionCode;
import jp.chukan.contract.crypto.DecryptionKey;
import jp.chukan.contract.crypto.KeyFindings;
import jp.chukan.contract.crypto.KeyFolder;
import jp.chukan.contract.crypto.KeyStorage;
import jp.chukan.contract.crypto.KeyToken;
import jp.chukan.contract.crypto.SigningKey;
import jp.chukan.contract.crypto.TlsKey;
import jp.chukan.contract.crypto.UnusableKeyFileException;
import jp.chukan.contract.crypto.WrappingKey;
import org.jspecify.annotations.Nullable;

/**
 * Reads the keys of this installation. What cannot be used is told, and where it could be used
 * before, it still is: a broken new file takes nothing away. Only what is taken out of the store is
 * gone, and never the last key of a use.
 *
 * <p>Where keys of a kind are in a token, files of that kind open what was encrypted before, and
 * nothing else.
 */
final class KeyReader {
  private final KeySettings settings;
  private final KeyFolder folder;
  private final Map<Path, KeyToken> tokens = new HashMap<>();

  /**
   * @throws UnusableKeyFileException when a token that is configured does not open
   */
  KeyReader(KeySettings settings) {
    this.settings = settings;
    this.folder = new KeyFolder(settings.directory(), settings.password().toCharArray());
    for (KeySettings.Kind kind :
        List.of(settings.signing(), settings.decryption(), settings.master())) {
      if (settings.isInToken(kind)) {
        tokens.computeIfAbsent(
            settings.tokenOf(kind), path -> KeyToken.open(path, KeySettings.pinOf(path)));
      }
    }
  }

  /**
   * @param signers who signs
   * @param holders who opens answers
   * @param before what was read last, null at the start
   * @throws UnusableKeyFileException when there is a use for which there is no key at all
   */
  KeyRing read(
      List<InstitutionCode> signers, List<InstitutionCode> holders, @Nullable KeyRing before) {
    List<String> faults = new ArrayList<>();
    Map<InstitutionCode, KeySet<SigningKey>> signing = new LinkedHashMap<>();
    for (InstitutionCode code : signers) {
      signing.put(
          code,
          new KeySet<>(
              of(
                  "signing-" + code,
                  storage(settings.signing()),
                  from -> own(code, from.signingKeys("signing-" + code), SigningKey::institution),
                  before == null ? null : before.signing().get(code),
                  faults),
              Map.of()));
    }
    Map<InstitutionCode, KeySet<DecryptionKey>> decryption = new LinkedHashMap<>();
    for (InstitutionCode code : holders) {
      decryption.put(
          code,
          both(
              "encryption-" + code,
              settings.decryption(),
              from ->
                  own(code, from.decryptionKeys("encryption-" + code), DecryptionKey::institution),
              before == null ? null : before.decryption().get(code),
              faults));
    }
    KeySet<WrappingKey> master =
        both(
            "master",
            settings.master(),
            KeyStorage::wrappingKeys,
            before == null ? null : before.master(),
            faults);
    Map<TlsBundle, KeySet<TlsKey>> tls = new EnumMap<>(TlsBundle.class);
    for (TlsBundle bundle : TlsBundle.values()) {
      tls.put(
          bundle,
          new KeySet<>(
              of(
                  bundle.file(),
                  folder,
                  from -> folder.tlsKeys(bundle.file()),
                  before == null ? null : before.tls().get(bundle),
                  faults),
              Map.of()));
    }
    return new KeyRing(signing, decryption, master, tls, faults);
  }

  /** Whom this server takes connections from, and connects to. */
  KeyStore trustStore() {
    return folder.trustStore();
  }

  private KeyStorage storage(KeySettings.Kind kind) {
    KeyToken token = settings.isInToken(kind) ? tokens.get(settings.tokenOf(kind)) : null;
    return token == null ? folder : token;
  }

  private <K> KeySet<K> both(
      String use,
      KeySettings.Kind kind,
      Function<KeyStorage, KeyFindings<K>> read,
      @Nullable KeySet<K> before,
      List<String> faults) {
    Map<String, K> leading = of(use, storage(kind), read, before, faults);
    return new KeySet<>(
        leading,
        settings.isInToken(kind)
            ? kept(read(folder, read, faults), before == null ? Map.of() : before.others(), faults)
            : Map.of());
  }

  private static <K> Map<String, K> of(
      String use,
      KeyStorage storage,
      Function<KeyStorage, KeyFindings<K>> read,
      @Nullable KeySet<K> before,
      List<String> faults) {
    Map<String, K> known = before == null ? Map.of() : before.leading();
    Map<String, K> keys = kept(read(storage, read, faults), known, faults);
    if (!keys.isEmpty()) {
      return keys;
    }
    if (known.isEmpty()) {
      throw new UnusableKeyFileException(
          use, "there is no key that can be used " + String.join("; ", faults));
    }
    faults.add(use + ": there is no key any more, the last one stays in use");
    return known;
  }

  /** Null when the storage itself cannot be reached. */
  private static <K> @Nullable KeyFindings<K> read(
      KeyStorage storage, Function<KeyStorage, KeyFindings<K>> read, List<String> faults) {
    try {
      return read.apply(storage);
    } catch (UnusableKeyFileException unreachable) {
      faults.add(text(unreachable));
      return null;
    }
  }

  private static <K> Map<String, K> kept(
      @Nullable KeyFindings<K> found, Map<String, K> known, List<String> faults) {
    if (found == null) {
      return known;
    }
    Map<String, K> keys = new HashMap<>(found.keys());
    found.faults().forEach(fault -> faults.add(text(fault)));
    if (!found.faults().isEmpty()) {
      // what is broken may be what was known before: while anything of a use is, nothing of it goes
      known.forEach(keys::putIfAbsent);
    }
    return keys;
  }

  /** A key that was issued to somebody else proves nothing for this institution. */
  private static <K> KeyFindings<K> own(
      InstitutionCode code, KeyFindings<K> found, Function<K, InstitutionCode> institution) {
    Map<String, K> own = new HashMap<>();
    List<UnusableKeyFileException> faults = new ArrayList<>(found.faults());
    found
        .keys()
        .forEach(
            (name, key) -> {
              if (institution.apply(key).equals(code)) {
                own.put(name, key);
              } else {
                faults.add(new UnusableKeyFileException(name, "issued to another institution"));
              }
            });
    return new KeyFindings<>(own, faults);
  }

  private static String text(UnusableKeyFileException fault) {
    return String.valueOf(fault.getMessage());
  }
}
