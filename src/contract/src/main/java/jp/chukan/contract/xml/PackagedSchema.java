package jp.chukan.contract.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.ls.LSInput;

/** A schema that another one includes: always one of this program's own. */
final class PackagedSchema implements LSInput {
  static final String SCHEME = "chukan";

  private final String systemId;
  private final InputStream bytes;

  private PackagedSchema(String systemId, InputStream bytes) {
    this.systemId = systemId;
    this.bytes = bytes;
  }

  static String systemId(String name) {
    return SCHEME + ":" + name + ".xsd";
  }

  static PackagedSchema included(@Nullable String location) {
    String name = String.valueOf(location).replaceFirst("\\.xsd$", "");
    try {
      return new PackagedSchema(systemId(name), SecureXml.schemaText(name).openStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public InputStream getByteStream() {
    return bytes;
  }

  @Override
  public String getSystemId() {
    return systemId;
  }

  @Override
  public @Nullable Reader getCharacterStream() {
    return null;
  }

  @Override
  public @Nullable String getStringData() {
    return null;
  }

  @Override
  public @Nullable String getPublicId() {
    return null;
  }

  @Override
  public @Nullable String getBaseURI() {
    return null;
  }

  @Override
  public @Nullable String getEncoding() {
    return null;
  }

  @Override
  public boolean getCertifiedText() {
    return false;
  }

  @Override
  public void setByteStream(InputStream byteStream) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setSystemId(String id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setCharacterStream(Reader characterStream) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setStringData(String stringData) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setPublicId(String publicId) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setBaseURI(String baseUri) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setEncoding(String encoding) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setCertifiedText(boolean certifiedText) {
    throw new UnsupportedOperationException();
  }
}
