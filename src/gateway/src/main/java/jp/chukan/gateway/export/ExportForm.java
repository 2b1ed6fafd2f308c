package jp.chukan.gateway.export;

import java.util.Locale;

/** Of which form a file is. */
public enum ExportForm {
  /** Comma-separated values in UTF-8. */
  CSV("text/csv;charset=UTF-8"),
  /** XML document in UTF-8. */
  XML("application/xml"),
  /** ZIP archive. */
  ZIP("application/zip");

  private final String mediaType;

  ExportForm(String mediaType) {
    this.mediaType = mediaType;
  }

  /** As HTTP names it. */
  public String mediaType() {
    return mediaType;
  }

  /** How the name of a file ends, without the dot. */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }
}
