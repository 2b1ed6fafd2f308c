package jp.chukan.contract.xml;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.validation.ValidatorHandler;
import jp.chukan.contract.error.ErrorCode;
import jp.chukan.contract.error.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.AttributesImpl;

/** Holds one document against its schema and says of the first fault what it is and where. */
final class SchemaCheck {
  private final SchemaGrammar grammar;
  private final ValidatorHandler validator;
  private final SecureXmlReader reader;
  private final XmlLimits limits;
  private final Deque<OpenElement> open = new ArrayDeque<>();

  private SchemaCheck(
      ValidatorHandler validator, SchemaGrammar grammar, SecureXmlReader reader, XmlLimits limits) {
    this.grammar = grammar;
    this.reader = reader;
    this.limits = limits;
    this.validator = validator;
    validator.setErrorHandler(new FirstViolation());
  }

  /**
   * @throws InvalidInputException at the first fault
   */
  static void check(
      Validators validators,
      SchemaGrammar grammar,
      String root,
      byte[] document,
      XmlLimits limits) {
    if (document.length > limits.documentBytes()) {
      throw InvalidInputException.of(ErrorCode.SYM_TOO_LARGE);
    }
    try (SecureXmlReader reader = SecureXml.reader(new ByteArrayInputStream(document), limits)) {
      ValidatorHandler validator = validators.take();
      new SchemaCheck(validator, grammar, reader, limits).run(root);
      validators.giveBack(validator);
    }
  }

  private void run(String root) {
    try {
      validator.startDocument();
      for (int event = reader.next();
          event != XMLStreamConstants.END_DOCUMENT;
          event = reader.next()) {
        switch (event) {
          case XMLStreamConstants.START_ELEMENT -> start(root);
          case XMLStreamConstants.END_ELEMENT -> end();
          default -> text();
        }
      }
      validator.endDocument();
    } catch (SAXException e) {
      throw new IllegalStateException("the validator only fails by a violation");
    }
  }

  private void start(String root) throws SAXException {
    OpenElement parent = open.peek();
    String name = reader.name();
    if (parent == null && !name.equals(root)) {
      throw InvalidInputException.at(ErrorCode.SYM_MESSAGE_TYPE, reader.shownName());
    }
    AttributesImpl attributes = attributes();
    SchemaGrammar.@Nullable Child rule = parent == null ? null : parent.ruleOf(name);
    if (parent != null && (rule == null || reader.hasNamespace())) {
      throw InvalidInputException.at(ErrorCode.SYM_UNKNOWN_ELEMENT, reader.shownName());
    }
    try {
      validator.startElement("", name, name, attributes);
    } catch (Violation e) {
      throw parent == null ? e.at(reader.shownName()) : startFault(e, parent, name);
    }
    if (parent != null) {
      parent.met(name);
    }
    String type = rule == null ? grammar.rootType(name) : rule.type();
    open.push(new OpenElement(name, grammar.childrenOf(String.valueOf(type))));
  }

  private AttributesImpl attributes() {
    AttributesImpl attributes = new AttributesImpl();
    for (int i = 0; i < reader.attributeCount(); i++) {
      if (!reader.isSchemaAttribute(i)) {
        throw InvalidInputException.at(ErrorCode.SYM_UNKNOWN_ELEMENT, reader.shownName());
      }
      // xsi:type and xsi:schemaLocation are the sender's wishes about our schema: not heard.
      if (reader.attributeName(i).equals(":nil")) {
        attributes.addAttribute(
            XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI,
            "nil",
            "xsi:nil",
            "CDATA",
            reader.attributeValue(i));
      }
    }
    return attributes;
  }

  /** The validator stumbled over the start of an element that its parent knows. */
  private InvalidInputException startFault(Violation violation, OpenElement parent, String name) {
    if (!violation.isAboutContent()) {
      return violation.at(name);
    }
    if (parent.seen.contains(name)) {
      return InvalidInputException.at(parent.whyNotAgain(name), name);
    }
    String absent = parent.firstAbsentBefore(name);
    if (absent == null || comesLater(absent)) {
      return InvalidInputException.at(ErrorCode.SYM_ELEMENT_ORDER, name);
    }
    return InvalidInputException.at(ErrorCode.SYM_MISSING_ELEMENT, absent);
  }

