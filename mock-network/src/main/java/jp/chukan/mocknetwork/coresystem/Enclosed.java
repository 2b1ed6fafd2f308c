package jp.chukan.mocknetwork.coresystem;

import org.jspecify.annotations.Nullable;

/**
 * What a 「提供要求」 carries of the documents of its exchange; null where something is withheld.
 *
 * @param permit signed 「情報提供許可証」
 * @param path signed 「経路情報」
 * @param certificate certificate of the inquirer's encryption key
 */
record Enclosed(byte @Nullable [] permit, byte @Nullable [] path, byte @Nullable [] certificate) {

  static Enclosed of(ExchangeDocuments.Issued issued) {
    return new Enclosed(issued.signedPermit(), issued.signedPath(), issued.certificate());
  }

  Enclosed withPermit(byte @Nullable [] other) {
    return new Enclosed(other, path, certificate);
  }

  Enclosed withPath(byte @Nullable [] other) {
    return new Enclosed(permit, other, certificate);
  }

  Enclosed withCertificate(byte @Nullable [] other) {
    return new Enclosed(permit, path, other);
  }
}
