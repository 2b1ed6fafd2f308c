package jp.chukan.contract.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Provider;
import java.security.cert.Certificate;
import java.security.spec.ECGenParameterSpec;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;

/**
 * A token of SoftHSM in a folder of its own, whose keys are made inside of it and cannot leave. One
 * for each process: SoftHSM reads its settings once.
 */
public final class TestToken {
  private static final String PIN = "4711";
  private static final Pattern SLOT = Pattern.compile("reassigned to slot (\\d+)");
  private static final Path FOLDER = folder();
  private static final String SLOT_NUMBER = make();

  private final Path configuration;
  private final Path pin;
  private final Provider provider;
  private final KeyStore store;

  private TestToken(Path folder, String leaving) {
    try {
      configuration = folder.resolve("pkcs11.cfg");
      pin = folder.resolve("pkcs11.pin");
      Files.writeString(pin, PIN + "\n");
      Files.writeString(configuration, configuration("chukan", "false"));
      // who makes keys does so with a configuration of their own
      Path maker = folder.resolve("maker.cfg");
      Files.writeString(maker, configuration("maker", leaving));
      provider = CryptoProviders.token(maker);
      store = KeyStore.getInstance("PKCS11", provider);
      store.load(null, PIN.toCharArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Its configuration and PIN go into this folder, as {@code pkcs11.cfg} and {@code pkcs11.pin}.
   */
  public static TestToken in(Path folder) {
    return new TestToken(folder, "false");
  }

  /** The same, with keys that may leave it. */
  static TestToken leaking(Path folder) {
    return new TestToken(folder, "true");
  }

  public Path configuration() {
    return configuration;
  }

  public Path pin() {
    return pin;
  }

  public KeyToken open() {
    return KeyToken.open(configuration, pin);
  }

  /** Makes a key pair on P-256 in there, and has its certificate issued. */
  public void makeKey(String label, TestAuthority.Leaf leaf, TestAuthority authority) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      keep(label, generator.generateKeyPair(), leaf, authority);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same with an RSA key. */
  void makeRsaKey(String label, TestAuthority.Leaf leaf, TestAuthority authority) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA", provider);
      generator.initialize(3072);
      keep(label, generator.generateKeyPair(), leaf, authority);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A key beside the certificate of another one. */
  void makeMismatch(String label, TestAuthority.Leaf leaf, TestAuthority authority) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair one = generator.generateKeyPair();
      KeyPair other = generator.generateKeyPair();
      keep(label, new KeyPair(other.getPublic(), one.getPrivate()), leaf, authority);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void keep(String label, KeyPair pair, TestAuthority.Leaf leaf, TestAuthority authority)
      throws GeneralSecurityException {
    Certificate[] chain = {leaf.issue(pair).certificate(), authority.rootCertificate()};
    store.setKeyEntry(label, pair.getPrivate(), null, chain);
  }

  /** Makes an AES-256 key in there. */
  public void makeMasterKey(String label) {
    try {
      KeyGenerator generator = KeyGenerator.getInstance("AES", provider);
      generator.init(256);
      SecretKey key = generator.generateKey();
      store.setKeyEntry(label, key, null, null);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public void remove(String label) {
    try {
      store.deleteEntry(label);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String configuration(String name, String extractable) {
    return """
        name = %s
        library = %s
        slot = %s
        attributes(*,CKO_PRIVATE_KEY,*) = {
          CKA_SENSITIVE = true
          CKA_EXTRACTABLE = %s
        }
        attributes(generate,CKO_PRIVATE_KEY,CKK_EC) = {
          CKA_DERIVE = true
        }
        attributes(generate,CKO_SECRET_KEY,CKK_AES) = {
          CKA_SENSITIVE = true
          CKA_EXTRACTABLE = %s
        }
        attributes(*,CKO_SECRET_KEY,CKK_GENERIC_SECRET) = {
          CKA_SENSITIVE = false
          CKA_EXTRACTABLE = true
        }
        """
        .formatted(name, library(), SLOT_NUMBER, extractable, extractable);
  }

  private static Path library() {
    return Stream.of(
            "/usr/lib/softhsm",
            "/usr/lib/x86_64-linux-gnu/softhsm",
            "/usr/lib/aarch64-linux-gnu/softhsm",
            "/usr/lib64/pkcs11",
            "/usr/lib64/softhsm",
            "/usr/local/lib/softhsm",
            "/opt/homebrew/lib/softhsm")
        .map(folder -> Path.of(folder, "libsofthsm2.so"))
        .filter(Files::isReadable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "SoftHSM is not there: src/contract/install-softhsm.sh installs it"));
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory(Path.of("target"), "softhsm").toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String make() {
    Path settings =
        Path.of(
            Optional.ofNullable(System.getenv("SOFTHSM2_CONF"))
                .orElseThrow(
                    () -> new IllegalStateException("SOFTHSM2_CONF is not set: see pom.xml")));
    try {
      library();
      Files.createDirectories(FOLDER.resolve("tokens"));
      Files.writeString(
          settings,
          "directories.tokendir = %s\nobjectstore.backend = file\nlog.level = ERROR\n"
              .formatted(FOLDER.resolve("tokens")));
      String random = new BigInteger(64, new java.security.SecureRandom()).toString();
      Process making =
          new ProcessBuilder(
                  "softhsm2-util",
                  "--init-token",
                  "--free",
                  "--label",
                  "chukan",
                  "--pin",
                  PIN,
                  "--so-pin",
                  random)
              .redirectErrorStream(true)
              .start();
      String said = new String(making.getInputStream().readAllBytes(), UTF_8);
      Matcher slot = SLOT.matcher(said);
      if (making.waitFor() != 0 || !slot.find()) {
        throw new IllegalStateException("softhsm2-util made no token: " + said);
      }
      return slot.group(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
