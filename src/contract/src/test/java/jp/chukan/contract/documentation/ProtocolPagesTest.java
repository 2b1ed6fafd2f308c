package jp.chukan.contract.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRootName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.chukan.contract.attachment.AttachmentRecord;
import jp.chukan.contract.attachment.RegistrationAttachmentReader;
import jp.chukan.contract.attachment.Segment;
import jp.chukan.contract.document.CitizenNotices;
import jp.chukan.contract.document.DisclosedRecords;
import jp.chukan.contract.document.ExchangeRecordList;
import jp.chukan.contract.document.InquirerPath;
import jp.chukan.contract.document.PermissionMatchingList;
import jp.chukan.contract.document.ProvidedInformation;
import jp.chukan.contract.document.ProvisionPermit;
import jp.chukan.contract.document.SelfInformation;
import jp.chukan.contract.document.TrustList;
import jp.chukan.contract.document.XmlDocuments;
import jp.chukan.contract.message.Message;
import jp.chukan.contract.message.MessageHeader;
import jp.chukan.contract.message.XmlMessages;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of the protocol, held against the records that they tell of. */
@DisplayName("電文の説明書")
class ProtocolPagesTest {
  private static final Path PAGES = Path.of("../../docs/protocol").toAbsolutePath().normalize();
  private static final Pattern EXAMPLE = Pattern.compile("```xml\n(.*?)```", Pattern.DOTALL);

  static Stream<Class<?>> messages() {
    return Stream.of(Message.class.getPermittedSubclasses());
  }

  static Stream<Class<?>> documents() {
    return Stream.of(
        ProvisionPermit.class,
        InquirerPath.class,
        ProvidedInformation.class,
        DisclosedRecords.class,
        SelfInformation.class,
        CitizenNotices.class);
  }

  @ParameterizedTest
  @MethodSource("messages") // MS-57
  void aMessageHasAPageWithEveryElement(Class<?> type) {
    String page = page(rootOf(type));

    assertThat(page).contains("# " + rootOf(type)).contains("`" + type.getSimpleName() + "`");
    assertThat(elementsOf(type)).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    assertThat(page("README")).contains("](" + rootOf(type) + ".md)");
  }

  @ParameterizedTest
  @MethodSource("messages") // MS-57
  void theExamplesOfAPageAreMessages(Class<?> type) {
    List<String> examples =
        examples(page(rootOf(type))).stream()
            .filter(example -> example.contains("<" + rootOf(type) + ">"))
            .toList();

    assertThat(examples)
        .isNotEmpty()
        .allSatisfy(
            example ->
                assertThat(XmlMessages.read(type.asSubclass(Message.class), bytes(example)))
                    .isInstanceOf(type));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void aSignedDocumentIsDescribedWithAnExample(Class<?> type) {
    String page = page("documents");

    assertThat(elementsOf(type)).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    assertThat(examples(page))
        .filteredOn(example -> example.contains("<" + rootOf(type) + ">"))
        .singleElement()
        .satisfies(
            example -> assertThat(XmlDocuments.read(type, bytes(example))).isInstanceOf(type));
  }

  @Test
  void theListHasAPageWithAnExample() {
    String page = page("IF_SCM_70101_R01");

    assertThat(elementsOf(PermissionMatchingList.class))
        .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    assertThat(examples(page))
        .singleElement()
        .satisfies(
            example ->
                assertThat(
                        XmlDocuments.read(PermissionMatchingList.class, bytes(example)).entries())
                    .isNotEmpty());
  }

  @Test // MS-42
  void theTrustListHasAPageWithAnExample() {
    String page = page("IF_SCM_70201_R01");

    assertThat(elementsOf(TrustList.class))
        .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    assertThat(examples(page))
        .singleElement()
        .satisfies(
            example ->
                assertThat(XmlDocuments.read(TrustList.class, bytes(example)).profiles())
                    .isNotEmpty());
  }

  @Test // MS-74
  void theListOfRecordsHasAPageWithAnExample() {
    String page = page("IF_TKM_50201_R01");

    assertThat(elementsOf(ExchangeRecordList.class))
        .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    assertThat(examples(page))
        .singleElement()
        .satisfies(
            example ->
                assertThat(XmlDocuments.read(ExchangeRecordList.class, bytes(example)).records())
                    .hasSize(2));
  }

  @Test // MS-57
  void theExampleOfAnAttachmentIsReadable() {
    String example =
        examples(page("IF_DBM_20113_R01")).stream()
            .filter(text -> text.contains("<SPIRegistrationDeleteList>"))
            .findFirst()
            .orElseThrow();
    List<AttachmentRecord> records = new ArrayList<>();

    assertThat(
            RegistrationAttachmentReader.read(
                new ByteArrayInputStream(bytes(example)), records::add))
        .isEqualTo(Segment.REGISTRATION);
    assertThat(records)
        .singleElement()
        .satisfies(
            record -> assertThat(((AttachmentRecord.Readable) record).record().items()).hasSize(3));
  }

  private static String rootOf(Class<?> type) {
    return type.getAnnotation(JsonRootName.class).value();
  }

  /** Names of all elements below a record, but for the header that has a place of its own. */
  private static Set<String> elementsOf(Class<?> type) {
    Set<String> names = new LinkedHashSet<>();
    for (RecordComponent component : type.getRecordComponents()) {
      names.add(nameOf(type, component));
      Class<?> nested =
          component.getGenericType() instanceof ParameterizedType list
              ? (Class<?>) list.getActualTypeArguments()[0]
              : component.getType();
      if (nested.isRecord()
          && nested != MessageHeader.class
          && !nested.getPackageName().endsWith(".code")) {
        names.addAll(elementsOf(nested));
      }
    }
    return names;
  }

  /** The annotation is on the field that stands behind the component. */
  private static String nameOf(Class<?> type, RecordComponent component) {
    try {
      return type.getDeclaredField(component.getName()).getAnnotation(JsonProperty.class).value();
    } catch (NoSuchFieldException e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> examples(String page) {
    return EXAMPLE.matcher(page).results().map((MatchResult result) -> result.group(1)).toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String page(String name) {
    try {
      return Files.readString(PAGES.resolve(name + ".md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
