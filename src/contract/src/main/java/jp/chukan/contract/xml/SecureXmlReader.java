package jp.chukan.contract.xml;

import com.ctc.wstx.exc.WstxIOException;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import jp.chukan.contract.error.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A pull parser that sees elements and text and nothing else: comments and processing instructions
 * are passed over, a document type or an entity ends the reading. What it throws names the code and
 * the element, and never quotes the document.
 *
 * <p>Long text comes in several pieces, so that no element has to fit into memory.
 */
public final class SecureXmlReader implements AutoCloseable {
  private static final int LARGEST_STEP = 1024 * 1024;
  private static final int LONGEST_SHOWN_NAME = 64;

  private final XMLStreamReader parser;
  private final @Nullable ProgressLimit progress;
  private final XmlLimits limits;
  private final Deque<String> open = new ArrayDeque<>();
  private int event = XMLStreamConstants.START_DOCUMENT;
  private long elements;

  private SecureXmlReader(
      XMLStreamReader parser, @Nullable ProgressLimit progress, XmlLimits limits) {
    this.parser = parser;
    this.progress = progress;
    this.limits = limits;
  }

  static SecureXmlReader over(WstxInputFactory factory, InputStream bytes, XmlLimits limits) {
    ProgressLimit progress = new ProgressLimit(bytes, limits.documentBytes(), LARGEST_STEP);
    try {
      PushbackInputStream source = new PushbackInputStream(progress, 4);
      refuseWideCharacters(source);
      return begin(factory.createXMLStreamReader(decoded(source)), progress, limits);
    } catch (XMLStreamException e) {
      throw refusal(e, null);
    } catch (IOException e) {
      throw refusal(e, null);
    }
  }

  static SecureXmlReader over(WstxInputFactory factory, CharSequence text, XmlLimits limits) {
    try {
      return begin(factory.createXMLStreamReader(new StringReader(text.toString())), null, limits);
    } catch (XMLStreamException e) {
      throw refusal(e, null);
    }
  }

  private static SecureXmlReader begin(
      XMLStreamReader parser, @Nullable ProgressLimit progress, XmlLimits limits) {
    String declared = parser.getCharacterEncodingScheme();
    if (declared != null && !declared.equalsIgnoreCase(StandardCharsets.UTF_8.name())) {
      throw InvalidInputException.of(ErrorCode.SYM_ENCODING);
    }
    String version = parser.getVersion();
    if (version != null && !version.equals("1.0")) {
      throw InvalidInputException.of(ErrorCode.SYM_NOT_WELL_FORMED);
    }
    return new SecureXmlReader(parser, progress, limits);
  }

  /** UTF-16 and UTF-32 show themselves by a zero byte or a mark in the first four bytes. */
  private static void refuseWideCharacters(PushbackInputStream source) throws IOException {
    byte[] first = source.readNBytes(4);
    for (byte one : first) {
      if (one == 0 || one == (byte) 0xFE || one == (byte) 0xFF) {
        throw InvalidInputException.of(ErrorCode.SYM_ENCODING);
      }
    }
    source.unread(first);
  }

