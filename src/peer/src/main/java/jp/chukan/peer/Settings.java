package jp.chukan.peer;

import com.helger.phase4.CAS4Version;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import org.apache.catalina.util.ServerInfo;
import org.apache.wss4j.dom.engine.WSSecurityEngine;
import org.apache.xml.security.Init;

/**
 * Under which conditions was measured.
 *
 * @param algorithms what protects a message
 * @param algorithmsBecause why these
 * @param providers whose implementations the JDK chose
 * @param payloadBytes size of the one attachment
 * @param concurrency senders
 * @param connections over which all messages went
 * @param tls version and cipher suite that were agreed upon
 * @param durable what outlives a crash
 * @param versions of what was measured
 */
record Settings(
    Map<String, String> algorithms,
    String algorithmsBecause,
    Map<String, String> providers,
    int payloadBytes,
    int concurrency,
    int connections,
    String tls,
    String durable,
    Map<String, String> versions) {

  static Settings of(int payloadBytes, int concurrency, int connections, String tls)
      throws GeneralSecurityException {
    return new Settings(
        chosenAlgorithms(),
        Protection.WHY,
        chosenProviders(),
        payloadBytes,
        concurrency,
        connections,
        tls + ", client certificates",
        "nothing: phase4's managers in memory, payloads in temporary files until the response",
        presentVersions());
  }

  private static Map<String, String> chosenAlgorithms() {
    return sorted(
        Map.of(
            "signature", Protection.SIGNATURE.getAlgorithmURI() + " (P-256)",
            "digest", Protection.DIGEST.getAlgorithmURI(),
            "keyAgreement", Protection.AGREEMENT_METHOD.getID() + " (P-256)",
            "keyDerivation", Protection.DERIVATION.getID(),
            "keyWrap", Protection.WRAP.getID(),
            "content", Protection.CONTENT.getAlgorithmURI(),
            "receipt", "signed, with non-repudiation information"));
  }

  private static Map<String, String> chosenProviders() throws GeneralSecurityException {
    return sorted(
        Map.of(
            "signature", Signature.getInstance("SHA256withECDSA").getProvider().getName(),
            "keyAgreement", KeyAgreement.getInstance("ECDH").getProvider().getName(),
            "keyWrap", Cipher.getInstance("AESWrap").getProvider().getName(),
            "content", Cipher.getInstance("AES/GCM/NoPadding").getProvider().getName()));
  }

  private static Map<String, String> presentVersions() {
    return sorted(
        Map.of(
            "phase4", CAS4Version.BUILD_VERSION,
            "wss4j", version(WSSecurityEngine.class),
            "xmlsec", version(Init.class),
            "tomcat", ServerInfo.getServerNumber(),
            "jdk", Runtime.version().toString()));
  }

  private static String version(Class<?> type) {
    String version = type.getPackage().getImplementationVersion();
    return version == null ? "unknown" : version;
  }

  private static Map<String, String> sorted(Map<String, String> map) {
    return new TreeMap<>(map);
  }
}