  /** Whether the element that is awaited stands behind the one that was met. */
  private boolean comesLater(String awaited) {
    int depth = reader.depth();
    int event = reader.next();
    while (event != XMLStreamConstants.END_ELEMENT || reader.depth() >= depth) {
      if (event == XMLStreamConstants.START_ELEMENT
          && reader.depth() == depth
          && reader.name().equals(awaited)) {
        return true;
      }
      event = reader.next();
    }
    return false;
  }

  private void end() throws SAXException {
    OpenElement element = open.pop();
    try {
      validator.endElement("", element.name, element.name);
    } catch (Violation e) {
      String absent = element.firstAbsent();
      if (e.isAboutContent() && absent != null) {
        throw InvalidInputException.at(ErrorCode.SYM_MISSING_ELEMENT, absent);
      }
      if (element.isText() && element.characters == 0) {
        throw InvalidInputException.at(ErrorCode.SYM_MISSING_ELEMENT, element.name);
      }
      throw e.at(element.name);
    }
  }

  private void text() throws SAXException {
    OpenElement element = open.peek();
    if (element == null || (!element.isText() && reader.isBlankText())) {
      return;
    }
    element.characters += reader.textLength();
    if (element.characters > limits.elementCharacters()) {
      throw InvalidInputException.at(ErrorCode.SYM_TOO_LARGE, element.name);
    }
    try {
      validator.characters(reader.textBuffer(), reader.textStart(), reader.textLength());
    } catch (Violation e) {
      throw e.at(element.name);
    }
  }

  /** An element between its start and its end. */
  private static final class OpenElement {
    private final String name;
    private final @Nullable Map<String, SchemaGrammar.Child> rules;
    private final Set<String> seen = new HashSet<>();
    private String last = "";
    private int characters;

    OpenElement(String name, @Nullable Map<String, SchemaGrammar.Child> rules) {
      this.name = name;
      this.rules = rules;
    }

    boolean isText() {
      return rules == null;
    }

    SchemaGrammar.@Nullable Child ruleOf(String child) {
      return rules == null ? null : rules.get(child);
    }

    void met(String child) {
      seen.add(child);
      last = child;
    }

    /** One of many that stand together is one too many; apart from them it is out of order. */
    ErrorCode whyNotAgain(String child) {
      SchemaGrammar.Child rule = ruleOf(child);
      if (rule == null || !rule.repeatable()) {
        return ErrorCode.SYM_REPEATED_ELEMENT;
      }
      return last.equals(child) ? ErrorCode.SYM_TOO_LARGE : ErrorCode.SYM_ELEMENT_ORDER;
    }

    @Nullable String firstAbsent() {
      return firstAbsentBefore("");
    }

    @Nullable String firstAbsentBefore(String limit) {
      if (rules == null) {
        return null;
      }
      for (Map.Entry<String, SchemaGrammar.Child> rule : rules.entrySet()) {
        if (rule.getKey().equals(limit)) {
          return null;
        }
        if (rule.getValue().required() && !seen.contains(rule.getKey())) {
          return rule.getKey();
        }
      }
      return null;
    }
  }

  /** What the validator found, reduced to the name of the broken rule: its text quotes values. */
  private static final class Violation extends SAXException {
    private static final long serialVersionUID = 1L;
    private final String rule;

    Violation(String rule) {
      super(rule);
      this.rule = rule;
    }

    boolean isAboutContent() {
      return rule.startsWith("cvc-complex-type.2.4");
    }

    InvalidInputException at(String element) {
      ErrorCode code =
          rule.startsWith("cvc-elt.3.1") ? ErrorCode.SYM_MISSING_ELEMENT : ErrorCode.SYM_CODE_FORM;
      return InvalidInputException.at(code, element);
    }
  }

  private static final class FirstViolation implements ErrorHandler {
    @Override
    public void warning(SAXParseException exception) throws SAXException {
      throw violation(exception);
    }

    @Override
    public void error(SAXParseException exception) throws SAXException {
      throw violation(exception);
    }

    @Override
    public void fatalError(SAXParseException exception) throws SAXException {
      throw violation(exception);
    }

    private static Violation violation(SAXParseException exception) {
      String text = String.valueOf(exception.getMessage());
      int end = text.indexOf(':');
      return new Violation(end < 0 ? "" : text.substring(0, end));
    }
  }
}
