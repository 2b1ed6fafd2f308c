package jp.chukan.gateway.crypto;

/** The two kinds of connections of this server, each with keys of its own. */
enum TlsBundle {
  /** What it shows to who connects to it, and whom it lets in. */
  SERVER("server", "gateway-server", CertificateUse.TLS_SERVER),
  /** What it shows where it connects to, and whom it believes there. */
  CLIENT("client", "gateway-client", CertificateUse.TLS_CLIENT);

  private final String id;
  private final String file;
  private final CertificateUse use;

  TlsBundle(String id, String file, CertificateUse use) {
    this.id = id;
    this.file = file;
    this.use = use;
  }

  /** Its name among the bundles of Spring Boot. */
  String id() {
    return id;
  }

  /** Name of its keys in the key folder. */
  String file() {
    return file;
  }

  CertificateUse use() {
    return use;
  }
}