  /**
   * Decoded by the JDK: the parser's own decoder takes sequences that are too long for what they
   * say (RFC 3629 section 3), and makes halves of surrogate pairs of some of them.
   */
  private static Reader decoded(InputStream bytes) {
    return new InputStreamReader(
        bytes,
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  /**
   * Goes on to the next start, end, piece of text or end of the document.
   *
   * @return {@link XMLStreamConstants#START_ELEMENT}, {@link XMLStreamConstants#END_ELEMENT},
   *     {@link XMLStreamConstants#CHARACTERS} or {@link XMLStreamConstants#END_DOCUMENT}
   * @throws InvalidInputException when the document is not well-formed, has a document type, is not
   *     UTF-8 or is over a limit
   */
  public int next() {
    if (event == XMLStreamConstants.END_ELEMENT) {
      open.pop();
    }
    try {
      do {
        event = parser.next();
        if (progress != null) {
          progress.advance();
        }
      } while (isPassedOver(event));
    } catch (XMLStreamException e) {
      throw refusal(e, open.peek());
    }
    if (event == XMLStreamConstants.START_ELEMENT) {
      open.push(shown(parser.getLocalName()));
      checkStart();
    }
    return event;
  }

  private boolean isPassedOver(int type) {
    return switch (type) {
      case XMLStreamConstants.START_ELEMENT,
          XMLStreamConstants.END_ELEMENT,
          XMLStreamConstants.CHARACTERS,
          XMLStreamConstants.END_DOCUMENT ->
          false;
      case XMLStreamConstants.CDATA -> {
        event = XMLStreamConstants.CHARACTERS;
        yield false;
      }
      case XMLStreamConstants.COMMENT,
          XMLStreamConstants.PROCESSING_INSTRUCTION,
          XMLStreamConstants.SPACE ->
          true;
      default -> throw new InvalidInputException(at(ErrorCode.SYM_DTD_FORBIDDEN));
    };
  }

  private void checkStart() {
    if (open.size() > limits.depth()) {
      throw new InvalidInputException(at(ErrorCode.SYM_TOO_DEEP));
    }
    elements++;
    if (parser.getAttributeCount() > limits.attributes() || elements > limits.elements()) {
      throw new InvalidInputException(at(ErrorCode.SYM_TOO_LARGE));
    }
  }

  private Refusal at(ErrorCode code) {
    return new Refusal(code, null, open.peek());
  }

  /** Local name of the element that starts or ends here. */
  public String name() {
    return parser.getLocalName();
  }

  /** Name of the element that is open here, cut to what may be shown to a sender. */
  public String shownName() {
    String name = open.peek();
    return name == null ? "" : name;
  }

  /** Whether the name belongs to a namespace: no element of the contract does. */
  public boolean hasNamespace() {
    String namespace = parser.getNamespaceURI();
    return namespace != null && !namespace.isEmpty();
  }

  /** How many elements are open here. */
  public int depth() {
    return open.size();
  }

  public int attributeCount() {
    return parser.getAttributeCount();
  }

  /** Whether this attribute belongs to the schema language itself ({@code xsi:…}). */
  public boolean isSchemaAttribute(int index) {
    return XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(parser.getAttributeNamespace(index));
  }

  /** Name of an attribute; one with a namespace is given a colon, which no known name has. */
  public String attributeName(int index) {
    String namespace = parser.getAttributeNamespace(index);
    String name = parser.getAttributeLocalName(index);
    return namespace == null || namespace.isEmpty() ? name : ":" + name;
  }

  public String attributeValue(int index) {
    return parser.getAttributeValue(index);
  }

  /** Whether the element that starts here says {@code xsi:nil="true"}. */
  public boolean isNil() {
    for (int i = 0; i < parser.getAttributeCount(); i++) {
      if (isSchemaAttribute(i) && parser.getAttributeLocalName(i).equals("nil")) {
        String value = parser.getAttributeValue(i).trim();
        return value.equals("true") || value.equals("1");
      }
    }
    return false;
  }

  public char[] textBuffer() {
    return parser.getTextCharacters();
  }

  public int textStart() {
    return parser.getTextStart();
  }

  public int textLength() {
    return parser.getTextLength();
  }

  /** Whether this piece of text is nothing but the layout between elements. */
  public boolean isBlankText() {
    return parser.isWhiteSpace();
  }

  /** Goes on to the end of the element that starts here, whatever is in it. */
  public void skipElement() {
    int depth = open.size();
    while (next() != XMLStreamConstants.END_ELEMENT || open.size() != depth) {
      // what is skipped is not looked at
    }
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (XMLStreamException e) {
      throw refusal(e, open.peek());
    }
  }

  /** Names come from outside as well: only what cannot hold a sentence is repeated. */
  static String shown(String name) {
    boolean plain =
        name.length() <= LONGEST_SHOWN_NAME
            && name.chars().allMatch(c -> c < 0x80 && Character.isLetterOrDigit(c) || c == '_');
    return plain ? name : "?";
  }

  /** The parser's own text quotes the document, so it is read here and goes no further. */
  private static InvalidInputException refusal(Exception failure, @Nullable String element) {
    ErrorCode code = codeOf(failure);
    // Bytes are decoded well ahead of the element that the parser stands at.
    return new InvalidInputException(
        new Refusal(code, null, code == ErrorCode.SYM_ENCODING ? null : element));
  }

  private static ErrorCode codeOf(Exception failure) {
    Throwable cause = failure;
    if (failure instanceof WstxIOException && failure.getCause() != null) {
      cause = failure.getCause();
    }
    if (cause instanceof ProgressLimit.TooLarge) {
      return ErrorCode.SYM_TOO_LARGE;
    }
    if (cause instanceof CharacterCodingException) {
      return ErrorCode.SYM_ENCODING;
    }
    if (cause instanceof IOException io) {
      throw new UncheckedIOException(io);
    }
    String text = String.valueOf(failure.getMessage());
    if (text.contains("Maximum Element Depth limit")) {
      return ErrorCode.SYM_TOO_DEEP;
    }
    return text.contains(" limit (") ? ErrorCode.SYM_TOO_LARGE : ErrorCode.SYM_NOT_WELL_FORMED;
  }
}
